"""Branches of the history: a line of work that goes on beside others."""

from __future__ import annotations

from msgspec import Struct


class Branch(Struct, frozen=True):
    """A branch, and its last commit."""

    name: str
    """Of a branch that only others have: with the name of their repository, `origin/x`."""
    commit: str
    date: str
    author: str
    subject: str
    is_current: bool = False
    is_here: bool = True
    """False for one that only the shared repository has."""
    upstream: str = ""
    """The branch of the shared repository that it follows, as kept here: `refs/remotes/…`."""
    remote: str = ""
    """The shared repository, by the name it has here."""
    remote_ref: str = ""
    """What the followed branch is called over there: `refs/heads/…`."""


class Apart(Struct, frozen=True):
    """How far two branches have gone since they parted, in commits."""

    ahead: int
    behind: int


class Standing(Struct, frozen=True):
    """How the branch stands to the one it shares with others, as of the last fetch."""

    branch: str
    remote: str
    """The shared repository, by the name it has here; empty if there is none."""
    followed: str
    """The branch over there, empty while it has never been pushed."""
    apart: Apart
    """Commits that only we have, and that only they have."""

    @property
    def diverged(self) -> bool:
        """Whether both sides have gone on."""
        return bool(self.apart.ahead and self.apart.behind)
