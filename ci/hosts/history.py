"""The commit to compare with, fetched if the clone is too shallow to have it."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from event import Occasion

STEPS = (30, 300, 3000)
"""By so many commits the history is deepened before all of it is fetched."""


class Clone(NamedTuple):
    """A clone made by the host, whose remote is called origin."""

    folder: Path

    def git(self, *arguments: str) -> str | None:
        """What git answers; None if it refuses."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        return done.stdout.strip() if done.returncode == 0 else None

    def has(self, commit: str) -> bool:
        """Whether the commit is here."""
        return self.git("cat-file", "-e", f"{commit}^{{commit}}") is not None

    def parents(self) -> list[str]:
        """The parents of what is checked out, also of those that a shallow clone lacks."""
        header = (self.git("cat-file", "commit", "HEAD") or "").partition("\n\n")[0]
        lines = (line.split(" ") for line in header.splitlines())
        return [words[1] for words in lines if words[0] == "parent"]

    def is_shallow(self) -> bool:
        """Whether its history is cut off."""
        return self.git("rev-parse", "--is-shallow-repository") == "true"


def base_of(clone: Clone, occasion: Occasion) -> str | None:
    """The commit that the changes start from, made available; None: none, or not to be had.

    Of the merge of a pull request it is the side merged into, which may be newer than the event
    says; of its bare head it is where the branch began, so that what others did meanwhile is not
    taken for its doing.
    """
    if occasion.base is None:
        return None
    parents = clone.parents()
    if occasion.head is not None and parents[1:] != [occasion.head]:
        return _beginning(clone, occasion.base)
    base = parents[0] if occasion.head is not None else occasion.base
    return base if clone.has(base) or _fetched(clone, base) else None


def _fetched(clone: Clone, commit: str) -> bool:
    """Fetches this one commit; nothing of what came before it where the clone is shallow."""
    depth = ("--depth=1",) if clone.is_shallow() else ()
    return clone.git("fetch", "--quiet", "--no-tags", *depth, "origin", commit) is not None


def _beginning(clone: Clone, base: str) -> str | None:
    """Where the branch that is checked out left that of `base`, deepened only until it shows."""
    if not clone.has(base) and not _fetched(clone, base):
        return None
    head = clone.git("rev-parse", "HEAD") or "HEAD"
    for depth in (*(f"--deepen={count}" for count in STEPS), "--unshallow"):
        found = clone.git("merge-base", base, head)
        if found or not clone.is_shallow():
            return found
        if clone.git("fetch", "--quiet", "--no-tags", depth, "origin", base, head) is None:
            return None
    return clone.git("merge-base", base, head)
