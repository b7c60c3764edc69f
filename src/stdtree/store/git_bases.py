"""Where a line of work branched off: what git knows of branches, their upstreams and parents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stdtree.store.git import Repository

_PARENT = re.compile(r"^parent ([0-9a-f]{40,64})$", re.MULTILINE)
DEFAULTS = ("refs/remotes/origin/main", "refs/remotes/origin/master")
"""What the main line of a remote is called where nobody says."""


def merge_base(repository: Repository, one: str, other: str) -> str | None:
    """The commit from which two went apart; None if they have none in common, or not here."""
    return repository.plumbing.text("merge-base", one, other)


def parents(repository: Repository, commit: str) -> tuple[str, ...]:
    """The parents of a commit as it names them, also where a shallow clone does not have them."""
    head, _, _ = repository.plumbing.run("cat-file", "commit", commit).partition(b"\n\n")
    return tuple(_PARENT.findall(head.decode("utf-8", "replace")))


def upstream(repository: Repository) -> str | None:
    """The full name of the ref that the current branch follows, if it is there."""
    branch = repository.branch()
    if branch is None:
        return None
    ref = repository.plumbing.text("for-each-ref", "--format=%(upstream)", f"refs/heads/{branch}")
    return ref if ref and repository.resolve(ref) else None


def main_line(repository: Repository) -> str | None:
    """The full name of the ref that the remote `origin` calls its own, or that is usual."""
    said = repository.plumbing.text("symbolic-ref", "--quiet", "refs/remotes/origin/HEAD")
    known = (said, *DEFAULTS) if said else DEFAULTS
    return next((ref for ref in known if repository.resolve(ref)), None)


def short(ref: str) -> str:
    """A ref as people write it: origin/main, main."""
    return re.sub(r"^refs/(?:remotes|heads)/", "", ref)
