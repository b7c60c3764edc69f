"""A difference as groups of rows to go through, and what each row says in full."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from stdtree.label import Label, Language, same
from stdtree.model import names, words
from stdtree.model.change import BASE_KINDS, EVENT_KINDS, Change, ChangedEntity, Event
from stdtree.model.changed_tree import both_sides
from stdtree.model.difference import Difference
from stdtree.model.finding import Subject
from stdtree.model.folding import TOLD_AS_REASONS
from stdtree.model.taxonomy import Taxonomy
from stdtree.report import Cell, Item, change_item
from stdtree.report.difference_categories import items, tree_of
from stdtree.report.difference_events import groups as told_events
from stdtree.tui.present.line import Line, Piece, line

OVERVIEW = Label("概览", "Overview")
CALLS_FOR = Label("变更要求提升", "the changes call for a new number")
EVENTS = Label("事件", "events")
CHANGES = Label("变更", "changes")
CONSEQUENCES = Label("其中随上级而变", "consequences of those above, among them")
PLACE = Label("位置", "place")
WITH_IT = Label("随之而变", "with it")

MOST_KINDS = 3
"""How many kinds of change a row names; the name of what changed needs room, too."""

_Thing = tuple[ChangedEntity, str]


class Row(NamedTuple):
    """A row of the list of changes, and what stands beside it when the cursor is on it."""

    line: Line
    items: tuple[Item, ...] = ()


class Group(NamedTuple):
    """Rows of one kind below their heading."""

    head: Row
    rows: tuple[Row, ...] = ()


def grouped(difference: Difference, language: Language) -> list[Group]:
    """The overview, events by kind, changed categories as they hang in the tree, the rest."""
    told = _Told(difference, language)
    return [told.overview(), *told.events(), *told.categories(), *told.others()]


def change_lines(difference: Difference, language: Language) -> list[Line]:
    """What changed, one line each: for the dialog of a commit."""
    told = _Told(difference, language)
    found = (*told.categories(indented=False), *told.others())
    return [row.line for group in found for row in (group.head, *group.rows)]


class _Told:
    """One difference told in one language."""

    def __init__(self, difference: Difference, language: Language) -> None:
        self.difference, self.language = difference, language
        self.by_thing: Mapping[_Thing, list[Change]] = _by_thing(difference.changes)

    @cached_property
    def folded(self) -> frozenset[int]:
        """The changes, as objects, that are told with what brought them about."""
        return frozenset(id(self.difference.changes[n - 1]) for n in self.difference.causes)

    @cached_property
    def tree(self) -> Taxonomy:
        return both_sides(self.difference)

    @cached_property
    def place(self) -> Mapping[str, tuple[int, int]]:
        """Where a category stands in the order of the tree, and how deep."""
        return {c.id: (at, depth) for at, (depth, c) in enumerate(self.tree.walk())}

    @cached_property
    def told_of(self) -> Mapping[_Thing, list[Item]]:
        """The events in which each thing takes part."""
        found: dict[_Thing, list[Item]] = defaultdict(list)
        for event in self.difference.events:
            told = self.event(event)
            kind = Cell(EVENT_KINDS[event.kind] + same(" "), "dim")
            for member in dict.fromkeys((*event.from_ids, *event.to_ids)):
                found[event.entity, member].append(Item((kind, *told.cells), told.below))
        return found

    def overview(self) -> Group:
        """How much there is of what, to begin with."""
        difference = self.difference
        events = Counter(event.kind for event in difference.events)
        things = [self._kinds(entity) for entity in words.ENTITY]
        cascades = len(difference.causes)
        told = (
            Item((Cell(names.titled(CALLS_FOR, words.BUMP[difference.required]), "strong"),)),
            *(Item((Cell(warning, "warn"),)) for warning in difference.warnings),
            _counted(
                EVENTS,
                len(difference.events),
                tuple(_counted(label, events[k]) for k, label in EVENT_KINDS.items() if events[k]),
            ),
            _counted(CHANGES, len(difference.changes), tuple(one for one in things if one.below)),
            *([_counted(CONSEQUENCES, cascades)] if cascades else ()),
        )
        return Group(Row(line(Piece(OVERVIEW.in_(self.language), "strong")), told))

    def _kinds(self, entity: ChangedEntity) -> Item:
        """How many changes of each kind."""
        kinds = Counter(c.kind for c in self.difference.changes if c.entity == entity)
        below = (_counted(label, kinds[kind]) for kind, label in BASE_KINDS.items() if kinds[kind])
        return Item((Cell(words.ENTITY[entity], "strong"),), tuple(below))

    def events(self) -> Iterator[Group]:
        """By kind, in each kind as the members stand in the tree."""
        order = list(EVENT_KINDS)
        events = sorted(
            self.difference.events, key=lambda event: (order.index(event.kind), *self._at(event))
        )
        for kind, found in groupby(events, key=lambda event: event.kind):
            told = [(event, self.event(event)) for event in found]
            rows = tuple(self._event_row(event, item) for event, item in told)
            below = tuple(item for _, item in told)
            yield self._group(
                EVENT_KINDS[kind], rows, Item((Cell(EVENT_KINDS[kind], "strong"),), below)
            )

    def event(self, event: Event) -> Item:
        """What happened, as the report says it."""
        return next(told_events((event,), self.difference)).below[0]

    def _event_row(self, event: Event, item: Item) -> Row:
        ids = event.to_ids or event.from_ids
        text = " ".join(cell.text.in_(self.language) for cell in item.cells)
        shown = line(f"  {text}", target=Subject(event.entity, ids[0]) if ids else None)
        return Row(shown, (item, *self._members(event)))

    def _members(self, event: Event) -> Iterator[Item]:
        """What changed of each member of an event."""
        for member in dict.fromkeys((*event.from_ids, *event.to_ids)):
            changes = self.by_thing.get((event.entity, member))
            if changes:
                yield change_item.item(changes, self.difference)

    def _at(self, event: Event) -> tuple[int, str]:
        member = (event.to_ids or event.from_ids or ("",))[0]
        return self.place.get(member, (0, 0))[0], member

    def categories(self, *, indented: bool = True) -> Iterator[Group]:
        """As they hang in the tree; what changed only along with them is told with them."""
        tree = tree_of(self.difference)
        rows = tuple(
            self._row(("category", line.category.id), item, depth=line.depth if indented else 0)
            for line, item in items(tree, self.difference)
            if line.changes
        )
        if rows:
            yield self._group(_changed("category"), rows, self._kinds("category"))

    def others(self) -> Iterator[Group]:
        """Standards, then bodies and what else there is."""
        for entity in words.ENTITY:
            if entity == "category":
                continue
            rows = tuple(
                self._row(thing, change_item.item(changes, self.difference))
                for thing, changes in self.by_thing.items()
                if thing[0] == entity and not self.folded.issuperset(map(id, changes))
            )
            if rows:
                yield self._group(_changed(entity), rows, self._kinds(entity))

    def _row(self, thing: _Thing, item: Item, *, depth: int = 0) -> Row:
        """Mark and name at the left, what changed at the right; in full with place and events."""
        mark, name = (
            item.cells[:2] if len(item.cells) > 1 else (Cell(same("·"), "dim"), *item.cells)
        )
        own = [
            change
            for change in self.by_thing.get(thing, ())
            if id(change) not in self.folded and change.field != TOLD_AS_REASONS
        ]
        kinds = list(dict.fromkeys(_kind(change).in_(self.language) for change in own))
        more = f" +{len(kinds) - MOST_KINDS}" if len(kinds) > MOST_KINDS else ""
        happened = " ".join(kinds[:MOST_KINDS]) + more or WITH_IT.in_(self.language)
        shown = Line(
            (
                Piece(f"  {'  ' * depth}{mark.text.in_(self.language)} ", mark.style),
                Piece(name.text.in_(self.language)),
            ),
            (Piece(f" {happened}", mark.style),),
            Subject(*thing),
        )
        return Row(shown, (*self._place_of(thing), item, *self.told_of.get(thing, ())))

    def _place_of(self, thing: _Thing) -> Iterator[Item]:
        """The path to a category or standard."""
        entity, one = thing
        path: list[Label] = []
        if entity == "standard":
            placed = self.difference.after.taxonomy.standard(one) or self.tree.standard(one)
            path = [names.category(self.tree, placed.home)] if placed else []
            one = placed.home if placed else one
        if entity in {"category", "standard"} and self.tree.get(one):
            above = reversed(self.tree.ancestors(one))
            path = [*(names.of_category(category) for category in above), *path]
        if path:
            told = Label(" › ".join(p.zh for p in path), " › ".join(p.en for p in path))
            yield Item((Cell(names.titled(PLACE, told), "dim"),))

    def _group(self, label: Label, rows: tuple[Row, ...], told: Item) -> Group:
        """Rows below a heading that counts them."""
        head = f"{label.in_(self.language)} ({len(rows)})"
        return Group(Row(line(Piece(head, "strong")), (told,)), rows)


def _changed(entity: ChangedEntity) -> Label:
    """The heading over changed things of one sort."""
    word = words.ENTITY[entity]
    return Label(f"{word.zh}变更", f"changes: {word.en}")


def _kind(change: Change) -> Label:
    """What kind of change; of a field, its name without what stands in brackets behind it."""
    if change.kind != "field":
        return BASE_KINDS[change.kind]
    field = (change.field or "").partition(".")[0]
    return words.field_word(field)


def _counted(label: Label, count: int, below: tuple[Item, ...] = ()) -> Item:
    return Item((Cell(label), Cell(same(str(count)), "strong")), below)


def _by_thing(changes: Iterable[Change]) -> Mapping[_Thing, list[Change]]:
    found: dict[_Thing, list[Change]] = defaultdict(list)
    for change in changes:
        found[change.entity, change.id].append(change)
    return found
