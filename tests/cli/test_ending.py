"""How a process of the command line ends."""

from __future__ import annotations

import subprocess
import sys

ENDING = """
import sys
from stdtree.cli import main, session

class Opened(list):
    def __del__(self):
        print("taken apart")

class Session(session.Session):
    def __init__(self, *given):
        super().__init__(*given)
        self.opened = Opened()

main.Session = Session
sys.argv = ["stdtree", "--version"]
sys.exit(main.main({given}))
"""


def test_what_was_read_is_left_to_the_system() -> None:
    """The process does not take it apart piece by piece; who calls `main` gets it back."""
    as_process, called = (_output(ENDING.format(given=given)) for given in ("", "sys.argv[1:]"))

    assert as_process.startswith("stdtree ")
    assert "taken apart" not in as_process
    assert "taken apart" in called


def _output(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout
