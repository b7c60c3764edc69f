"""The categories that changed as branches of the tree, with their consequences folded."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from stdtree.label import Label
from stdtree.model import names, words
from stdtree.model.change import BASE_KINDS, ChangedEntity, Event
from stdtree.model.changed_tree import ChangedTree, Line, changed_tree
from stdtree.model.code import natural_key
from stdtree.model.difference import Difference
from stdtree.model.event_kind import BaseKind
from stdtree.model.folding import TOLD_AS_REASONS
from stdtree.model.grouped_events import RESTATED
from stdtree.report import Cell, Heading, Item, Listing, change_item, judgement

Only = Collection[int] | None
"""Numbers of the changes to tell; all if None."""


def section(difference: Difference, only: Only = None) -> tuple[Heading | Listing, ...]:
    """Heading and tree; nothing if no category changed."""
    tree = tree_of(difference, only)
    if not tree.lines:
        return ()
    return (
        Heading(Label("类目变更", "Changed categories")),
        Listing(_nested(tree, [item for _, item in items(tree, difference)])),
    )


def tree_of(difference: Difference, only: Only = None) -> ChangedTree:
    """The branches in which categories changed, their standards left to their own section."""
    told = {
        number
        for number, change in enumerate(difference.changes, 1)
        if (change.entity == "category" or number in difference.causes)
        and change.field != TOLD_AS_REASONS
        and (only is None or number in only)
    }
    homeless = {
        number
        for number in told
        if difference.changes[number - 1].entity != "category"
        and difference.causes[number] not in told
    }
    return changed_tree(difference, only=told - homeless)


def items(tree: ChangedTree, difference: Difference) -> Iterator[tuple[Line, Item]]:
    """Each line with what happened to it and what followed from that; its children left out."""
    said = said_of(difference)
    for line in tree.lines:
        below = [*said.get(line.category.id, ()), *folds(line.changes, tree, difference)]
        changes = [difference.changes[number - 1] for number in line.changes]
        if changes:
            yield line, change_item.item(changes, difference, below=below)
        else:
            yield line, Item((Cell(names.of_category(line.category), "dim"),))


def folds(numbers: Sequence[int], tree: ChangedTree, difference: Difference) -> Iterator[Item]:
    """What only followed from these changes, in one line that opens."""
    found = [follower for number in numbers for follower in tree.folded.get(number, ())]
    if not found:
        return
    counted = Counter(
        (difference.changes[number - 1].entity, difference.changes[number - 1].kind)
        for number in found
    )
    sentence = names.titled(
        Label(f"连带 {len(found)} 项", names.several(len(found), "consequence")),
        names.listed(_several(entity, kind, count) for (entity, kind), count in _sorted(counted)),
    )
    yield Item(
        (Cell(sentence, "dim"),),
        tuple(_followers(found, difference)),
        folded=True,
        counts=len(found),
    )


def _followers(numbers: Sequence[int], difference: Difference) -> Iterator[Item]:
    """Consequences by what they happened to, in the order of codes and numbers."""
    by_thing: dict[tuple[ChangedEntity, str], list[int]] = defaultdict(list)
    for number in numbers:
        change = difference.changes[number - 1]
        by_thing[change.entity, change.id].append(number)

    def place(thing: tuple[ChangedEntity, str]) -> tuple[object, ...]:
        code = _code(*thing, difference)
        return (thing[0], code is None, natural_key(code or ""), thing[1])

    for thing in sorted(by_thing, key=place):
        changes = [difference.changes[number - 1] for number in by_thing[thing]]
        made = change_item.item(changes, difference)
        yield Item(made.cells, made.below)  # counted above, in the line that opens


def _code(entity: ChangedEntity, item_id: str, difference: Difference) -> str | None:
    for end in (difference.after, difference.before):
        if entity == "category" and (category := end.taxonomy.get(item_id)):
            return category.code
        if entity == "standard" and (placed := end.taxonomy.standard(item_id)):
            return placed.standard.number
    return None


_Counted = tuple[tuple[ChangedEntity, BaseKind], int]


def _sorted(counted: Mapping[tuple[ChangedEntity, BaseKind], int]) -> list[_Counted]:
    order = [(entity, kind) for entity in words.ENTITY for kind in BASE_KINDS]
    return sorted(counted.items(), key=lambda row: order.index(row[0]))


def _several(entity: ChangedEntity, kind: BaseKind, count: int) -> Label:
    """12 个类目改码; 12 categories recoded."""
    what, done = words.ENTITY[entity], BASE_KINDS[kind]
    unit = "项" if entity == "standard" else "个"
    more = "categories" if entity == "category" else f"{what.en}s"
    english = f"{names.several(count, what.en, more)} {'changed' if kind == 'field' else done.en}"
    return Label(f"{count} {unit}{what.zh}{done.zh}", english)


def said_of(difference: Difference) -> Mapping[str, list[Item]]:
    """Whether a category means something else now, and why it was recoded, renamed or reworded."""
    by_category: dict[str, list[Event]] = defaultdict(list)
    for event in difference.events:
        if event.kind in RESTATED and event.entity == "category":
            by_category[event.to_ids[0]].append(event)
    return {one: list(_meant(events)) for one, events in by_category.items()}


def _meant(events: Sequence[Event]) -> Iterator[Item]:
    for event in events:
        if event.kind == "redefinition":
            yield judgement.item(event)
    for reason in {str(event.reason): event.reason for event in events if event.reason}.values():
        yield change_item.reason_item(reason)


def _nested(tree: ChangedTree, made: Sequence[Item]) -> tuple[Item, ...]:
    """Lines below the lines above them, and last how many beside them did not change."""
    below: dict[int, list[Item]] = defaultdict(list)
    for at in range(len(made) - 1, -1, -1):  # children stand behind their parents
        line, item = tree.lines[at], made[at]
        rest = [*reversed(below.pop(at, ())), *_unchanged(line.unchanged)]
        below[line.up].append(
            Item(item.cells, (*item.below, *rest), item.folded, item.counts) if rest else item
        )
    return (*reversed(below[-1]), *_unchanged(tree.unchanged))


def _unchanged(count: int) -> tuple[Item, ...]:
    if not count:
        return ()
    said = Label(
        f"… {count} 个类目未变", f"… {names.several(count, 'category', 'categories')} unchanged"
    )
    return (Item((Cell(said, "dim"),)),)
