"""Pieces of a text that was reworded, wrapped into a column: what went, what came, what stayed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Literal

from rich.cells import cell_len

from stdtree.label import Label, Language
from stdtree.model.wording import Op
from stdtree.report import Cell
from stdtree.report.strokes import strokes
from stdtree.safe import safe
from stdtree.tui.present.line import Piece, Style
from stdtree.wrapping import spans

Column = Literal["before", "after"]
_HIDDEN: dict[Column, Op] = {"before": "added", "after": "removed"}
_STYLES: dict[Op, Style] = {"same": "plain", "removed": "removed", "added": "added"}
_BRACKETS: dict[Op, str] = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
"""Colour is never the only sign."""
Part = tuple[Piece, ...]


def reworded(before: Label, after: Label, language: Language, column: Column) -> Part:
    """One side of a text of which some stayed."""
    told = strokes(Cell(after, was=before), language)
    return tuple(
        Piece(_BRACKETS[op].format(text), _STYLES[op]) for text, op in told if op != _HIDDEN[column]
    )


def wrapped(pieces: Iterable[Piece], width: int) -> list[Part]:
    """The pieces in lines of at most `width` cells; none for no text."""
    lines: list[list[Piece]] = [[]]
    for text, style in pieces:
        first, *rest = safe(text, newlines=True).split("\n")
        lines[-1].append(Piece(first, style))
        lines += [[Piece(one, style)] for one in rest]
    if not any(piece.text for one in lines for piece in one):
        return []
    return [part for one in lines for part in _folded(one, max(width, 2))]


def _folded(pieces: Sequence[Piece], width: int) -> list[Part]:
    text = "".join(piece.text for piece in pieces)
    found = []
    for start, end in spans(text, width, split=True):
        stop = start + len(text[start:end].rstrip())
        found.append(tuple(_between(pieces, start, stop)))
    return found


def _between(pieces: Iterable[Piece], start: int, end: int) -> Iterable[Piece]:
    """What of the pieces lies between two places of their text."""
    at = 0
    for text, style in pieces:
        part = text[max(start - at, 0) : max(end - at, 0)]
        at += len(text)
        if part:
            yield Piece(part, style)


def beside(left: Sequence[Part], right: Sequence[Part], width: int) -> list[tuple[Piece, ...]]:
    """Two columns, the left one in exactly `width` cells."""
    rows = []
    for one, other in zip_longest(left, right, fillvalue=()):
        used = sum(cell_len(piece.text) for piece in one)
        rows.append((*one, Piece(" " * (width - used)), Piece(" │ ", "dim"), *other))
    return rows
