"""Something to read, in a frame: it scrolls, and any of the usual keys closes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from stdtree.label import Label, Language
from stdtree.tui.dialogs.dialog import Dialog
from stdtree.tui.keys import Keymap, Pending, token
from stdtree.tui.present.line import Line
from stdtree.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

KEYS = Label("↑↓ 滚动 · ⏎ 或 Esc 返回", "↑↓ scroll · ⏎ or Esc back")


class Reading(Dialog[None]):
    """Lines that are made for the language and the width they are read in."""

    DEFAULT_CSS = "Reading #read { height: auto; max-height: 30; }"

    def __init__(
        self, title: Label, lines: Callable[[Language, int], Sequence[Line]], language: Language
    ) -> None:
        super().__init__(title, language)
        self._lines = lines
        self._keys = Keymap()

    def body(self) -> ComposeResult:
        """The text, keys."""
        yield Lines(widget_id="read")
        yield self.said(KEYS, "hint")

    def on_mount(self) -> None:
        """Scroll at once."""
        self.query_one(Lines).focus()
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """The text wraps anew."""
        self.call_after_refresh(self._show)

    def speak(self, language: Language) -> None:
        """The same in another language."""
        super().speak(language)
        self._show()

    def _show(self) -> None:
        listing = self.query_one(Lines)
        width = max(self.query_one("#frame").content_region.width - 1, 20)
        lines = self._lines(self.language, width)
        listing.styles.height = min(len(lines), max(self.size.height - 6, 3))
        listing.show(lines, cursor=listing.cursor)

    def takes(self, event: events.Key) -> bool:
        """Keys of lists scroll; q and Enter close."""
        pressed = self._keys.press(token(event), ("list",))
        if pressed is not None:
            if not isinstance(pressed, Pending):
                getattr(self.query_one(Lines), f"do_{pressed.id}")()
            return True
        if token(event) in {"q", "enter"}:
            self.dismiss(None)
            return True
        return False
