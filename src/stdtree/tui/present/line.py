"""A line of a list: what it says, in which style, and what it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from rich.cells import cell_len

from stdtree.model.finding import FieldPath, Subject
from stdtree.safe import safe
from stdtree.tui.present.cells import cut

Style = Literal[
    "plain", "dim", "strong", "code", "good", "bad", "warn", "added", "removed", "changed", "hit"
]
"""What a piece means; the style sheet chooses the colour. Never the only sign of anything."""


class Piece(NamedTuple):
    """Some text in one style. May hold anything: it is made safe when it is fitted."""

    text: str
    style: Style = "plain"


class Line(NamedTuple):
    """One line: `left` is cut when room is short, `right` stands at the right edge."""

    left: tuple[Piece, ...] = ()
    right: tuple[Piece, ...] = ()
    target: Subject | None = None
    """What Enter goes to, and what operations on this line are about."""
    about: FieldPath = ()
    """The field that it shows, where a finding may lead to it."""


def line(
    *left: Piece | str,
    right: Iterable[Piece] = (),
    target: Subject | None = None,
    about: FieldPath = (),
) -> Line:
    """A line from pieces or plain texts."""
    made = tuple(Piece(piece) if isinstance(piece, str) else piece for piece in left)
    return Line(made, tuple(right), target, about)


def fit(shown: Line, width: int) -> list[Piece]:
    """The line in exactly `width` cells, as safe pieces."""
    right = [Piece(safe(text), style) for text, style in shown.right]
    kept = sum(cell_len(text) for text, _ in right)
    if kept >= width:
        right, kept = [], 0
    room = width - kept - (1 if right else 0)
    fitted: list[Piece] = []
    for text, style in shown.left:
        part = safe(text)
        size = cell_len(part)
        if size > room:
            part = cut(part, room)
            size = cell_len(part)
            fitted.append(Piece(part, style))
            room -= size
            break
        fitted.append(Piece(part, style))
        room -= size
    return [*fitted, Piece(" " * (width - kept - sum(cell_len(p.text) for p in fitted))), *right]


def plain(shown: Line, width: int) -> str:
    """The line as plain text, for golden files and bug reports."""
    return "".join(piece.text for piece in fit(shown, width)).rstrip()
