"""The indices of a taxonomy once a few of its categories have changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from stdtree.model.category import Category
from stdtree.model.grouping import Keys, grouped, live_code, parent_of, regrouped
from stdtree.model.ids import CategoryId
from stdtree.model.references import named_by
from stdtree.model.standard import Standard
from stdtree.model.stock import live_numbers, relisted, restocked, row_ids

_GROUPED: Mapping[str, Keys[Any]] = {
    "by_code": live_code,
    "_below": parent_of,
    "referrers": named_by,
    "homes": row_ids,
    "numbered": live_numbers,
}
"""The indices that are groups, by name."""


def mended(
    old: Mapping[CategoryId, Category],
    new: Mapping[CategoryId, Category],
    touched: Collection[CategoryId],
    known: Mapping[str, Any],
) -> Iterator[tuple[str, object]]:
    """The indices of `new`, by name, as far as those of `old` are `known`; these stay."""
    before = [old[key] for key in touched if key in old]
    after = [new[key] for key in touched if key in new]
    for name, keys in _GROUPED.items():
        if name in known:
            yield name, regrouped(known[name], keys, before, after)
    if "_in_order" in known:
        stale = {category.parent for category in chain(before, after)}
        kept = known["_in_order"]
        yield "_in_order", {key: kept[key] for key in kept.keys() - stale}
    if "related" in known and _relations(before) == _relations(after):
        yield "related", known["related"]
    if _rows(before) == _rows(after):
        yield from ((name, known[name]) for name in ("standards", "listed") if name in known)
        return
    if "standards" in known:
        rows = {row for category in chain(before, after) for row in row_ids(category)}
        homes = known.get("homes") or grouped(row_ids, old.values())
        homes = regrouped(homes, row_ids, before, after)
        yield "homes", homes
        yield "standards", restocked(known["standards"], rows, homes)
    if "listed" in known:
        yield "listed", relisted(known["listed"], before, after)


def _relations(categories: Iterable[Category]) -> dict[CategoryId, tuple[CategoryId, ...]]:
    return {category.id: category.related for category in categories if category.related}


def _rows(categories: Iterable[Category]) -> dict[CategoryId, tuple[Standard, ...]]:
    return {category.id: category.standards for category in categories if category.standards}
