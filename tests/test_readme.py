"""The README does what it says: its commands are run, its output is compared, its keys exist.

The `console` blocks of one language are one session (`tests/sessions.py`). `sh` blocks install
something or open a screen: their words are checked.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from stdtree.cli.main import stdtree
from stdtree.tui.commands import every
from stdtree.tui.keys import shown
from tests import sessions
from tests.gates.files import ROOT
from tests.sessions import blocks, steps
from tests.shell import Shell

README = (ROOT / "README.md").read_text(encoding="utf-8")
CHINESE, ENGLISH = README.split("\n## English\n")


@pytest.mark.parametrize(("text", "language"), [(CHINESE, "zh"), (ENGLISH, "en")])
def test_commands_print_what_is_shown(tmp_path: Path, text: str, language: str) -> None:
    """All commands of one language, one after the other, in an empty folder."""
    assert len(steps(text)) > 10

    sessions.hold(text, sessions.prompt(tmp_path, language))


@pytest.mark.parametrize("text", [CHINESE, ENGLISH])
def test_what_is_not_run_exists(text: str) -> None:
    """Targets of make, commands of stdtree, and nothing else but pip and pipx."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    known = {
        "make": lambda word: re.search(rf"^{word}:", makefile, re.MULTILINE),
        "stdtree": lambda word: word in stdtree.list_commands(None),
        "pip": lambda word: word == "install",
        "pipx": lambda word: word == "install",
    }
    lines = [line for block in blocks(text, "sh") for line in block.splitlines()]

    assert {"make run", "make test"} <= {" ".join(line.split()[:2]) for line in lines}
    for line in lines:
        program, word = line.split()[:2]
        assert known[program](word), line


@pytest.mark.parametrize("text", [CHINESE, ENGLISH])
def test_keys_exist(text: str) -> None:
    """The keys of the tour are bound in the editor."""
    bound = {shown(keys) for command in every() for keys in command.keys}
    rows = re.findall(r"^\| (?:`[^`]+` ?)+\|.*$", text, re.MULTILINE)
    keys = {
        key for row in rows for key in re.findall(r"`([^`]+)`", row) if not key.startswith("tests/")
    }

    assert len(keys) > 15
    assert keys - bound == set()


def test_python_runs(shell: Shell) -> None:
    """The Python shown is executed beside the sample, and stays silent about a system in order."""
    (code,) = blocks(README, "python")

    assert shell.at(shell.folder.parent).run(sys.executable, "-c", code) == (0, "", "")


def test_both_languages_show_the_same_commands() -> None:
    """What is promised in one language is promised in the other."""
    assert [step.command for step in steps(CHINESE)] == [step.command for step in steps(ENGLISH)]
    assert len(blocks(CHINESE, "sh")) == len(blocks(ENGLISH, "sh"))
