"""The message of a commit, beside what is being committed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.containers import Horizontal

from stdtree.label import Label, Language, same
from stdtree.tui.dialogs.dialog import CANCEL
from stdtree.tui.dialogs.entering import EnteringDialog
from stdtree.tui.present.line import Line
from stdtree.tui.widgets.entry import Area
from stdtree.tui.widgets.lines import Lines
from stdtree.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual.app import ComposeResult

TITLE = Label("提交（记入历史）", "Commit (to the history)")
COMMIT = Label("提交", "Commit")
SAVE_AND_COMMIT = Label("保存并提交", "Save and commit")
MESSAGE = Label("提交说明（首行为摘要）", "Message (the first line is the summary)")
CHANGES = Label("将提交的变更", "What is committed")
EMPTY = Label("✗ 请写提交说明", "✗ write a message")


class CommitDialog(EnteringDialog[str]):
    """Gives back the message."""

    def __init__(
        self, message: str, changes: Sequence[Line], *, unsaved: bool, language: Language
    ) -> None:
        super().__init__(TITLE, language)
        self._message, self._changes, self._unsaved = message, changes, unsaved

    def body(self) -> ComposeResult:
        """Message, changes, buttons."""
        yield self.said(MESSAGE)
        yield Area(self._message, widget_id="message")
        yield self.said(CHANGES)
        yield Lines(self._changes, widget_id="what")
        with Horizontal(id="buttons"):
            yield self.button(SAVE_AND_COMMIT if self._unsaved else COMMIT, "ok")
            yield self.button(CANCEL, "cancel")
            yield self.said(same("Ctrl+S / F10"), "hint")

    def on_mount(self) -> None:
        """Write the message at once."""
        self.query_one("#message", Area).focus()

    def has_words(self) -> bool:
        """Whether the message is another than the proposed one."""
        return self.query_one("#message", Area).text != self._message

    def accept(self) -> None:
        """Commit, unless there is no message."""
        message = self.query_one("#message", Area).text.strip()
        if message:
            self.dismiss(message)
        else:
            self.query_one("#hint", Said).tell(EMPTY)
