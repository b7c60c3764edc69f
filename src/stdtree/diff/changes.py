"""Base changes of categories and standards, paired by id."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from stdtree.diff.item import changed
from stdtree.diff.leaves import plain
from stdtree.diff.paired import Paired
from stdtree.model.category import Category
from stdtree.model.change import Change
from stdtree.model.code import extends
from stdtree.model.event_kind import BaseKind
from stdtree.model.taxonomy import Placed, Taxonomy


def category_changes(pairs: Paired) -> Iterator[Change]:
    """What happened to categories; their tables of standards are left to `standard_changes`."""
    before, after = pairs.before, pairs.after
    for old in pairs.gone:
        yield _whole_category("removed", old, here=before, there=after)
    for new in pairs.come:
        yield _whole_category("added", new, here=after, there=before)
    for old, new in pairs.unequal:
        yield from _changed_category(old, new, before=before, after=after)


def standard_changes(pairs: Paired) -> Iterator[Change]:
    """What happened to standards, wherever they stand."""
    older, newer = pairs.rows
    for standard_id, old in older.items():
        new = newer.get(standard_id)
        if new is None:
            yield _whole_standard("removed", old, here=pairs.before, there=pairs.after)
            continue
        if old.home != new.home:
            yield Change("moved", "standard", standard_id, from_=old.home, to=new.home)
        if not (old.standard is new.standard or old.standard == new.standard):
            yield from changed("standard", standard_id, old.standard, new.standard)
    for standard_id, new in newer.items():
        if standard_id not in older:
            yield _whole_standard("added", new, here=pairs.after, there=pairs.before)


def _whole_category(kind: BaseKind, item: Category, *, here: Taxonomy, there: Taxonomy) -> Change:
    parent = item.parent
    return Change(
        kind, "category", item.id,
        parent=parent,
        value=plain(replace(item, standards=())),
        cascade=parent in here.categories and parent not in there.categories,
    )  # fmt: skip


def _whole_standard(kind: BaseKind, row: Placed, *, here: Taxonomy, there: Taxonomy) -> Change:
    return Change(
        kind, "standard", row.standard.id,
        parent=row.home,
        value=plain(row.standard),
        cascade=row.home in here.categories and row.home not in there.categories,
    )  # fmt: skip


def _changed_category(
    old: Category, new: Category, *, before: Taxonomy, after: Taxonomy
) -> Iterator[Change]:
    apart = {"standards"}
    if (old.status == "retired") != (new.status == "retired"):
        yield from _turned(old, new)
        apart |= {"status", "retired"}
    for change in changed("category", old.id, old, new, without=apart):
        if change.kind == "recoded" and _follows_parent(old, new, before=before, after=after):
            yield replace(change, cascade=True)
        else:
            yield change


def _turned(old: Category, new: Category) -> Iterator[Change]:
    """Retired or reinstated. Alone it means from or to active; a draft is said beside it."""
    kind: BaseKind = "retired" if new.status == "retired" else "reinstated"
    blocks = plain((old.retired, new.retired))
    yield Change(kind, "category", old.id, from_=blocks[0], to=blocks[1])
    if "draft" in (old.status, new.status):
        yield Change(
            "field",
            "category",
            old.id,
            field="status",
            op="change",
            from_=old.status,
            to=new.status,
        )


def _follows_parent(old: Category, new: Category, *, before: Taxonomy, after: Taxonomy) -> bool:
    """Whether nothing of the code changed but what it has from its parent's."""
    if old.parent != new.parent or old.code is None or new.code is None:
        return False
    was, now = before.get(old.parent), after.get(new.parent)
    if was is None or now is None or was.code is None or now.code is None or was.code == now.code:
        return False
    return extends(old.code, was.code) and new.code == now.code + old.code[len(was.code) :]
