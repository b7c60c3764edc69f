"""What a flow needs of the screen it runs on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from textual.app import App

    from stdtree.label import Label, Language
    from stdtree.model.finding import Subject
    from stdtree.model.ids import CategoryId
    from stdtree.tui.dialogs.dialog import Dialog
    from stdtree.workspace import Workspace

Answer = TypeVar("Answer")


class Desk(Protocol):
    """The main screen as flows see it."""

    workspace: Workspace
    language: Language

    @property
    def app(self) -> App[Any]:
        """The program it is part of."""

    def today(self) -> str:
        """The day it is, YYYY-MM-DD."""

    @property
    def subject(self) -> Subject | None:
        """What the cursor is on: a category or a standard."""

    async def ask(self, dialog: Dialog[Answer]) -> Answer | None:
        """Show a dialog and wait for its answer."""

    def say(self, label: Label) -> None:
        """Say in the bottom line what happened."""

    def renew(self, at: CategoryId | None = None) -> None:
        """Show the tree as it is now, the cursor on `at`."""

    def go_to(self, subject: Subject) -> None:
        """Put the cursor on a category or standard."""

    def leave(self) -> None:
        """End the program."""
