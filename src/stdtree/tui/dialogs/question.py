"""A question with a few answers, or a message with one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from textual.containers import Horizontal
from textual.widgets import Button

from stdtree.label import Label, Language
from stdtree.tui.dialogs.dialog import OK, Dialog
from stdtree.tui.present.line import Line
from stdtree.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.app import ComposeResult

BACK = Label("返回修改", "Back to the form")
LEAVE = Label("放弃填写的内容？", "Throw away what you entered?")
THROW_AWAY = Label("放弃", "Throw away")


class Question(Dialog[str]):
    """Says something and takes one of the answers; the first has the focus."""

    def __init__(  # noqa: PLR0913 -- all of them are shown
        self,
        title: Label,
        text: Label,
        answers: Mapping[str, Label],
        *,
        language: Language,
        lines: Sequence[Line] = (),
        hint: Label | None = None,
    ) -> None:
        super().__init__(title, language)
        self._text, self._hint = text, hint
        self._answers, self._lines = answers, lines

    def body(self) -> ComposeResult:
        """Text, list, hint, answers."""
        yield self.said(self._text, "text")
        if self._lines:
            listing = Lines(self._lines, widget_id="listing")
            listing.styles.height = min(len(self._lines), 10)
            yield listing
        if self._hint:
            yield self.said(self._hint, "hint")
        with Horizontal(id="buttons"):
            for answer, label in self._answers.items():
                yield self.button(label, answer)

    def on_mount(self) -> None:
        """The first answer is one key away."""
        self.query(Button).first().focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer."""
        self.dismiss(event.button.id)


class Message(Question):
    """Says what cannot be done, and the way out."""

    def __init__(self, message: Label, hint: Label | None, *, language: Language) -> None:
        super().__init__(Label("提示", "Note"), message, {"ok": OK}, language=language, hint=hint)


def leave(dialog: Dialog[Any], *, entered: bool) -> None:
    """Close a dialog without an answer; with something entered in it, only if that is meant."""
    if not entered:
        dialog.dismiss(None)
        return

    def meant(answer: str | None) -> None:
        if answer == "yes":
            dialog.dismiss(None)

    answers = {"no": BACK, "yes": THROW_AWAY}
    question = Question(dialog.heading, LEAVE, answers, language=dialog.language)
    dialog.app.push_screen(question, meant)
