"""Markdown for pull requests and release notes, in which data stays text.

Titles come from anybody: no markup, HTML, mention, issue reference, image or link of theirs works.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial

from stdtree.label import Label
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
from stdtree.report.shortening import shortened
from stdtree.report.strokes import joined, marked, strokes
from stdtree.safe import safe

_BREAK = "\u200b"
"""Between the two halves of what a forge would turn into a link; shown as nothing."""
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MARKUP = re.compile(r"[\\`*_\[\]{}|~$!#&<>]")
_LINKED = re.compile(
    r"(?<=[@#])(?=\w)|(?<=\bGH-)(?=[0-9])|(?<=:)(?=//)|(?<=\bwww)(?=\.)", re.IGNORECASE
)
_START = re.compile(r"^([-+=]|[0-9]{1,9}(?=[.)](?:\s|$)))")
_MARKS: Mapping[Style, str] = {"strong": "**", "bad": "**"}
_STROKES: Mapping[Op, tuple[str, str]] = {
    "same": ("", ""),
    "removed": ("<del>", "</del>"),
    "added": ("<ins>", "</ins>"),
}
"""Tags, since `~~` and `**` do not work between a Chinese character and punctuation."""


def render(report: Report, look: Look) -> str:
    """A document: the title, then the blocks, as many as the report's limit leaves room for."""
    title = f"# {escape(report.title.in_(look.language))}"
    blocks = report.blocks
    if report.limit is not None:
        blocks = shortened(blocks, report.limit - len(title) - 1, partial(_size, look=look))
    parts = [title, *(part for block in blocks if (part := "\n".join(_lines(block, look))))]
    return "\n\n".join(parts) + "\n"


def _size(block: Block, room: int, *, look: Look) -> int:
    """Characters of a block with what stands between it and the next; no more than `room` or so."""
    size = 1
    for line in _lines(block, look):
        size += len(line) + 1
        if size > room:
            break
    return size


def escape(text: str) -> str:
    """One line of text that a Markdown reader shows as it is."""
    marked = _MARKUP.sub(lambda found: _ENTITIES.get(found[0], "\\" + found[0]), safe(text))
    return _LINKED.sub(_BREAK, marked.strip())


def _lines(block: Block, look: Look) -> Iterator[str]:
    if isinstance(block, Heading):
        if block.level > 1:
            yield f"{'#' * block.level} {escape(block.text.in_(look.language))}"
    elif isinstance(block, Paragraph):
        yield _paragraph(block.text, look)
    elif isinstance(block, Listing):
        yield from _items(block.items, look)
    else:
        yield from _table(block, look)


def _paragraph(text: Label, look: Look) -> str:
    lines = safe(text.in_(look.language), newlines=True).split("\n")
    return "\\\n".join(_line(escape(line)) for line in lines if line.strip())


def _line(escaped: str) -> str:
    """A line that does not begin with what would make it a heading, a list or a rule."""
    found = _START.match(escaped)
    if found is None:
        return escaped
    cut = found.end() if found[0].isdigit() else 0
    return f"{escaped[:cut]}\\{escaped[cut:]}"


def _items(items: tuple[Item, ...], look: Look) -> Iterator[str]:
    """Nested lists, folded ones behind `<details>`; iterative, since trees may be deep."""
    waiting: list[tuple[int, Item | str]] = [(0, item) for item in reversed(items)]
    while waiting:
        depth, item = waiting.pop()
        indent = "  " * depth
        if isinstance(item, str):
            yield item
            continue
        line = "".join(joined(_cell(cell, look) for cell in item.cells))
        if item.folded and item.below:
            yield f"{indent}- <details><summary>{_plain(item, look)}</summary>"
            yield ""
            waiting += [(depth, f"\n{indent}  </details>")]
        else:
            yield f"{indent}- {_line(line)}"
        waiting += [(depth + 1, below) for below in reversed(item.below)]


def _plain(item: Item, look: Look) -> str:
    """Cells inside an HTML block, where Markdown is not read but HTML is."""
    return escape_html("".join(joined(marked(cell, look.language) for cell in item.cells)))


def escape_html(text: str) -> str:
    """One line of text inside HTML."""
    marked = re.sub("[&<>]", lambda found: _ENTITIES[found[0]], safe(text))
    return _LINKED.sub(_BREAK, marked.strip())


def _cell(cell: Cell, look: Look) -> str:
    mark = _MARKS.get(cell.style, "")
    text = "".join(_stroke(text, op) for text, op in strokes(cell, look.language)).strip()
    return f"{mark}{text}{mark}" if text else ""


def _stroke(text: str, op: Op) -> str:
    """A piece between its tags, the spaces at its ends kept."""
    before, after = _STROKES[op]
    start = " " if text[:1].isspace() else ""
    end = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{start}{escape(text)}{end}{after}"


def _table(table: Table, look: Look) -> Iterator[str]:
    yield _row(escape(column.in_(look.language)) for column in table.columns)
    yield _row("--:" if i in table.numeric else "---" for i in range(len(table.columns)))
    for row in table.rows:
        yield _row(_cell(cell, look) for cell in row)


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"
