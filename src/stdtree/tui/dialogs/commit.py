"""The message of a commit, beside what is being committed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.widgets import Button

from stdtree.label import Label, Language
from stdtree.tui.dialogs.dialog import ACCEPT, CANCEL, Dialog
from stdtree.tui.dialogs.question import leave
from stdtree.tui.present.line import Line
from stdtree.tui.widgets.entry import Area
from stdtree.tui.widgets.lines import Lines
from stdtree.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

TITLE = Label("提交（记入历史）", "Commit (to the history)")
COMMIT = Label("提交", "Commit")
SAVE_AND_COMMIT = Label("保存并提交", "Save and commit")
MESSAGE = Label("提交说明（首行为摘要）", "Message (the first line is the summary)")
CHANGES = Label("将提交的变更", "What is committed")
EMPTY = Label("✗ 请写提交说明", "✗ write a message")


class CommitDialog(Dialog[str]):
    """Gives back the message."""

    def __init__(
        self, message: str, changes: Sequence[Line], *, unsaved: bool, language: Language
    ) -> None:
        super().__init__(TITLE, language)
        self._message, self._changes, self._unsaved = message, changes, unsaved

    def body(self) -> ComposeResult:
        """Message, changes, buttons."""
        yield Prose(self.say(MESSAGE))
        yield Area(self._message, widget_id="message")
        yield Prose(self.say(CHANGES))
        yield Lines(self._changes, widget_id="what")
        with Horizontal(id="buttons"):
            yield self.button(SAVE_AND_COMMIT if self._unsaved else COMMIT, "ok")
            yield self.button(CANCEL, "cancel")
            yield Prose("Ctrl+S / F10", widget_id="hint")

    def on_mount(self) -> None:
        """Write the message at once."""
        self.query_one("#message", Area).focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Commit or not."""
        if event.button.id == "ok":
            self._accept()
        else:
            self._leave()

    def takes(self, event: events.Key) -> bool:
        """Ctrl+S and F10 commit; Escape asks before it throws away a message."""
        if event.key in ACCEPT:
            self._accept()
            return True
        if event.key == "escape":
            self._leave()
            return True
        return False

    def _leave(self) -> None:
        leave(self, entered=self.query_one("#message", Area).text != self._message)

    def _accept(self) -> None:
        message = self.query_one("#message", Area).text.strip()
        if message:
            self.dismiss(message)
        else:
            self.query_one("#hint", Prose).update(self.say(EMPTY))
