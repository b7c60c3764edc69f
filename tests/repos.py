"""Real git repositories for tests, cut off from the settings and the clock of the machine."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from stdtree.store.git import Repository

DATE = "2026-01-02T03:04:05+08:00"
_CONFIG = """\
[user]
	name = 测试者
	email = tester@example.org
[init]
	defaultBranch = main
[protocol "file"]
	allow = always
"""


@dataclass(frozen=True)
class Repo:
    """A repository being set up; `opened` is what stdtree makes of it."""

    root: Path

    def write(self, path: str, text: str) -> Path:
        """Writes a file, UTF-8 as it is, with the folders it needs."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
        return file

    def commit_all(self, message: str = "a commit") -> str:
        """Commits everything that is there; the new commit's id."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", message)
        return self.git("rev-parse", "HEAD")

    def git(self, *arguments: str, environment: Mapping[str, str] | None = None) -> str:
        """What git prints, without the last line end; a single argument is split at blanks."""
        words = arguments[0].split() if len(arguments) == 1 else arguments
        done = subprocess.run(
            ["git", *words],
            cwd=self.root,
            env={**os.environ, **(environment or {})},
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return done.stdout.rstrip("\n")

    @property
    def opened(self) -> Repository:
        """The repository as stdtree opens it."""
        found = Repository.find(self.root)
        assert found is not None
        return found


def isolate(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Makes git and stdtree see only the settings in `home`, and commit at `DATE`."""
    home.mkdir(parents=True, exist_ok=True)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    (home / "gitconfig").write_text(_CONFIG, encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_AUTHOR_DATE", DATE)
    monkeypatch.setenv("GIT_COMMITTER_DATE", DATE)
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name))


def repository(folder: Path) -> Repo:
    """A new, empty repository in `folder`, on the branch `main`. Call `isolate` before."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Repo(folder)
    made.git("init --quiet")
    return made


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """An empty repository, isolated. Import it where it is used: `from tests.repos import repo`."""
    isolate(monkeypatch, tmp_path / "home")
    return repository(tmp_path / "体系 repo")
