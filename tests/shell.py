"""The command line as its users call it: a process of its own, a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

GIT_CONFIG = """\
[user]
	name = 示例起草人
	email = drafter@example.org
[init]
	defaultBranch = main
[protocol "file"]
	allow = always
"""
TODAY = "2026-11-22"
"""The day of checking where warnings count: the sample has plans that will be overdue one day."""


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Shell:
    """Somebody at a prompt: where they are, and what their environment says."""

    folder: Path
    home: Path
    language: str = "zh"
    extra: Mapping[str, str] = field(default_factory=dict)
    """Further variables of the environment."""

    def stdtree(self, *arguments: str) -> Ended:
        """Run stdtree."""
        return self.run(sys.executable, "-m", "stdtree", *arguments)

    def git(self, *arguments: str) -> str:
        """What git prints; fails the test if git fails."""
        ended = self.run("git", *arguments)
        assert ended.code == 0, ended.err
        return ended.out.strip()

    def run(self, *command: str) -> Ended:
        """Run a program."""
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return Ended(done.returncode, done.stdout, done.stderr)

    def environment(self) -> dict[str, str]:
        """The whole environment: nothing of the machine's but the path to programs."""
        (self.home / ".gitconfig").write_text(GIT_CONFIG, encoding="utf-8")
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "STDTREE_LANG": self.language,
            "GIT_CONFIG_NOSYSTEM": "1",
            **self.extra,
        }

    def at(self, folder: Path) -> Shell:
        """The same person in another folder."""
        return replace(self, folder=folder)

    def speaking(self, language: str) -> Shell:
        """The same person in another language."""
        return replace(self, language=language)
