"""Fields to type in: they show hidden characters, and tell input methods where the cursor is."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text
from textual.geometry import Offset
from textual.widgets import Input, TextArea

from stdtree.safe import HIDDEN

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
        """Where the next character will appear: the input method opens its window there."""
        x, y, _width, _height = self.content_region
        return Offset(x + self._position_to_cell(self.cursor_position) - self.scroll_offset.x, y)

    def on_focus(self) -> None:
        """Put the terminal's cursor here, also before the first key."""
        self.call_after_refresh(self._place_cursor)

    def _place_cursor(self) -> None:
        self.app.cursor_position = self.cursor_screen_offset


class Area(TextArea):
    """Several lines of text; Tab leaves it."""

    def __init__(self, text: str = "", *, widget_id: str | None = None) -> None:
        super().__init__(text, soft_wrap=True, show_line_numbers=False, id=widget_id)
        self.cursor_blink = False

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn."""
        return Text(visible(self.document.get_line(line_index)), end="", no_wrap=True)


def visible(text: str) -> str:
    """`text` with each hidden character as one visible character, so that positions stay."""
    return HIDDEN.sub(_picture, text)


def _picture(found: object) -> str:
    code = ord(found[0])  # type: ignore[index]  # a match
    return chr(_PICTURES + code) if code < ord(" ") else "�"
