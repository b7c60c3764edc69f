"""What happened, kind by kind: mergers, breakdowns, codes reused, new editions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.change import EVENT_KINDS, Event
from stdtree.model.difference import Difference
from stdtree.model.event_kind import EventKind
from stdtree.model.taxonomy import Taxonomy, sibling_key
from stdtree.report import Cell, Heading, Item, Listing, change_item

_RESTATED: frozenset[EventKind] = frozenset(("code-change", "name-change", "redefinition"))
"""Kinds that say no more than the list of changed categories, and are therefore folded."""

_DETAILED: frozenset[EventKind] = frozenset(("status-change", "re-homed"))
"""Kinds whose members' names do not say what happened."""


def section(difference: Difference) -> tuple[Heading | Listing, ...]:
    """Heading and list of what happened to categories; nothing if nothing did."""
    events = [event for event in difference.events if event.entity == "category"]
    items = tuple(groups(events, difference))
    return (Heading(Label("事件", "Events")), Listing(items)) if items else ()


def groups(events: Iterable[Event], difference: Difference) -> Iterator[Item]:
    """One item for each kind, its events below, in the order of the kinds."""
    order = list(EVENT_KINDS)
    sorted_events = sorted(
        events, key=lambda event: (order.index(event.kind), _place(event, difference))
    )
    for kind, found in groupby(sorted_events, key=lambda event: event.kind):
        below = tuple(_item(event, difference) for event in found)
        head = (Cell(EVENT_KINDS[kind], "strong"), Cell(same(f"({len(below)})"), "dim"))
        yield Item(head, below, folded=kind in _RESTATED)


def _place(event: Event, difference: Difference) -> list[tuple[object, ...]]:
    """Where an event stands in its group: by the codes of its members, the newer ones first."""
    after = _by_code(event.to_ids, difference.after.taxonomy)
    before = _by_code(event.from_ids, difference.before.taxonomy)
    return [key for key, _ in (*after, *before)]


def _by_code(members: Iterable[str], taxonomy: Taxonomy) -> list[tuple[tuple[object, ...], str]]:
    """Categories with their sorting keys, as siblings sort; what is no category by its id."""
    found = ((taxonomy.get(member), member) for member in members)
    return sorted((sibling_key(c) if c else (True, (), "", m), m) for c, m in found)


def _item(event: Event, difference: Difference) -> Item:
    cells = [Cell(_happened(event, difference))]
    if event.inferred:
        cells.append(Cell(Label("[推断]", "[inferred]"), "warn"))
    if event.kind == "redefinition" and event.real is None:
        cells.append(Cell(Label("[是否实质变更：待定]", "[real or virtual: undecided]"), "warn"))
    below = [change_item.reason_item(event.reason)] if event.reason else []
    if event.kind == "transfer":
        moved = (difference.changes[number - 1] for number in event.changes)
        below += (change_item.item((change,), difference) for change in moved)
    if event.kind in _DETAILED:
        rests_on = [difference.changes[number - 1] for number in event.changes]
        below += (change_item.details(change, difference) for change in rests_on)
    return Item(tuple(cells), tuple(below))


def _happened(event: Event, difference: Difference) -> Label:
    """Members on both sides; one side alone for what began or ended."""
    old, new = difference.before.taxonomy, difference.after.taxonomy
    before = names.listed(
        names.named(old, event.entity, member) for _, member in _by_code(event.from_ids, old)
    )
    after = names.listed(
        names.named(new, event.entity, member) for _, member in _by_code(event.to_ids, new)
    )
    if event.kind == "code-reused":
        code = event.code or ""
        return names.titled(Label(f"编号 {code}", f"code {code}"), names.arrow(before, after))
    if not event.from_ids:
        return after
    if not event.to_ids or before == after:
        return before
    return names.arrow(before, after)
