"""Fields to type in: they show hidden characters, and say where their cursor is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text
from textual.geometry import Offset
from textual.widgets import Input, TextArea

from stdtree.safe import HIDDEN

if TYPE_CHECKING:
    from textual import events

_PICTURES = 0x2400


class Entry(Input):
    """One line of text."""

    def __init__(
        self, value: str = "", *, placeholder: str = "", widget_id: str | None = None
    ) -> None:
        super().__init__(value, placeholder=placeholder, select_on_focus=False, id=widget_id)
        self.cursor_blink = False

    @property
    def _value(self) -> Text:
        return Text(visible(self.value), no_wrap=True, overflow="ignore", end="")

    def _position_to_cell(self, position: int) -> int:
        return cell_len(visible(self.value[:position]))

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the next character will appear; Textual is one cell off at the end of the text."""
        x, y, _width, _height = self.content_region
        return Offset(x + self._position_to_cell(self.cursor_position) - self.scroll_offset.x, y)

    def _on_paste(self, event: events.Paste) -> None:
        """Put in all that was pasted: an input method may commit this way, lines and all."""
        event.stop()
        event.prevent_default()
        self.replace(in_one_line(event.text), *self.selection)


class Area(TextArea):
    """Several lines of text; Tab leaves it."""

    def __init__(self, text: str = "", *, widget_id: str | None = None) -> None:
        super().__init__(text, soft_wrap=True, show_line_numbers=False, id=widget_id)
        self.cursor_blink = False

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn."""
        return Text(visible(self.document.get_line(line_index)), end="", no_wrap=True)


def in_one_line(text: str) -> str:
    """Lines put together as they are read: with a space, but not between Chinese characters."""
    lines = text.splitlines()
    if len(lines) == 1:
        return lines[0]
    whole = ""
    for line in filter(None, map(str.strip, lines)):
        apart = whole and not (cell_len(whole[-1]) > 1 and cell_len(line[0]) > 1)
        whole += f" {line}" if apart else line
    return whole


def visible(text: str) -> str:
    """`text` with each hidden character as one visible character, so that positions stay."""
    return HIDDEN.sub(_picture, text)


def _picture(found: object) -> str:
    code = ord(found[0])  # type: ignore[index]  # a match
    return chr(_PICTURES + code) if code < ord(" ") else "�"
