"""Two people and the repository they share, all of them real, on disk."""

from __future__ import annotations

from pathlib import Path

from stdtree.workspace import Workspace
from tests import trees
from tests.repos import Repo
from tests.workspace.systems import put, rename


class Two:
    """Two clones of one shared repository; `ours` has pushed the system."""

    def __init__(self, folder: Path) -> None:
        self.hub = Repo(folder / "共享 hub.git")
        self.hub.root.mkdir()
        self.hub.git("init --quiet --bare --initial-branch=main")
        self.ours, self.theirs = (self._clone(folder / name) for name in ("ours", "theirs"))
        put(self.ours.root, trees.sample())
        self.ours.commit_all("the system")
        self.ours.git("push", "--quiet", "--set-upstream", "origin", "main")
        self.theirs.git("pull", "--quiet")

    def _clone(self, folder: Path) -> Repo:
        folder.mkdir()
        made = Repo(folder)
        made.git("clone", "--quiet", str(self.hub.root), ".")
        return made


def edited(repo: Repo, category: str, words: str) -> Workspace:
    """A title changed, saved and committed."""
    workspace = Workspace.open(repo.root)
    workspace.apply(rename(category, words))
    workspace.save()
    workspace.commit(words)
    return workspace
