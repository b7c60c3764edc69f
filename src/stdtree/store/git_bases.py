"""Where a line of work branched off: what git knows of branches, their upstreams and parents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from stdtree.store.git import Repository

_PARENT = re.compile(r"^parent ([0-9a-f]{40,64})$", re.MULTILINE)
USUAL = ("main", "master")
"""What the main line is called where nobody says."""
_BRANCHES = ("refs/heads/", "refs/remotes/")


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


def main_line(repository: Repository, branch: str | None) -> str | None:
    """The full name of the ref that the remote `origin` calls its own, or that is usual.

    Without such a one, the local branch that is usual, unless that is `branch`, the current one.
    """
    said = repository.plumbing.text("symbolic-ref", "--quiet", "refs/remotes/origin/HEAD")
    local = [f"refs/heads/{name}" for name in USUAL if name != branch]
    known = (*([said] if said else ()), *(f"refs/remotes/origin/{one}" for one in USUAL), *local)
    return next((ref for ref in known if repository.resolve(ref)), None)


def branches(repository: Repository) -> tuple[str, ...]:
    """The branches that are here, as people write them; those of remotes last."""
    told = repository.plumbing.text("for-each-ref", "--format=%(refname)", *_BRANCHES) or ""
    return tuple(short(ref) for ref in told.splitlines() if not ref.endswith("/HEAD"))


def short(ref: str) -> str:
    """A ref as people write it: origin/main, main."""
    return re.sub(r"^refs/(?:remotes|heads)/", "", ref)
