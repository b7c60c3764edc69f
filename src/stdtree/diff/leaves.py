"""An item as a flat table of leaves: dotted field name to plain value.

`{"title.zh": "…", "code": "BB", "plan.stage": "to-draft", "facets.chain": ["pilot"]}`. Texts,
plans and other structures are opened; a list is one leaf, except for the comments of a
consultation, which are opened by id (`comments.c1.disposition`). What is empty (no value, no text,
no row) has no leaf. Comparing and patching both speak of leaves, so what one says the other can do.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeVar

import msgspec
from msgspec import NODEFAULT, UNSET, Struct

from stdtree.model.canonical import canonical

Item = TypeVar("Item", bound=Struct)
Leaves = dict[str, Any]

SETS = frozenset(
    {
        "accepted", "aliases", "also_in", "branches", "change_notes", "channels", "consulted",
        "domains", "maps", "related", "replaces", "roles", "sign_offs", "split_from",
        "succeeded_by",
    }
)  # fmt: skip
"""Lists whose order means nothing, by the last part of the field's name; facet values are too."""
TABLES: Mapping[str, Mapping[str, Any]] = {"comments": {"disposition": "open"}}
"""Lists that are opened by id, with what a row holds even where it does not say so."""
WHOLE = frozenset({"bump"})
"""Structures that are one leaf: to name a profile and to write it out are not the same text."""


def plain(value: object) -> Any:
    """A model value as JSON data: what a change holds is equal to what is read from its file."""
    return msgspec.json.decode(msgspec.json.encode(value))


def leaves_of(name: str, value: object) -> Leaves:
    """The leaves of one field of an item."""
    if value is None or value is UNSET or value == ():
        return {}
    return opened(name, value if isinstance(value, str) else plain(value))


def flattened(item: Struct, *, without: Collection[str] = ()) -> Leaves:
    """All leaves of an item but those of the fields in `without`."""
    flat: Leaves = {}
    for name in item.__struct_fields__:
        if name not in without:
            flat |= leaves_of(name, getattr(item, name))
    return flat


def rebuilt(flat: Leaves, *, like: Item) -> Item:
    """The item that has these leaves, of the type of `like`.

    Raises msgspec.ValidationError if there is no such item.
    """
    kind = type(like)
    nested: dict[str, Any] = {}
    for path, value in flat.items():
        *above, last = path.split(".")
        place = nested
        for step in above:
            place = place.setdefault(step, {})
            if not isinstance(place, dict):
                message = f"`{path}` lies within a plain value"
                raise msgspec.ValidationError(message)
        place[last] = value
    optional = dict(zip(kind.__struct_fields__[::-1], kind.__struct_defaults__[::-1], strict=False))
    for name in TABLES.keys() & nested.keys():
        nested[name] = list(nested[name].values())
    for name in kind.__struct_fields__:
        if name not in nested and optional.get(name, NODEFAULT) is NODEFAULT:
            nested[name] = type(getattr(like, name))()  # it has to be there: there and empty
    return msgspec.convert(nested, kind)


def with_whole_rows(one: Leaves, other: Leaves) -> tuple[Leaves, Leaves]:
    """Leaves of a list opened by id, a row that only one side has as a single leaf."""
    tables = [_gathered(leaves) for leaves in (one, other)]
    apart = tables[0].keys() ^ tables[1].keys()
    older, newer = (
        {path: leaf for path, leaf in leaves.items() if _row(path) not in apart}
        | {path: row for path, row in table.items() if path in apart}
        for leaves, table in zip((one, other), tables, strict=True)
    )
    return older, newer


def same(path: str, one: object, other: object) -> bool:
    """Whether two values of a leaf (UNSET: none) are equal; sets compare as sets."""
    if one == other:
        return True
    if not (isinstance(one, list) and isinstance(other, list) and _is_set(path)):
        return False
    return {canonical(value) for value in one} == {canonical(value) for value in other}


def unequal(one: Leaves, other: Leaves) -> list[tuple[str, Any, Any]]:
    """Path and both values (UNSET: none) of every leaf that differs, sorted by path."""
    found = []
    for path in sorted(one.keys() | other.keys()):
        old, new = one.get(path, UNSET), other.get(path, UNSET)
        if not same(path, old, new):
            found.append((path, old, new))
    return found


def opened(path: str, data: object) -> Leaves:
    """The leaves of plain data."""
    if path in TABLES and isinstance(data, list):
        data = _by_id(data, TABLES[path])
    if path in WHOLE or not isinstance(data, Mapping):
        return {path: data}
    flat: Leaves = {}
    for key, value in data.items():
        flat |= opened(f"{path}.{key}", value)
    return flat


def _row(path: str) -> str:
    """Of `comments.c1.disposition`, the row that it belongs to."""
    return ".".join(path.split(".", 2)[:2])


def _gathered(leaves: Leaves) -> dict[str, dict[str, Any]]:
    """The rows of a list opened by id, each as plain data."""
    rows: dict[str, dict[str, Any]] = {}
    for path, leaf in leaves.items():
        rows.setdefault(_row(path), {})[path.rpartition(".")[2]] = leaf
    return rows


def _by_id(rows: Sequence[Mapping[str, Any]], defaults: Mapping[str, Any]) -> dict[str, Any]:
    """Rows by their ids; of several with one id, the second is called `id#2`."""
    found: dict[str, Any] = {}
    for row in rows:
        key, count = row["id"], 1
        while key in found:
            count += 1
            key = f"{row['id']}#{count}"
        found[key] = {**defaults, **row}
    return found


def _is_set(path: str) -> bool:
    return path.startswith("facets.") or path.rsplit(".", 1)[-1] in SETS
