"""The first and the last line of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from stdtree.label import Language
from stdtree.tui.command import Command
from stdtree.tui.keys import shown
from stdtree.tui.present.line import Line, Piece, fit

if TYPE_CHECKING:
    from collections.abc import Iterable

PINNED = frozenset(("palette", "help", "back"))


class Bar(Widget):
    """One line that is drawn again and never laid out again."""

    DEFAULT_CSS = "Bar { height: 1; }"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--key", "bar--strong", "bar--warn", "bar--dim"}
    _PARTS: ClassVar[dict[str, str]] = {
        "code": "bar--key",
        "strong": "bar--strong",
        "bad": "bar--warn",
        "dim": "bar--dim",
    }

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self._line = Line()

    def show(self, line: Line) -> None:
        """Show another line."""
        if line != self._line:
            self._line = line
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        del y  # there is one
        base, width = self.rich_style, self.size.width
        segments = []
        for text, style in fit(self._line, width):
            part = self._PARTS.get(style)
            look = base + self.get_component_rich_style(part, partial=True) if part else base
            segments.append(Segment(text, look))
        return Strip(segments, width)


def keys_line(
    commands: tuple[Command, ...],
    language: Language,
    *,
    width: int,
    message: str = "",
    screen: object = None,
) -> Line:
    """What the keys do now, as many as there is room for; before them what just happened.

    What cannot be done on `screen` now is dim. What leads to the rest, and back, stands at the
    right edge and is never left out.
    """
    named = _reached(command for command in commands if command.footer is not None)
    right = [
        piece
        for command in named
        if command.id in PINNED
        for piece in _key(command, language, screen)
    ]
    left = [Piece(f" {message} ", "strong")] if message else []
    room = width - sum(cell_len(piece.text) for piece in (*left, *right)) - 1
    for command in named:
        pieces = _key(command, language, screen)
        room -= sum(cell_len(piece.text) for piece in pieces)
        if room < 0:
            break
        if command.id not in PINNED:
            left += pieces
    return Line(tuple(left), tuple(right))


def _reached(commands: Iterable[Command]) -> list[Command]:
    """Without those whose key means something else here: the nearest place comes first."""
    by_key: dict[str, Command] = {}
    for command in commands:
        by_key.setdefault(command.keys[0], command)
    return list(by_key.values())


def _key(command: Command, language: Language, screen: object) -> list[Piece]:
    name = command.footer.in_(language) if command.footer else ""
    if screen is not None and command.hindered(screen):
        return [Piece(f" {shown(command.keys[0])} {name} ", "dim")]
    return [Piece(f" {shown(command.keys[0])}", "code"), Piece(f" {name} ")]
