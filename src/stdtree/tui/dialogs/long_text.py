"""A long text, written in the program itself: where no editor of one's own can be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from stdtree.label import Label, Language
from stdtree.tui.dialogs.dialog import CANCEL, OK
from stdtree.tui.dialogs.entering import EnteringDialog
from stdtree.tui.widgets.entry import Area

if TYPE_CHECKING:
    from textual.app import ComposeResult

KEYS = Label(
    "Ctrl+S 确定 · Esc 取消 · 设置 EDITOR 后用自己的编辑器",
    "Ctrl+S OK · Esc cancel · set EDITOR to use an editor of your own",
)


class LongText(EnteringDialog[str]):
    """Gives back the text."""

    DEFAULT_CSS = "LongText #long { height: 1fr; }"

    def __init__(self, title: Label, text: str, *, original: str, language: Language) -> None:
        super().__init__(title, language)
        self._text, self._original = text, original

    def body(self) -> ComposeResult:
        """The text, keys."""
        yield Area(self._text, widget_id="long")
        with Horizontal(id="buttons"):
            yield self.button(OK, "ok")
            yield self.button(CANCEL, "cancel")
            yield self.said(KEYS, "hint")

    def on_mount(self) -> None:
        """Write at once."""
        self.query_one(Area).focus()

    def accept(self) -> None:
        """Take the text."""
        self.dismiss(self.query_one(Area).text)

    def has_words(self) -> bool:
        """Whether it is another text than at the very first."""
        return self.query_one(Area).text != self._original
