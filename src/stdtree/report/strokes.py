"""The text of a cell stroke by stroke: what stays, and where a text was reworded, what went, came.

Used by every format, so that all show the same words; each draws them in its own way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdtree.label import Language
from stdtree.model.wording import Op, reworded
from stdtree.report import Cell
from stdtree.safe import safe

LIKE = 0.25
"""A text of which less stays is told as another one: its remains only hinder reading."""


def strokes(cell: Cell, language: Language) -> Iterator[tuple[str, Op]]:
    """Pieces in reading order, safe to show; a cell that says nothing has none."""
    after = safe(cell.text.in_(language))
    if cell.was is None:
        if after:
            yield after, "same"
        return
    before = safe(cell.was.in_(language))
    pieces = reworded(before, after)
    stays = sum(len(piece.text) for piece in pieces if piece.op == "same")
    if stays < LIKE * max(len(before), len(after)):
        yield from ((text, op) for text, op in _whole(before, after) if text)
        return
    yield from ((piece.text, piece.op) for piece in pieces)


def joined(texts: Iterable[str]) -> Iterator[str]:
    """Texts of cells with what stands between them: a space, but none behind a Chinese colon."""
    last = ""
    for text in texts:
        if text:
            yield text if not last or last.endswith("：") else f" {text}"
            last = text


def marked(cell: Cell, language: Language) -> str:
    """The cell in one string without colours: `[-what went-]{+what came+}`."""
    return "".join(_MARKS[op].format(text) for text, op in strokes(cell, language))


_MARKS: dict[Op, str] = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


def _whole(before: str, after: str) -> tuple[tuple[str, Op], ...]:
    return (before, "removed"), (after, "added")
