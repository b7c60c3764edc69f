"""What is longer than the screen goes through the user's pager, on a real terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PRINT = (
    "import sys; from stdtree.cli.paging import page;"
    "page('line\\n' * int(sys.argv[1]), color=False, wanted=sys.argv[2] == 'yes')"
)
ROWS = 10


def shown(lines: int, *, wanted: bool, pager: str) -> str:
    """What a screen of ten rows shows."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, 40, 0, 0))
    command = [sys.executable, "-c", PRINT, str(lines), "yes" if wanted else "no"]
    environ = {**os.environ, "PAGER": pager, "TERM": "xterm"}
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environ) as run:
        os.close(theirs)
        found = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            if not part:
                break
            found += part
        run.wait()
    os.close(ours)
    return found.decode()


@pytest.fixture
def pager(tmp_path: Path) -> str:
    """A pager that says that it was there."""
    script = tmp_path / "pager"
    script.write_text("#!/bin/sh\necho PAGED\ncat\n")
    script.chmod(0o755)
    return str(script)


def test_long_text_is_paged(pager: str) -> None:
    """All of it, through the program that PAGER names."""
    text = shown(50, wanted=True, pager=pager)
    assert text.startswith("PAGED")
    assert text.count("line") == 50


@pytest.mark.parametrize(("lines", "wanted"), [(3, True), (50, False)])
def test_short_or_unwanted_is_printed(pager: str, lines: int, wanted: bool) -> None:  # noqa: FBT001  # a case
    """What fits the screen needs no pager, and --no-pager means none."""
    text = shown(lines, wanted=wanted, pager=pager)
    assert ("PAGED" in text, text.count("line")) == (False, lines)


@pytest.mark.parametrize("off", ["", "cat"])
def test_no_pager_in_the_environment(off: str) -> None:
    """PAGER=cat and an empty PAGER mean none."""
    assert shown(50, wanted=True, pager=off).count("line") == 50


def test_a_pipe_is_never_paged(pager: str) -> None:
    """Other programs read all of it at once."""
    done = subprocess.run(
        [sys.executable, "-c", PRINT, "50", "yes"],
        env={**os.environ, "PAGER": pager},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "line\n" * 50
