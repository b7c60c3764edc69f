"""A report that has to fit: each section keeps what matters most, and says what it leaves out.

Small sections stay whole and leave their room to large ones. A large one first closes what only
follows from other changes, then drops details, then keeps but the first lines of each branch or
group, then the lower levels, and only at last the end of its list, or what ranks last in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from stdtree.label import Label
from stdtree.report import Block, Cell, Heading, Item, Listing, Paragraph, Table

Size = Callable[[Block, int], int]
"""Characters of a block, counted as far as the room that is given with it."""
_NOTE = 120
"""Room kept for saying what is left out."""
_FEW = (100, 50, 20, 10, 5, 2)
"""Lines of each branch or group that are kept as long as there is room."""
_DEEPEST = 2
"""Levels that are kept as long as there is room."""


def shortened(blocks: Sequence[Block], room: int, size: Size) -> tuple[Block, ...]:
    """The same blocks if they fit into `room`, else as much of each section as its share allows."""
    sections = _sections(blocks)
    sizes = [_sum(section, room, size) for section in sections]
    if sum(sizes) <= room:
        return tuple(blocks)
    if len(sections) == 1:
        return tuple(_fitted(sections[0], max(room - _NOTE, 0), size))
    left = room - sizes[0]  # the summary
    waiting = sorted(range(1, len(sections)), key=sizes.__getitem__)
    for done, at in enumerate(waiting):
        share = left // (len(waiting) - done)
        if sizes[at] > share:
            sections[at] = _fitted(sections[at], max(share - _NOTE, 0), size)
        left -= _sum(sections[at], room, size)
    return tuple(block for section in sections for block in section)


def _sections(blocks: Sequence[Block]) -> list[list[Block]]:
    """What comes before the first heading, then each heading with what stands below it."""
    sections: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Heading):
            sections.append([])
        sections[-1].append(block)
    return sections


def _sum(section: Sequence[Block], room: int, size: Size) -> int:
    return sum(size(block, room) for block in section)


def _fitted(section: list[Block], room: int, size: Size) -> list[Block]:
    """The section with as much detail as there is room for, and what it lacks."""
    for made in _plainer(section):
        if _sum(made, room, size) <= room:
            break
    else:
        made = _cut(made, room, size)
    missing = _counted(section) - _counted(made)
    said = Label("为控制篇幅，细节从略。", "Details are left out to keep this short.")
    if missing:
        said = Label(
            f"为控制篇幅，细节从略，另有 {missing} 项未列出。",
            f"To keep this short, details are left out, and {missing} more are not listed.",
        )
    return [*made, Paragraph(said, "dim")]


def _plainer(section: list[Block]) -> Iterator[list[Block]]:
    """The section with less and less."""
    yield [_each(block, _closed) for block in section]
    yield [_each(block, _bare) for block in section]
    for count in _FEW:
        yield [_each(block, partial(_few, count=count)) for block in section]
    for depth in range(_DEEPEST, -1, -1):
        yield [_each(block, partial(_flat, depth=depth)) for block in section]


def _each(block: Block, change: Callable[[Item], Item]) -> Block:
    return Listing(tuple(map(change, block.items))) if isinstance(block, Listing) else block


def _closed(item: Item) -> Item:
    """Without what is below folded lines: the line itself says how many there are."""
    below = () if item.folded else tuple(map(_closed, item.below))
    return Item(item.cells, below, counts=item.counts, rank=item.rank)


def _bare(item: Item) -> Item:
    """Only lines that tell a change or an event, or have such a line below."""
    below = () if item.folded else tuple(_bare(one) for one in item.below if _told(one))
    return Item(item.cells, below, counts=item.counts, rank=item.rank)


def _few(item: Item, *, count: int) -> Item:
    """Bare, with so many lines directly below it; how many changes the others tell."""
    told = [] if item.folded else [one for one in item.below if _told(one)]
    below = [_few(one, count=count) for one in told[:count]]
    if more := sum(map(_told, told[count:])):
        said = Label(f"… 另有 {more} 项", f"… {more} more")
        below.append(Item((Cell(said, "dim"),)))
    return Item(item.cells, tuple(below), counts=item.counts, rank=item.rank)


def _flat(item: Item, *, depth: int) -> Item:
    """Bare, with `depth` levels below it; of the next, how many changes it tells."""
    told = [one for one in item.below if _told(one)]
    if depth and not item.folded:
        below = tuple(_flat(one, depth=depth - 1) for one in told)
        return Item(item.cells, below, counts=item.counts, rank=item.rank)
    more = sum(map(_told, told))
    said = Cell(Label(f"（其下另有 {more} 项）", f"(and {more} below)"), "dim")
    return Item((*item.cells, said) if more else item.cells, counts=item.counts, rank=item.rank)


def _cut(section: list[Block], room: int, size: Size) -> list[Block]:
    """As many whole lines and rows as there is room for; headings and paragraphs stay."""
    long = (Listing, Table)
    left = room - _sum([b for b in section if not isinstance(b, long)], room, size)
    made: list[Block] = []
    for block in section:
        if isinstance(block, long):
            block = _first(block, left, size)  # noqa: PLW2901  # what is kept of it
            left -= size(block, room)
        made.append(block)
    return made


def _first(block: Listing | Table, room: int, size: Size) -> Block:
    if isinstance(block, Listing):
        ranked = sorted(range(len(block.items)), key=lambda at: block.items[at].rank)
        kept = _fitting([Listing((block.items[at],)) for at in ranked], room, size)
        return Listing(tuple(block.items[at] for at in sorted(ranked[:kept])))
    head = size(Table(block.columns, (), block.numeric, block.cut), room)
    rows = [Table((), (row,)) for row in block.rows]
    kept = _fitting(rows, room - head, size)
    return Table(block.columns, block.rows[:kept], block.numeric, block.cut)


def _fitting(parts: Sequence[Block], room: int, size: Size) -> int:
    """How many of the parts, from the first, fit."""
    for count, part in enumerate(parts):
        room -= size(part, room)
        if room < 0:
            return count
    return len(parts)


def _told(item: Item) -> int:
    """How many changes and events an item tells, with all below it."""
    count, waiting = 0, [item]
    while waiting:
        one = waiting.pop()
        count += one.counts
        waiting.extend(one.below)
    return count


def _counted(section: Sequence[Block]) -> int:
    """How many changes, events or rows a section tells."""
    return sum(
        sum(map(_told, block.items)) if isinstance(block, Listing) else len(block.rows)
        for block in section
        if isinstance(block, (Listing, Table))
    )
