"""What happened to standards, and to all that is neither category nor standard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from stdtree.label import Label, same
from stdtree.model import words
from stdtree.model.change import BASE_KINDS, Change, Event
from stdtree.model.difference import Difference
from stdtree.report import Cell, Heading, Item, Listing, change_item, difference_events
from stdtree.report.difference_categories import both_sides, is_folded


def section(difference: Difference) -> tuple[Heading | Listing, ...]:
    """Standards: new, new edition, status, re-homed, the rest; nothing if none changed."""
    events = [e for e in difference.events if e.entity == "standard" and _links(e)]
    covered = {number for event in events for number in event.changes}
    rest = [
        change
        for number, change in enumerate(difference.changes, start=1)
        if change.entity == "standard" and not is_folded(change) and number not in covered
    ]
    items = (
        *_gathered("added", rest, difference),
        *difference_events.groups(events, difference),
        *_gathered("removed", rest, difference),
        *_each([c for c in rest if c.kind not in ("added", "removed")], difference),
    )
    return (Heading(Label("标准变更", "Changed standards")), Listing(items)) if items else ()


def others(difference: Difference) -> tuple[Heading | Listing, ...]:
    """Organizations, facets, targets and the system itself."""
    changes = [c for c in difference.changes if c.entity not in ("category", "standard")]
    by_thing: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in changes:
        by_thing[change.entity, change.id].append(change)
    items = tuple(
        Item((Cell(words.ENTITY[found[0].entity]), *item.cells), item.below)
        for found in by_thing.values()
        for item in (change_item.item(found, difference),)
    )
    return (Heading(Label("其他变更", "Other changes")), Listing(items)) if items else ()


def _links(event: Event) -> bool:
    """Whether the event says more than that one row came or went."""
    return event.kind not in ("creation", "deletion")


def _gathered(kind: str, changes: Iterable[Change], difference: Difference) -> Iterator[Item]:
    """All of one kind below one head."""
    found = _in_order([change for change in changes if change.kind == kind], difference)
    if found:
        word = next(label for name, label in BASE_KINDS.items() if name == kind)
        head = (Cell(word, "strong"), Cell(same(f"({len(found)})"), "dim"))
        yield Item(head, tuple(change_item.item((change,), difference) for change in found))


def _each(changes: list[Change], difference: Difference) -> Iterator[Item]:
    by_id: dict[str, list[Change]] = defaultdict(list)
    for change in _in_order(changes, difference):
        by_id[change.id].append(change)
    for found in by_id.values():
        yield change_item.item(found, difference)


def _in_order(changes: list[Change], difference: Difference) -> list[Change]:
    """In the order of the tree by their homes."""
    if not changes:
        return []
    both = both_sides(difference)
    place = {category.id: n for n, (_, category) in enumerate(both.walk())}
    before, after = difference.before.taxonomy, difference.after.taxonomy

    def home(change: Change) -> tuple[int, str]:
        placed = after.standard(change.id) or before.standard(change.id)
        return (place.get(placed.home, len(place)) if placed else len(place), change.id)

    return sorted(changes, key=home)
