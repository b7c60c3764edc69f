"""Text for a terminal or a pipe: plain lines, tables drawn to the width, colour only when asked.

rich is imported only for a table or for colour, so that `stdtree check` need not wait for it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

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
from stdtree.safe import safe

Line = list[tuple[str, Style]]

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
            yield "".join(_coloured(text, style) for text, style in line)
        else:
            yield "".join(text for text, _ in line)


def _lines(block: Heading | Paragraph | Listing, look: Look) -> Iterator[Line]:
    if isinstance(block, Heading):
        yield [(safe(block.text.in_(look.language)), "strong")]
    elif isinstance(block, Paragraph):
        for text in safe(block.text.in_(look.language), newlines=True).split("\n"):
            yield [(text, block.style)]
    else:
        yield from _items(block.items, look)


def _items(items: tuple[Item, ...], look: Look) -> Iterator[Line]:
    """Each item on a line, what is below it indented; iterative, since trees may be deep."""
    waiting = [(0, item) for item in reversed(items)]
    while waiting:
        depth, item = waiting.pop()
        line: Line = [("  " * depth, "plain")]
        for cell in item.cells:
            line += [(_text(cell, look), cell.style), (" ", "plain")]
        yield line[:-1]
        if look.unfold or not item.folded:
            waiting.extend((depth + 1, below) for below in reversed(item.below))


def _text(cell: Cell, look: Look) -> str:
    return safe(cell.text.in_(look.language))


def _coloured(text: str, style: Style) -> str:
    from rich.color import ColorSystem
    from rich.style import Style as RichStyle

    known = RichStyle.parse(_COLOURS.get(style, ""))
    return known.render(text, color_system=ColorSystem.STANDARD)


def _table(table: Table, look: Look) -> Iterator[str]:
    from rich import box
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    drawn = RichTable(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for index, column in enumerate(table.columns):
        title = Text(safe(column.in_(look.language)))
        justify = "right" if index in table.numeric else "left"
        drawn.add_column(title, justify=justify, overflow="fold")  # type: ignore[arg-type]  # a Literal
    for row in table.rows:
        drawn.add_row(*(Text(_text(cell, look), _COLOURS.get(cell.style, "")) for cell in row))
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
