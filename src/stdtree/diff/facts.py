"""What a category or standard says, fact by fact: what can have come about each at its own time.

A leaf (see `leaves`) is a fact; of a list of notes or maps each entry is one, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from msgspec import Struct

from stdtree.diff.leaves import flattened, plain, same
from stdtree.model.canonical import canonical
from stdtree.model.ids import StandardId
from stdtree.model.taxonomy import Taxonomy


class Fact(NamedTuple):
    """Which fact it is; two versions that have it may differ in its value."""

    field: str
    """Dotted below the category or standard; empty for a row as a whole."""
    standard: StandardId | None = None
    """The row of the table of standards that it belongs to."""
    entry: bytes = b""
    """An entry of a list is known by what it says: its canonical JSON."""


Facts = Mapping[Fact, Any]


def of_categories(taxonomy: Taxonomy, *, rows_by_field: bool = False) -> Facts:
    """All facts of the categories of a (small) taxonomy; a row is one, or one for each field."""
    found: dict[Fact, Any] = {}
    for category in taxonomy.categories.values():
        found |= _of_item(category, without=("id", "standards"))
        for row in sorted(category.standards, key=lambda row: row.id):
            found[Fact("", row.id)] = plain(row)
            if rows_by_field:
                facts = _of_item(row).items()
                found |= {fact._replace(standard=row.id): value for fact, value in facts}
    return found


def of_standards(taxonomy: Taxonomy) -> Facts:
    """All facts of the standards of a (small) taxonomy, their home among them."""
    found: dict[Fact, Any] = {}
    for placed in taxonomy.standards.values():
        found[Fact("category")] = placed.home
        found |= _of_item(placed.standard)
    return found


def holds(facts: Facts, fact: Fact, value: object) -> bool:
    """Whether these facts have this one with this value; sets compare as sets."""
    return fact in facts and same(fact.field, facts[fact], value)


def _of_item(item: Struct, *, without: tuple[str, ...] = ("id",)) -> dict[Fact, Any]:
    flat = flattened(item, without=without)
    return {fact: value for path, leaf in flat.items() for fact, value in _opened(path, leaf)}


def _opened(path: str, leaf: object) -> Iterator[tuple[Fact, Any]]:
    if isinstance(leaf, list) and all(isinstance(entry, dict) for entry in leaf):
        yield from ((Fact(path, entry=canonical(entry)), entry) for entry in leaf)
    else:
        yield Fact(path), leaf
