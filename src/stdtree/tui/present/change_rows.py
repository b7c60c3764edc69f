"""Rows of the list of changes: what they stand for, and what stands beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from stdtree.label import Label, same
from stdtree.model import names, words
from stdtree.model.change import BASE_KINDS, Change, ChangedEntity, Event
from stdtree.model.difference import Difference
from stdtree.model.folding import TOLD_AS_REASONS
from stdtree.model.taxonomy import Taxonomy
from stdtree.report import Cell, Item
from stdtree.tui.present.line import Line, Piece

PLACE = Label("位置", "place")
MARGIN = Piece("  ")
"""What every row below a heading begins with; marks of the list take its place."""


class Thing(NamedTuple):
    """Something that changed."""

    entity: ChangedEntity
    id: str


Part: TypeAlias = "Item | Thing"
"""What stands beside a row: something said, or all that changed of a thing."""


def nothing() -> tuple[Part, ...]:
    """Beside a row that says all there is to say."""
    return ()


@dataclass(frozen=True, eq=False, slots=True)
class Row:
    """A row of the list of changes, and what stands beside it when the cursor is on it."""

    line: Line
    parts: Callable[[], tuple[Part, ...]] = nothing
    """Made only when somebody looks at it: there may be many thousands of rows."""
    thing: Thing | None = None
    """What changed; None for headings, and for what only shows where changes stand."""


class Group(NamedTuple):
    """Rows of one kind below their heading."""

    head: Row
    rows: tuple[Row, ...] = ()


def members(event: Event) -> Iterator[Thing]:
    """What takes part in an event."""
    for member in dict.fromkeys((*event.from_ids, *event.to_ids)):
        yield Thing(event.entity, member)


def heading(entity: ChangedEntity) -> Label:
    """The heading over changed things of one sort."""
    word = words.ENTITY[entity]
    return Label(f"{word.zh}变更", f"changes: {word.en}")


def kind_of(change: Change) -> Label:
    """What kind of change; of a field, its name without what stands in brackets behind it."""
    if change.kind != "field":
        return BASE_KINDS[change.kind]
    field = (change.field or "").partition(".")[0]
    return words.field_word(field)


def counted(label: Label, count: int, below: tuple[Item, ...] = ()) -> Item:
    """How many there are of what."""
    return Item((Cell(label), Cell(same(str(count)), "strong")), below)


def by_thing(changes: Iterable[Change]) -> Mapping[Thing, list[Change]]:
    """The changes of each thing; notes of people are told with what they explain."""
    found: dict[Thing, list[Change]] = defaultdict(list)
    for change in changes:
        if change.field != TOLD_AS_REASONS:
            found[Thing(change.entity, change.id)].append(change)
    return found


def place_of(thing: Thing, difference: Difference, sides: Taxonomy) -> Iterator[Item]:
    """The path to a category or standard; `sides` has what is gone at its old place."""
    entity, one = thing
    path: list[Label] = []
    if entity == "standard":
        placed = difference.after.taxonomy.standard(one) or sides.standard(one)
        path = [names.category(sides, placed.home)] if placed else []
        one = placed.home if placed else one
    if entity in {"category", "standard"} and sides.get(one):
        above = reversed(sides.ancestors(one))
        path = [*(names.of_category(category) for category in above), *path]
    if path:
        told = Label(" › ".join(p.zh for p in path), " › ".join(p.en for p in path))
        yield Item((Cell(names.titled(PLACE, told), "dim"),))
