"""Documents that show a session at a prompt, and the session run as they show it.

A `console` block holds commands (`$ …`) and what they print; `…` stands for what is left out: any
lines, or the rest of one. The blocks of a text are one session in an empty folder.
"""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.shell import Shell

FENCED = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"`(\w+\.py)`[^`]*\Z")
"""The file that the words right before a block name."""
CANNOT_GO_ON = 2
"""The exit code from which on a command has not done what was asked."""


@dataclass(frozen=True)
class Step:
    """A command, and what the document says that it prints."""

    command: str
    printed: str


def blocks(text: str, kind: str) -> list[str]:
    """The bodies of the fenced blocks of one kind."""
    return [found["body"] for found in FENCED.finditer(text) if found["kind"] == kind]


def steps(text: str) -> list[Step]:
    """All commands of the console blocks in order."""
    return [step for block in blocks(text, "console") for step in _steps(block)]


def _steps(block: str) -> list[Step]:
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [Step(command, printed) for command, _, printed in (p.partition("\n") for p in parts)]


def fits(said: str, printed: str) -> bool:
    """Whether the output is what the document says."""
    lines = (
        "(?:.*\n)*" if line == "…" else re.escape(line).replace("…", ".*") + "\n"
        for line in said.splitlines()
    )
    return re.fullmatch("".join(lines), printed) is not None


def prompt(folder: Path, language: str) -> Shell:
    """Somebody at a prompt in an empty folder, for whom `stdtree` and `python` are there."""
    for name in ("bin", "home", "work"):
        (folder / name).mkdir()
    python = shlex.quote(sys.executable)
    for name, started in (("stdtree", f"{python} -m stdtree"), ("python", python)):
        script = folder / "bin" / name
        script.write_text(f'#!/bin/sh\nexec {started} "$@"\n')
        script.chmod(0o755)
    path = f"{folder / 'bin'}:{Path(shutil.which('git') or '').parent}:/usr/bin:/bin"
    return Shell(folder / "work", folder / "home", language, {"PATH": path})


def hold(text: str, shell: Shell) -> None:
    """Carry out all commands of a text, one after the other; fail where one prints other things.

    A command that cannot go on has to show its error in the text. A Python block before which the
    text names a file (`table.py`) is kept under that name in the folder one is in.
    """
    for found in FENCED.finditer(text):
        named = NAMED.search(text, 0, found.start())
        if found["kind"] == "python" and named:
            (shell.folder / named[1]).write_text(found["body"], encoding="utf-8")
        for step in _steps(found["body"]) if found["kind"] == "console" else ():
            shell = _after(step, shell)


def _after(step: Step, shell: Shell) -> Shell:
    """The shell after a command, which is in another folder after `cd`."""
    if step.command.startswith("cd "):
        return shell.at(shell.folder / step.command.removeprefix("cd "))
    ended = shell.run("sh", "-c", step.command)
    printed = ended.out + ended.err
    assert fits(step.printed, printed), f"$ {step.command}\n{printed}"
    assert ended.code < CANNOT_GO_ON or ended.err.splitlines()[-2] in step.printed, printed
    return shell
