"""The correspondence (对照表) of two sides: every live id of either is accounted for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from stdtree.diff.lineage import Component, Link
from stdtree.diff.sides import Sides
from stdtree.model.category import Category, Extent
from stdtree.model.code import NaturalKey, natural_key
from stdtree.model.correspondence import Association, Cardinality
from stdtree.model.ids import CategoryId

_Key = tuple[bool, NaturalKey, str]


def correspond(
    sides: Sides, found: Iterable[Component], *, reused: Collection[CategoryId]
) -> tuple[Association, ...]:
    """Rows by the natural order of source codes, then of target codes; what has none comes last.

    `reused` holds the sources whose code means another category in the newer side.
    """
    declared = [row for component in found for row in _declared(component, reused=reused)]
    by_source: dict[CategoryId, list[Association]] = {}
    for row in declared:
        by_source.setdefault(str(row.source), []).append(row)
    before, after = sides.before.categories, sides.after.categories
    ended = {one for one in sides.touched if sides.lived(one) and not sides.lives(one)}
    special = by_source.keys() | ended | set(reused)
    rows: list[Association] = []
    for source in _in_order(before.values()):
        if source not in special:
            rows.append(Association(source, source, "1:1", "identity"))
        elif own := by_source.get(source):
            rows.extend(sorted(own, key=lambda row: _key(after[str(row.target)])))
        else:
            rows.append(_alone(source, ended=source in ended, reused=source in reused))
    targets = {row.target for row in declared}
    new = {one for one in sides.touched if sides.lives(one) and not sides.lived(one)}
    rows.extend(
        Association(None, target, "0:1", "identity")
        for target in _in_order(after[one] for one in new - targets)
    )
    return tuple(rows)


def _declared(component: Component, *, reused: Collection[CategoryId]) -> Iterator[Association]:
    """Rows of one component: its declarations, and its survivors as themselves.

    A source with several rows goes into each of them in part, whatever was declared.
    """
    extents: dict[Link, Extent] = {(one, one): "complete" for one in component.survivors}
    extents |= component.links
    spread = Counter(source for source, _ in extents)
    cardinality = _cardinality(len(component.older), len(component.newer))
    for (source, target), extent in extents.items():
        yield Association(
            source, target, cardinality,
            basis="identity" if source == target else "lineage",
            extent="partial" if spread[source] > 1 else extent,
            code_reused=source in reused,
        )  # fmt: skip


def _alone(source: CategoryId, *, ended: bool, reused: bool) -> Association:
    """The row of a category of which no lineage speaks."""
    if ended:
        return Association(source, None, "1:0", "identity", code_reused=reused)
    return Association(source, source, "1:1", "identity", code_reused=reused)


def _cardinality(older: int, newer: int) -> Cardinality:
    if older == 1:
        return "1:1" if newer == 1 else "1:n"
    return "n:1" if newer == 1 else "n:m"


def _in_order(categories: Iterable[Category]) -> list[CategoryId]:
    """Ids of those that are live."""
    live = [one for one in categories if one.status != "retired"]
    coded = sorted((one for one in live if one.code is not None), key=_place)
    return [*(one.id for one in coded), *sorted(one.id for one in live if one.code is None)]


def _place(category: Category) -> str:
    """Code, then id, as one text: a hundred thousand tuples would keep the collector busy."""
    return f"{natural_key(category.code or '')[0]}\0\0{category.id}"


def _key(category: Category) -> _Key:
    return category.code is None, natural_key(category.code or ""), category.id
