"""A difference as groups of rows to go through, and what each row says in full."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import groupby

from stdtree.label import Label, Language, same
from stdtree.model import names, words
from stdtree.model.change import BASE_KINDS, EVENT_KINDS, Change, ChangedEntity, Event
from stdtree.model.changed_tree import ChangedTree, Numbers, both_sides, changed_tree
from stdtree.model.difference import Difference
from stdtree.model.event_kind import EventKind
from stdtree.model.finding import Subject
from stdtree.model.folding import TOLD_AS_REASONS
from stdtree.model.taxonomy import Taxonomy
from stdtree.report import Cell, Item, Style, change_item
from stdtree.report.difference_categories import folds, said_of
from stdtree.report.difference_events import groups as told_events
from stdtree.tui.present.change_rows import (
    MARGIN,
    Group,
    Part,
    Row,
    Thing,
    by_thing,
    counted,
    heading,
    kind_of,
    members,
    nothing,
    place_of,
)
from stdtree.tui.present.items import item_lines
from stdtree.tui.present.line import Line, Piece, line
from stdtree.tui.present.sides import side_lines

OVERVIEW = Label("概览", "Overview")
CALLS_FOR = Label("变更要求提升", "the changes call for a new number")
EVENTS = Label("事件", "events")
CHANGES = Label("变更", "changes")
TREE = Label("变更树", "tree of changes")
CONSEQUENCES = Label("其中随上级而变", "consequences of those above, among them")
WITH_IT = Label("随之而变", "with it")
NOTHING = Label("没有符合筛选条件的变更", "no change is of the wanted sort")
_MARKS: Mapping[str, Style] = {"+": "added", "-": "removed", "~": "changed"}
MOST_KINDS = 2
"""How many kinds of change a row names; the name of what changed needs room, too."""
MOST_TOLD = 100
"""How many events stand beside the heading of their kind."""


def grouped(
    difference: Difference, language: Language, only: Collection[int] | None = None
) -> list[Group]:
    """The overview, events by kind, what changed as it hangs in the tree, the rest.

    With `only`, the changes with these numbers, and the events that rest on them.
    """
    return Told(difference, language, only).groups()


def change_lines(difference: Difference, language: Language) -> list[Line]:
    """What changed, one line each: for the dialog of a commit."""
    return [
        row.line for group in Told(difference, language).flat() for row in (group.head, *group.rows)
    ]


class Told:
    """One difference told in one language."""

    def __init__(
        self, difference: Difference, language: Language, only: Collection[int] | None = None
    ) -> None:
        self.difference, self.language = difference, language
        self.only = None if only is None else frozenset(only)
        numbered = enumerate(difference.changes, 1)
        self.changes = tuple(one for n, one in numbered if self.only is None or n in self.only)
        self.by_thing: Mapping[Thing, list[Change]] = by_thing(self.changes)

    @cached_property
    def folded(self) -> frozenset[int]:
        """The changes, as objects, that are told with what brought them about."""
        return frozenset(id(self.difference.changes[n - 1]) for n in self.difference.causes)

    @cached_property
    def tree(self) -> ChangedTree:
        """What changed as it hangs in the tree."""
        told = {
            number
            for number, change in enumerate(self.difference.changes, 1)
            if change.field != TOLD_AS_REASONS and (self.only is None or number in self.only)
        }
        return changed_tree(self.difference, only=told)

    @cached_property
    def _sides(self) -> Taxonomy:
        return both_sides(self.difference)

    @cached_property
    def _said(self) -> Mapping[str, list[Item]]:
        return said_of(self.difference)

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Where a category stands in the order of the tree."""
        return {c.id: at for at, (_, c) in enumerate(self._sides.walk())}

    @cached_property
    def _events_of(self) -> Mapping[Thing, list[Event]]:
        """The events in which each thing takes part."""
        found: dict[Thing, list[Event]] = defaultdict(list)
        for event in self.difference.events:
            for member in members(event):
                found[member].append(event)
        return found

    def groups(self) -> list[Group]:
        """All of it; what the details of any row need is looked up, too."""
        found = [self.overview(), *self.events(), *self.in_tree(), *self.others()]
        _ = self._said, self._events_of, self._sides, self.place
        return found

    def overview(self) -> Group:
        """How much there is of what, to begin with."""
        head = line(Piece(OVERVIEW.in_(self.language), "strong"))
        return Group(Row(head, lambda: tuple(self._overview())))

    def _overview(self) -> Iterator[Item]:
        difference = self.difference
        events = Counter(event.kind for event in self._wanted_events())
        things = [self._kinds(entity) for entity in words.ENTITY]
        kinds = (counted(label, events[one]) for one, label in EVENT_KINDS.items() if events[one])
        called = names.titled(CALLS_FOR, words.BUMP[difference.required])
        yield Item((Cell(called, "strong"),))
        yield from (Item((Cell(warning, "warn"),)) for warning in difference.warnings)
        yield counted(EVENTS, events.total(), tuple(kinds))
        yield counted(CHANGES, len(self.changes), tuple(one for one in things if one.below))
        if difference.causes:
            yield counted(CONSEQUENCES, len(difference.causes))

    def _kinds(self, entity: ChangedEntity) -> Item:
        """How many changes of each kind."""
        kinds = Counter(c.kind for c in self.changes if c.entity == entity)
        below = (counted(label, kinds[kind]) for kind, label in BASE_KINDS.items() if kinds[kind])
        return Item((Cell(words.ENTITY[entity], "strong"),), tuple(below))

    def _wanted_events(self) -> list[Event]:
        every, only = self.difference.events, self.only
        return [one for one in every if only is None or not only.isdisjoint(one.changes)]

    def events(self) -> Iterator[Group]:
        """By kind, in each kind as the members stand in the tree."""
        order = list(EVENT_KINDS)
        events = sorted(
            self._wanted_events(), key=lambda event: (order.index(event.kind), *self._at(event))
        )
        for kind, found in groupby(events, key=lambda event: event.kind):
            these = list(found)
            rows = tuple(self._event_row(event) for event in these)
            yield self._group(EVENT_KINDS[kind], rows, partial(self._kind_told, kind, these))

    def _kind_told(self, kind: EventKind, events: Sequence[Event]) -> tuple[Item, ...]:
        below = [self.event(event) for event in events[:MOST_TOLD]]
        if left := len(events) - len(below):
            rest = Label(f"其余 {left} 个见左侧列表", f"{left} more in the list at the left")
            below.append(Item((Cell(rest, "dim"),)))
        return (Item((Cell(EVENT_KINDS[kind], "strong"),), tuple(below)),)

    def event(self, event: Event) -> Item:
        """What happened, as the report says it."""
        return next(told_events((event,), self.difference)).below[0]

    def _event_row(self, event: Event) -> Row:
        ids = event.to_ids or event.from_ids
        text = " ".join(cell.text.in_(self.language) for cell in self.event(event).cells)
        target = Subject(event.entity, ids[0]) if ids else None
        changed = tuple(one for one in members(event) if one in self.by_thing)
        return Row(line(MARGIN, text, target=target), lambda: (self.event(event), *changed))

    def _at(self, event: Event) -> tuple[int, str]:
        member = (event.to_ids or event.from_ids or ("",))[0]
        return self.place.get(member, 0), member

    def in_tree(self) -> Iterator[Group]:
        """Categories as they hang in the tree, changed standards below their homes."""
        rows: list[Row] = []
        for at in self.tree.lines:
            thing = Thing("category", at.category.id)
            if at.changes:
                rows.append(self._row(thing, at.changes, depth=at.depth))
            else:
                name = names.of_category(at.category).in_(self.language)
                text = Piece(f"{'  ' * at.depth}· {name}", "dim")
                rows.append(Row(line(MARGIN, text, target=Subject(*thing))))
            for row in at.rows:
                standard = Thing("standard", row.standard.id)
                rows.append(self._row(standard, row.changes, depth=at.depth + 1))
        if rows:
            yield self._group(TREE, tuple(rows), self._all_kinds)

    def _all_kinds(self) -> tuple[Item, ...]:
        return self._kinds("category"), self._kinds("standard")

    def others(self) -> Iterator[Group]:
        """Bodies and what else there is."""
        for entity, things in groupby(self.tree.things, key=lambda thing: thing.entity):
            rows = tuple(self._row(Thing(entity, one.id), one.changes) for one in things)
            yield self._group(heading(entity), rows, partial(self._one_kind, entity))

    def _one_kind(self, entity: ChangedEntity) -> tuple[Item, ...]:
        return (self._kinds(entity),)

    def flat(self) -> Iterator[Group]:
        """Without the tree: categories, standards, and the rest, each under their heading."""
        rows: dict[ChangedEntity, list[Row]] = {"category": [], "standard": []}
        for at in self.tree.lines:
            if at.changes:
                rows["category"].append(self._row(Thing("category", at.category.id), at.changes))
            for one in at.rows:
                rows["standard"].append(self._row(Thing("standard", one.standard.id), one.changes))
        for entity, found in rows.items():
            if found:
                yield self._group(heading(entity), tuple(found), nothing)
        yield from self.others()

    def _row(self, thing: Thing, numbers: Numbers, *, depth: int = 0) -> Row:
        """Mark and name at the left, what changed at the right; in full with place and events."""
        changes = [self.difference.changes[number - 1] for number in numbers]
        mark = change_item.mark_of(changes)
        own = [one for one in changes if id(one) not in self.folded]
        kinds = list(dict.fromkeys(kind_of(change).in_(self.language) for change in own))
        more = f" +{len(kinds) - MOST_KINDS}" if len(kinds) > MOST_KINDS else ""
        happened = " ".join(kinds[:MOST_KINDS]) + more or WITH_IT.in_(self.language)
        name = change_item.name_of(changes, self.difference).in_(self.language)
        shown = Line(
            (MARGIN, Piece(f"{'  ' * depth}{mark} ", _MARKS[mark]), Piece(name)),
            (Piece(f" {happened}", _MARKS[mark]),),
            Subject(*thing),
        )
        return Row(shown, lambda: self._in_full(thing, numbers), thing)

    def _in_full(self, thing: Thing, numbers: Numbers) -> tuple[Part, ...]:
        said = self._said.get(thing.id, ()) if thing.entity == "category" else ()
        events = (self._event_told(event) for event in self._events_of.get(thing, ()))
        followed = folds(numbers, self.tree, self.difference)
        return (*place_of(thing, self.difference, self._sides), thing, *said, *followed, *events)

    def _event_told(self, event: Event) -> Item:
        told = self.event(event)
        kind = Cell(EVENT_KINDS[event.kind] + same(" "), "dim")
        return Item((kind, *told.cells), told.below)

    def _group(
        self, label: Label, rows: tuple[Row, ...], told: Callable[[], tuple[Part, ...]]
    ) -> Group:
        """Rows below a heading that counts what changed in them."""
        count = sum(row.thing is not None for row in rows) or len(rows)
        head = f"{label.in_(self.language)} ({count})"
        return Group(Row(line(Piece(head, "strong")), told), rows)

    def items(self, row: Row) -> tuple[Item, ...]:
        """What stands beside a row, in one column."""
        return tuple(self._item(part) for part in row.parts())

    def _item(self, part: Part) -> Item:
        if not isinstance(part, Thing):
            return part
        return change_item.item(self.by_thing[part], self.difference)

    def lines(self, row: Row, width: int, *, wide: bool) -> list[Line]:
        """The same as lines; where there is room, before and after side by side."""
        if not wide:
            return item_lines(self.items(row), self.language, width)
        found: list[Line] = []
        for part in row.parts():
            if isinstance(part, Thing):
                changes = self.by_thing[part]
                name = change_item.name_of(changes, self.difference).in_(self.language)
                found.append(line(Piece(name, "strong")))
                found += side_lines(changes, self.difference, self.language, width)
                found.append(Line())
            else:
                found += item_lines((part,), self.language, width)
        return found
