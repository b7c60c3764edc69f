"""Dialogs in which something is written: a form, a message, a release."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from stdtree.tui.dialogs.dialog import ACCEPT, Dialog
from stdtree.tui.dialogs.question import leave

if TYPE_CHECKING:
    from textual import events
    from textual.widgets import Button

Answer = TypeVar("Answer")


class EnteringDialog(Dialog[Answer]):
    """Ctrl+S, F10 and the first button accept; Escape asks before it throws words away."""

    def accept(self) -> None:
        """Dismiss with what was entered, or say what is wrong with it."""
        raise NotImplementedError

    def has_words(self) -> bool:
        """Whether something was written that leaving would throw away."""
        raise NotImplementedError

    def on_input_submitted(self) -> None:
        """Enter in a line goes to the next field."""
        self.focus_next()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """OK or cancel."""
        event.stop()
        if event.button.id == "ok":
            self.accept()
        else:
            leave(self, entered=self.has_words())

    def takes(self, event: events.Key) -> bool:
        """The keys that accept, and Escape."""
        if event.key in ACCEPT:
            self.accept()
            return True
        if event.key == "escape":
            leave(self, entered=self.has_words())
            return True
        return False
