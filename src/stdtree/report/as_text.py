"""Text for a terminal or a pipe: plain lines, tables drawn to the width, colour only when asked.

rich is imported only for a table or for colour, so that `stdtree check` need not wait for it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from stdtree.model.wording import Op
from stdtree.report import (
    Block,
    Cell,
    Heading,
    Item,
    Listing,
    Look,
    Paragraph,
    Report,
    Style,
    Table,
)
from stdtree.report.strokes import marked, strokes
from stdtree.safe import safe
from stdtree.wrapping import spans

Line = list[tuple[str, str]]
"""Texts with their colours, as rich names them."""

_COLOURS: Mapping[Style, str] = {
    "good": "green",
    "bad": "bold red",
    "warn": "yellow",
    "dim": "dim",
    "strong": "bold",
    "added": "green",
    "removed": "red",
    "changed": "cyan",
}
_STROKES: Mapping[Op, str] = {"removed": "red strike", "added": "green underline"}
"""Not by colour alone: not everybody tells red from green."""
_HANG = 2
"""What a folded line goes on with stands so much further in."""
_LEAST = 20
"""Cells that a line has however deep it stands."""


def render(report: Report, look: Look) -> str:
    """The blocks, an empty line between them; the title belongs to documents, not to a terminal."""
    parts: list[str] = []
    follows = False
    for block in report.blocks:
        if follows:
            parts.append("")
        parts.extend(_drawn(block, look))
        follows = not isinstance(block, Heading)
    return "".join(f"{part}\n" for part in parts)


def _drawn(block: Block, look: Look) -> Iterator[str]:
    if isinstance(block, Table):
        yield from _table(block, look)
        return
    for line in _lines(block, look):
        if look.color:
            yield "".join(_coloured(text, colour) for text, colour in line)
        else:
            yield "".join(text for text, _ in line)


def _lines(block: Heading | Paragraph | Listing, look: Look) -> Iterator[Line]:
    if isinstance(block, Heading):
        yield [(safe(block.text.in_(look.language)), _COLOURS["strong"])]
    elif isinstance(block, Paragraph):
        for text in safe(block.text.in_(look.language), newlines=True).split("\n"):
            yield from _folded([(text, _COLOURS.get(block.style, ""))], look, hang=0)
    else:
        yield from _items(block.items, look)


def _items(items: tuple[Item, ...], look: Look) -> Iterator[Line]:
    """Each item on a line, what is below it indented; iterative, since trees may be deep."""
    waiting = [(0, item) for item in reversed(items)]
    while waiting:
        depth, item = waiting.pop()
        line: Line = []
        for cell in item.cells:
            told = _cell(cell, look)
            if told and line and not line[-1][0].endswith("："):
                line.append((" ", ""))
            line += told
        yield from _folded(line, look, indent=2 * depth)
        if look.unfold or not item.folded:
            waiting.extend((depth + 1, below) for below in reversed(item.below))


def _cell(cell: Cell, look: Look) -> Line:
    colour = _COLOURS.get(cell.style, "")
    if cell.was is not None and not look.color:
        return [(marked(cell, look.language), colour)]
    return [(text, _STROKES.get(op, colour)) for text, op in strokes(cell, look.language)]


def _folded(line: Line, look: Look, *, indent: int = 0, hang: int = _HANG) -> Iterator[Line]:
    """The line, or where it is to be folded and too wide, its parts below one another."""
    text = "".join(part for part, _ in line)
    if not look.wrap or len(text) * 2 + indent <= look.width:
        yield [(" " * indent, ""), *line]
        return
    room = max(look.width - indent, _LEAST)
    for at, (start, end) in enumerate(spans(text, room, hang=hang)):
        margin = " " * (indent + hang if at else indent)
        yield [(margin, ""), *_cut(line, start, start + len(text[start:end].rstrip()))]


def _cut(line: Line, start: int, end: int) -> Iterator[tuple[str, str]]:
    """What of the line lies between two positions of its text."""
    at = 0
    for text, colour in line:
        if part := text[max(start - at, 0) : max(end - at, 0)]:
            yield part, colour
        at += len(text)


def _coloured(text: str, colour: str) -> str:
    from rich.color import ColorSystem
    from rich.style import Style as RichStyle

    return RichStyle.parse(colour).render(text, color_system=ColorSystem.STANDARD)


def _table(table: Table, look: Look) -> Iterator[str]:
    from rich import box
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    padding = (0, 0 if table.cut else 1)  # where there is too little room, it goes to what is cut
    drawn = RichTable(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=padding)
    for index, column in enumerate(table.columns):
        title = Text(safe(column.in_(look.language)))
        justify = "right" if index in table.numeric else "left"
        whole = bool(table.cut) and index not in table.cut
        drawn.add_column(title, justify=justify, overflow="fold", no_wrap=whole)  # type: ignore[arg-type]  # a Literal
    for row in table.rows:
        texts = [Text(marked(cell, look.language), _COLOURS.get(cell.style, "")) for cell in row]
        for index in table.cut:
            texts[index].no_wrap, texts[index].overflow = True, "ellipsis"
        drawn.add_row(*texts)
    out = io.StringIO()
    console = Console(
        file=out,
        width=look.width,
        force_terminal=look.color,
        force_jupyter=False,
        no_color=not look.color,
        color_system="standard" if look.color else None,
        legacy_windows=False,
    )
    console.print(drawn)
    yield from (line.rstrip() for line in out.getvalue().rstrip("\n").split("\n"))
