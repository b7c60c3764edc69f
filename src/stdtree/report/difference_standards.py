"""What happened to standards, and to all that is neither category nor standard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdtree.label import Label, same
from stdtree.model import names, words
from stdtree.model.change import BASE_KINDS, Change, Event
from stdtree.model.changed_tree import changed_tree
from stdtree.model.difference import Difference
from stdtree.model.event_kind import BaseKind
from stdtree.report import Cell, Heading, Item, Listing, Paragraph, change_item, difference_events
from stdtree.report.difference_categories import Only

Numbered = dict[str, list[tuple[int, Change]]]
"""Changes of each standard with their numbers, in the order of the tree."""


def section(
    difference: Difference, events: Iterable[Event], only: Only = None
) -> tuple[Heading | Listing | Paragraph, ...]:
    """Standards: removed, new edition, status, re-homed, new, the rest; nothing if none changed."""
    found, folded = _in_order(difference, only)
    linked = [
        e for e in events if e.entity == "standard" and e.kind not in ("creation", "deletion")
    ]
    covered = {number for event in linked for number in event.changes}
    rest = {
        one: left
        for one, changes in found.items()
        if (left := [change for number, change in changes if number not in covered])
    }
    items = (
        *_gathered("removed", rest, difference),
        *difference_events.groups(linked, difference),
        *_gathered("added", rest, difference),
        *_others(rest, difference),
    )
    if not items and not folded:
        return ()
    blocks: list[Heading | Listing | Paragraph] = [Heading(Label("标准变更", "Changed standards"))]
    if items:
        blocks.append(Listing(items))
    if folded:
        said = Label(
            f"另有 {folded} 项标准变更是类目变更的连带，见各类目。",
            f"{names.several(folded, 'more change')} of standards came with their categories;"
            " see there.",
        )
        blocks.append(Paragraph(said, "dim"))
    return tuple(blocks)


def things(difference: Difference, only: Only = None) -> tuple[Heading | Listing, ...]:
    """Organizations, facets, targets, consultations and the system itself."""
    items: list[Item] = []
    for thing in changed_tree(difference, only=_told(difference, only)).things:
        changes = [difference.changes[number - 1] for number in thing.changes]
        item = change_item.item(changes, difference)
        word = Cell(words.ENTITY[thing.entity], "dim")
        items.append(Item((word, *item.cells), item.below, counts=item.counts))
    return (Heading(Label("其他变更", "Other changes")), Listing(tuple(items))) if items else ()


def _told(difference: Difference, only: Only) -> set[int]:
    return {
        number
        for number, change in enumerate(difference.changes, 1)
        if change.entity not in ("category", "standard") and (only is None or number in only)
    }


def _in_order(difference: Difference, only: Only) -> tuple[Numbered, int]:
    """The changes that stand for themselves, and how many are told with those of categories."""
    own: set[int] = set()
    folded = 0
    for number, change in enumerate(difference.changes, 1):
        if change.entity != "standard" or not (only is None or number in only):
            continue
        cause = difference.causes.get(number)
        if cause is None or not (only is None or cause in only):
            own.add(number)
        elif difference.changes[cause - 1].entity == "category":
            folded += 1
    tree = changed_tree(difference, folded=False, only=own)
    return {
        row.standard.id: [(number, difference.changes[number - 1]) for number in row.changes]
        for line in tree.lines
        for row in line.rows
    }, folded


def _gathered(
    kind: BaseKind, rest: dict[str, list[Change]], difference: Difference
) -> Iterator[Item]:
    """All of one kind below one head."""
    below = tuple(
        change_item.item(changes, difference)
        for changes in rest.values()
        if changes[0].kind == kind
    )
    if below:
        yield Item((Cell(BASE_KINDS[kind], "strong"), Cell(same(f"({len(below)})"), "dim")), below)


def _others(rest: dict[str, list[Change]], difference: Difference) -> Iterator[Item]:
    """Details of standards that stay, by what changed."""
    below = [
        change_item.item(changes, difference)
        for changes in rest.values()
        if changes[0].kind not in ("added", "removed")
    ]
    if below:
        head = Label("其他字段", "other fields")
        yield Item((Cell(head, "strong"), Cell(same(f"({len(below)})"), "dim")), tuple(below))
