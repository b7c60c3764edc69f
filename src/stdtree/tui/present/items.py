"""Items of a report as lines to scroll through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from stdtree.label import Language
from stdtree.report import Cell, Item
from stdtree.report.strokes import marked
from stdtree.safe import safe
from stdtree.tui.present.cells import wrap
from stdtree.tui.present.line import Line, Piece, line


def item_lines(
    items: Iterable[Item], language: Language, width: int, *, indent: int = 0
) -> list[Line]:
    """Each item, and what hangs below it moved in."""
    lines: list[Line] = []
    for item in items:
        lines += _cells(item.cells, language, width, indent=indent)
        lines += item_lines(item.below, language, width, indent=indent + 2)
    return lines


def _cells(
    cells: tuple[Cell, ...], language: Language, width: int, *, indent: int
) -> Iterator[Line]:
    """One line if it fits; else wrapped, in the style of its last cell."""
    pieces = [Piece(f"{marked(cell, language)} ", cell.style) for cell in cells]
    if indent + sum(cell_len(safe(piece.text)) for piece in pieces) <= width and not any(
        "\n" in piece.text for piece in pieces
    ):
        yield line(" " * indent, *pieces)
        return
    style = pieces[-1].style if pieces else "plain"
    text = safe("".join(piece.text for piece in pieces), newlines=True)
    for part in wrap(text.rstrip(), max(width - indent, 8)):
        yield line(" " * indent, Piece(part, style))
