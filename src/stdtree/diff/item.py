"""Base changes of one item that is on both sides, whatever kind of item it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

from msgspec import UNSET, Struct
from msgspec.structs import astuple

from stdtree.diff.leaves import TABLES, leaves_of, unequal, with_whole_rows
from stdtree.model.change import Change, ChangedEntity

TITLES = frozenset({"title", "name"})
"""Fields that say what an item is called: each language is a `renamed`."""
CODES = frozenset({"code", "number"})
"""Fields that people print and cite: `recoded`."""


def changed(
    entity: ChangedEntity, item_id: str, old: Struct, new: Struct, *, without: Collection[str] = ()
) -> Iterator[Change]:
    """What differs field by field; the fields in `without` are somebody else's business."""
    fields = zip(old.__struct_fields__, astuple(old), astuple(new), strict=True)
    for name, one, other in fields:
        if one is other or one == other or name in without:
            continue
        leaves = leaves_of(name, one), leaves_of(name, other)
        if name in TABLES:
            leaves = with_whole_rows(*leaves)
        for path, before, after in unequal(*leaves):
            yield _change(entity, item_id, path, before=before, after=after)


def _change(
    entity: ChangedEntity, item_id: str, path: str, *, before: object, after: object
) -> Change:
    head, _, rest = path.partition(".")
    old, new = (None if value is UNSET else value for value in (before, after))
    if head in TITLES:
        return Change("renamed", entity, item_id, lang=rest, from_=old, to=new)
    if path in CODES:
        return Change("recoded", entity, item_id, from_=old, to=new)
    if path == "parent":
        return Change("moved", entity, item_id, from_=old, to=new)
    op: Literal["set", "unset", "change"] = "change"
    if before is UNSET:
        op = "set"
    elif after is UNSET:
        op = "unset"
    return Change("field", entity, item_id, field=path, op=op, from_=before, to=after)
