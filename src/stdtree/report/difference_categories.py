"""The categories that changed, in the order of the tree, with their consequences folded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.change import BaseKind, Change, ChangedEntity
from stdtree.model.difference import Difference
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy
from stdtree.report import Cell, Heading, Item, Listing, change_item

Fold = tuple[BaseKind, ChangedEntity]
_FOLDED: Mapping[Fold, Label] = {
    ("added", "category"): Label("个下级类目随之新增", "below it, added with it"),
    ("removed", "category"): Label("个下级类目随之移除", "below it, removed with it"),
    ("recoded", "category"): Label("个下级类目随之改码", "below it, recoded with it"),
    ("added", "standard"): Label("项标准随之新增", "in its table of standards, added with it"),
    ("removed", "standard"): Label("项标准随之移除", "in its table of standards, removed with it"),
}

TOLD_AS_REASONS = "change_notes"
"""The field whose contents stand with the events they explain."""


def section(difference: Difference) -> tuple[Heading | Listing, ...]:
    """Heading and list; nothing if no category changed."""
    found = tuple(item for _, item in items(difference))
    return (Heading(Label("类目变更", "Changed categories")), Listing(found)) if found else ()


def is_folded(change: Change) -> bool:
    """Whether it is shown below the change that brought it about."""
    return change.cascade and (change.kind, change.entity) in _FOLDED


def consequences(difference: Difference) -> Mapping[str, Mapping[Fold, tuple[Change, ...]]]:
    """Consequences by the category whose change brought them about, then by kind and entity."""
    roots = {
        (change.kind, change.id)
        for change in difference.changes
        if change.entity == "category" and not change.cascade
    }
    found: dict[str, dict[Fold, list[Change]]] = defaultdict(lambda: defaultdict(list))
    for change in difference.changes:
        if is_folded(change):
            cause = _cause(change, roots, difference)
            found[cause][change.kind, change.entity].append(change)
    return {
        cause: {fold: tuple(changes) for fold, changes in folds.items()}
        for cause, folds in found.items()
    }


def _cause(change: Change, roots: set[tuple[BaseKind, str]], difference: Difference) -> str:
    """The nearest category above with a change of this kind of its own; else the topmost one."""
    side = difference.before if change.kind == "removed" else difference.after
    start = change.id
    if change.entity == "standard":
        placed = side.taxonomy.standard(change.id)
        start = change.parent or (placed.home if placed else change.id)
    line = [start, *(category.id for category in side.taxonomy.ancestors(start))]
    return next((above for above in line if (change.kind, above) in roots), line[-1])


def both_sides(difference: Difference) -> Taxonomy:
    """The newer tree with what is gone at its old place."""
    before, after = difference.before.taxonomy, difference.after.taxonomy
    gone = (c for key, c in before.categories.items() if key not in after.categories)
    return after.with_(*gone)


def items(difference: Difference) -> Iterator[tuple[CategoryId, Item]]:
    """Each changed category with what happened to it, in the order of the tree."""
    own: dict[str, list[Change]] = defaultdict(list)
    for change in difference.changes:
        if (
            change.entity == "category"
            and change.field != TOLD_AS_REASONS
            and not is_folded(change)
        ):
            own[change.id].append(change)
    folded = consequences(difference)
    for _, category in both_sides(difference).walk():
        below = tuple(
            _fold(fold, changes, difference)
            for fold, changes in folded.get(category.id, {}).items()
        )
        if category.id in own:
            yield category.id, change_item.item(own[category.id], difference, below=below)
        elif below:
            name = Cell(names.coded(category.code, category.title), "strong")
            yield category.id, Item((name,), below)


def _fold(fold: Fold, changes: tuple[Change, ...], difference: Difference) -> Item:
    count = str(len(changes))
    sentence = Label(f"{count} ", f"{count} ") + _FOLDED[fold]
    below = tuple(change_item.item((change,), difference) for change in changes)
    return Item((Cell(sentence, "dim"),), below, folded=True)
