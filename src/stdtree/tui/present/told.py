"""A report as lines to scroll through."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Language
from stdtree.report import Block, Heading, Listing, Paragraph, Report
from stdtree.safe import safe
from stdtree.tui.present.cells import wrap
from stdtree.tui.present.items import item_lines
from stdtree.tui.present.line import Line, Piece, line


def report_lines(report: Report, language: Language, width: int) -> list[Line]:
    """Headings, text and lists in the width there is."""
    return [one for block in report.blocks for one in _lines(block, language, width)]


def _lines(block: Block, language: Language, width: int) -> Iterator[Line]:
    match block:
        case Heading(text, level):
            if level > 2:  # noqa: PLR2004 -- below the title
                yield line("")
            for part in wrap(safe(text.in_(language)), width):
                yield line(Piece(part, "strong"))
        case Paragraph(text, style):
            for part in wrap(safe(text.in_(language), newlines=True), width):
                yield line(Piece(part, style))
        case Listing(items):
            yield from item_lines(items, language, width)
