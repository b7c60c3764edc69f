"""What is looked at, and how a check says what it found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stdtree.label import Label
from stdtree.model.output_doctor import Health
from stdtree.store.git import Repository
from stdtree.workspace.opened import Workspace

if TYPE_CHECKING:
    from stdtree.store.plumbing import Plumbing

Told = tuple[Health, Label, Label | None]
"""State, what was found, the next thing to type."""


class Screen(NamedTuple):
    """Where the output goes."""

    is_terminal: bool
    encoding: str
    width: int
    has_color: bool


@dataclass(frozen=True)
class Patient:
    """The folder from which stdtree was called, and what surrounds it."""

    folder: Path
    environ: Mapping[str, str]
    screen: Screen

    @cached_property
    def workspace(self) -> Workspace | None:
        """The opened system; None if there is none or it cannot be opened (see `system`)."""
        from stdtree.errors import StdtreeError

        try:
            return Workspace.open(self.folder)
        except StdtreeError:
            return None

    @property
    def repository(self) -> Repository | None:
        """The git repository of the system."""
        return self.workspace.repository if self.workspace else None

    @property
    def git(self) -> Plumbing:
        """Git, asked as `check` asks it."""
        from stdtree.store.plumbing import Plumbing

        return self.repository.plumbing if self.repository else Plumbing(self.folder)


def ok(said: Label) -> Told:
    """In order."""
    return "ok", said, None


def note(said: Label, fix: Label | None = None) -> Told:
    """Good to know; nothing stops."""
    return "note", said, fix


def trouble(said: Label, fix: Label | None = None) -> Told:
    """In the way of work."""
    return "trouble", said, fix
