"""A system on disk, in a git repository of its own or in none, cut off from the machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.workspace import Workspace
from tests import trees
from tests.repos import Repo, isolate, repo
from tests.workspace.systems import Opened, put

__all__ = ["folder", "home", "opened", "repo", "system"]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a git user and nothing else."""
    isolate(monkeypatch, tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample of the tests in a folder without git."""
    put(tmp_path / "plain", trees.sample())
    return tmp_path / "plain"


@pytest.fixture
def system(repo: Repo) -> Repo:
    """The sample of the tests in a git repository, committed."""
    put(repo.root, trees.sample())
    repo.commit_all("the system")
    return repo


@pytest.fixture
def opened(system: Repo) -> Opened:
    """Opens the system, as often as a test likes: each time is a session of its own."""
    return lambda: Workspace.open(system.root)
