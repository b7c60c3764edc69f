"""Applying the changes of one item to its leaves; every change is held against what is there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import UNSET

from stdtree.diff.item import CODES, TITLES
from stdtree.diff.leaves import (
    TABLES,
    Item,
    Leaves,
    flattened,
    leaves_of,
    opened,
    rebuilt,
    same,
    unequal,
)
from stdtree.diff.misfit import Misfit
from stdtree.label import Label
from stdtree.model.change import Change

OTHER = Label("现有内容与变更前的内容不同", "what is there is not what the change starts from")
_THERE = Label("这个标识已经存在", "this id is there already")
GONE = Label("没有这个标识", "there is no such id")
_SHAPE = Label("结果不合格式：", "the result has the wrong shape: ")


def edited(
    items: Mapping[str, Item],
    changes: Mapping[str, Sequence[Change]],
    *,
    kind: type[Item],
    without: Collection[str] = (),
) -> dict[str, Item | None]:
    """The items that the changes (by id, in order) leave; None for one that goes.

    Raises Misfit where a change does not fit; the fields in `without` stay as they are.
    """
    made: dict[str, Item | None] = {}
    for item_id, steps in changes.items():
        item, first = items.get(item_id), steps[0]
        if first.kind == "added":
            if item is not None or len(steps) > 1:
                raise Misfit(first, _THERE)
            made[item_id] = _restored(first, kind)
        elif item is None:
            raise Misfit(first, GONE)
        elif first.kind == "removed":
            gone = flattened(_restored(first, kind), without=without)
            others = unequal(gone, flattened(item, without=without))
            if len(steps) > 1 or others:
                raise Misfit(first, OTHER, others)
            made[item_id] = None
        else:
            made[item_id] = patched(item, steps, without=without)
            if getattr(made[item_id], "id", item_id) != item_id:
                raise Misfit(first, OTHER)
    return made


def patched(item: Item, steps: Sequence[Change], *, without: Collection[str] = ()) -> Item:
    """The item after all of its changes. Raises Misfit where it is not what one starts from."""
    now = flattened(item, without=without)
    made = dict(now)
    for change in steps:
        for path, before, after in _edits(change, item, now):
            found = now.get(path, UNSET)
            if not same(path, found, before) or path.partition(".")[0] in without:
                raise Misfit(change, OTHER, [(path, before, found)])
            made.pop(path, None)
            if after is not UNSET:
                made[path] = after
    try:
        whole = rebuilt(made, like=item)
    except msgspec.ValidationError as error:
        raise Misfit(steps[0], _SHAPE + Label(str(error), str(error))) from error
    return msgspec.structs.replace(whole, **{name: getattr(item, name) for name in without})


def _restored(change: Change, kind: type[Item]) -> Item:
    """The item that an `added` or `removed` change carries."""
    try:
        item = msgspec.convert(change.value, kind)
    except msgspec.ValidationError as error:
        raise Misfit(change, _SHAPE + Label(str(error), str(error))) from error
    if getattr(item, "id", change.id) != change.id:
        raise Misfit(change, OTHER)
    return item


def _edits(change: Change, item: Item, now: Leaves) -> list[tuple[str, Any, Any]]:
    """Path, value before and value after (UNSET: none) of each leaf that a change speaks of."""
    fields = frozenset(item.__struct_fields__)
    before, after = (UNSET if one is None else one for one in (change.from_, change.to))
    match change.kind:
        case "retired" | "reinstated":
            return _turn(change, now)
        case "renamed":
            return [(f"{next(iter(TITLES & fields), '')}.{change.lang}", before, after)]
        case "recoded":
            return [(next(iter(CODES & fields), ""), before, after)]
        case "moved":
            return [("parent", before, after)]
        case "field" if change.field:
            return _of_field(change.field, change.from_, change.to)
        case _:
            raise Misfit(change, OTHER)


def _of_field(path: str, before: object, after: object) -> list[tuple[str, Any, Any]]:
    """One leaf; all leaves of a row of a list that is opened by id."""
    if path.partition(".")[0] not in TABLES:
        return [(path, before, after)]
    old, new = (opened(path, one) if one is not UNSET else {} for one in (before, after))
    return [(one, old.get(one, UNSET), new.get(one, UNSET)) for one in dict.fromkeys((*old, *new))]


def _turn(change: Change, now: Leaves) -> list[tuple[str, Any, Any]]:
    """A retirement or its mirror: the status, and the block leaf by leaf."""
    ends = change.kind == "retired"
    if (now["status"] == "retired") == ends:
        expected = "active" if ends else "retired"
        raise Misfit(change, OTHER, [("status", expected, now["status"])])
    before, after = leaves_of("retired", change.from_), leaves_of("retired", change.to)
    status = ("status", now["status"], "retired" if ends else "active")
    paths = before.keys() | after.keys()
    return [status, *((path, before.get(path, UNSET), after.get(path, UNSET)) for path in paths)]
