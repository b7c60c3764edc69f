"""An item as a flat table of leaves: dotted field name to plain value.

`{"title.zh": "…", "code": "BB", "plan.stage": "to-draft", "facets.chain": ["pilot"]}`. Texts,
plans and other structures are opened; a list is one leaf. What is empty (no value, no text, no
row) has no leaf. Comparing and patching both speak of leaves, so what one says the other can do.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

import msgspec
from msgspec import NODEFAULT, UNSET, Struct

from stdtree.model.canonical import canonical

Item = TypeVar("Item", bound=Struct)
Leaves = dict[str, Any]

SETS = frozenset(
    {
        "accepted", "aliases", "also_in", "change_notes", "domains", "maps", "replaces", "roles",
        "split_from", "succeeded_by",
    }
)  # fmt: skip
"""Lists whose order means nothing, by the last part of the field's name; facet values are too."""


def plain(value: object) -> Any:
    """A model value as JSON data: what a change holds is equal to what is read from its file."""
    return msgspec.json.decode(msgspec.json.encode(value))


def leaves_of(name: str, value: object) -> Leaves:
    """The leaves of one field of an item."""
    if value is None or value is UNSET or value == ():
        return {}
    return _opened(name, value if isinstance(value, str) else plain(value))


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
    for name in kind.__struct_fields__:
        if name not in nested and optional.get(name, NODEFAULT) is NODEFAULT:
            nested[name] = type(getattr(like, name))()  # it has to be there: there and empty
    return msgspec.convert(nested, kind)


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


def _opened(path: str, data: object) -> Leaves:
    if not isinstance(data, Mapping):
        return {path: data}
    flat: Leaves = {}
    for key, value in data.items():
        flat |= _opened(f"{path}.{key}", value)
    return flat


def _is_set(path: str) -> bool:
    return path.startswith("facets.") or path.rsplit(".", 1)[-1] in SETS
