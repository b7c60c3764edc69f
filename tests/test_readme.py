"""The README does what it says: its commands are run, its output is compared, its keys exist.

A `console` block holds commands (`$ …`) and what they print; `…` stands for what is left out. The
blocks of one language are one session. `sh` blocks install something or open a screen: their words
are checked.
"""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from stdtree.cli.main import stdtree
from stdtree.tui.commands import every
from stdtree.tui.keys import shown
from tests.gates.files import ROOT
from tests.shell import Shell

README = (ROOT / "README.md").read_text(encoding="utf-8")
CHINESE, ENGLISH = README.split("\n## English\n")
FENCED = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """A command, and what the README says that it prints."""

    command: str
    printed: str


def blocks(text: str, kind: str) -> list[str]:
    """The bodies of the fenced blocks of one kind."""
    return [found["body"] for found in FENCED.finditer(text) if found["kind"] == kind]


def steps(text: str) -> list[Step]:
    """All commands of the console blocks in order."""
    found = []
    for block in blocks(text, "console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, printed = part.partition("\n")
            found.append(Step(command, printed))
    return found


def fits(said: str, printed: str) -> bool:
    """Whether the output is what the README says: `…` is any lines, or the rest of a line."""
    lines = (
        "(?:.*\n)*" if line == "…" else re.escape(line).replace("…", ".*") + "\n"
        for line in said.splitlines()
    )
    return re.fullmatch("".join(lines), printed) is not None


@pytest.mark.parametrize(("text", "language"), [(CHINESE, "zh"), (ENGLISH, "en")])
def test_commands_print_what_is_shown(tmp_path: Path, text: str, language: str) -> None:
    """All commands of one language, one after the other, in an empty folder."""
    programs = tmp_path / "bin"
    for folder in ("bin", "home", "work"):
        (tmp_path / folder).mkdir()
    script = programs / "stdtree"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m stdtree "$@"\n')
    script.chmod(0o755)
    path = {"PATH": f"{programs}:{Path(shutil.which('git') or '').parent}:/usr/bin:/bin"}
    shell = Shell(tmp_path / "work", tmp_path / "home", language, path)

    assert len(steps(text)) > 10
    for step in steps(text):
        if step.command.startswith("cd "):
            shell = shell.at(shell.folder / step.command.removeprefix("cd "))
            continue
        ended = shell.run("sh", "-c", step.command)
        printed = ended.out + ended.err
        assert fits(step.printed, printed), f"$ {step.command}\n{printed}"


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
