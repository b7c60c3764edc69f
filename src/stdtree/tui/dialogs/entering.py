"""Dialogs in which something is written: a form, a message, a release."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from stdtree.errors import StdtreeError
from stdtree.label import Label
from stdtree.tui.dialogs.dialog import ACCEPT, Dialog
from stdtree.tui.dialogs.question import Message, leave
from stdtree.tui.outside import written_outside
from stdtree.tui.widgets.entry import Area

if TYPE_CHECKING:
    from textual import events
    from textual.widgets import Button

Answer = TypeVar("Answer")
NO_EDITOR = Label("这里用不了外部编辑器", "no other editor can be used here")
SET_ONE = Label(
    "设置环境变量 VISUAL 或 EDITOR，如 EDITOR=vim", "set VISUAL or EDITOR, such as EDITOR=vim"
)


class EnteringDialog(Dialog[Answer]):
    """Ctrl+S, F10 and the first button accept; Escape asks before it throws words away.

    F4 hands a text of several lines over to an editor of one's own.
    """

    def accept(self) -> None:
        """Dismiss with what was entered, or say what is wrong with it."""
        raise NotImplementedError

    def has_words(self) -> bool:
        """Whether something was written that leaving would throw away."""
        raise NotImplementedError

    def on_input_submitted(self) -> None:
        """Enter in a line. Subclasses override `entered`: Textual calls all handlers there are."""
        self.entered()

    def entered(self) -> None:
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
        if event.key == "f4" and isinstance(self.focused, Area):
            self._outside(self.focused)
            return True
        return False

    def _outside(self, area: Area) -> None:
        """Write a long text in an editor of one's own; without one it stays where it is."""
        try:
            written = written_outside(self.app, area.text, name="text.txt")
        except StdtreeError as error:
            self.app.push_screen(Message(error.message, error.hint, language=self.language))
            return
        if written is None:
            self.app.push_screen(Message(NO_EDITOR, SET_ONE, language=self.language))
        elif written.removesuffix("\n") != area.text:
            area.text = written.removesuffix("\n")
