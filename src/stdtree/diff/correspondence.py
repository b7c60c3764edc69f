"""The correspondence (对照表) of two sides: every live id of either is accounted for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from stdtree.diff.lineage import Component, Link
from stdtree.diff.sides import Sides
from stdtree.model.category import Extent
from stdtree.model.code import natural_key
from stdtree.model.correspondence import Association, Cardinality
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy

_Key = tuple[bool, bool, tuple[tuple[int, int, str], ...], str]


def correspond(
    sides: Sides, found: Iterable[Component], *, reused: Collection[CategoryId]
) -> tuple[Association, ...]:
    """Rows by the natural order of source codes, then of target codes; what has none comes last.

    `reused` holds the sources whose code means another category in the newer side.
    """
    rows = [row for component in found for row in _declared(component, reused=reused)]
    rows.extend(_by_identity(sides, rows, reused=reused))

    def order(row: Association) -> tuple[_Key, _Key]:
        return _key(sides.before, row.source), _key(sides.after, row.target)

    return tuple(sorted(rows, key=order))


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


def _by_identity(
    sides: Sides, rows: Iterable[Association], *, reused: Collection[CategoryId]
) -> list[Association]:
    """Rows of the categories of which no lineage speaks."""
    sources = {row.source for row in rows}
    targets = {row.target for row in rows}
    found = []
    for source, category in sides.before.categories.items():
        if not category.is_live or source in sources:
            continue
        again = source in reused
        if sides.lives(source):
            found.append(Association(source, source, "1:1", "identity", code_reused=again))
        else:
            found.append(Association(source, None, "1:0", "identity", code_reused=again))
    for target, category in sides.after.categories.items():
        if category.is_live and target not in targets and not sides.lived(target):
            found.append(Association(None, target, "0:1", "identity"))
    return found


def _cardinality(older: int, newer: int) -> Cardinality:
    if older == 1:
        return "1:1" if newer == 1 else "1:n"
    return "n:1" if newer == 1 else "n:m"


def _key(taxonomy: Taxonomy, category_id: CategoryId | None) -> _Key:
    category = taxonomy.get(category_id)
    if category is None:
        return True, True, (), ""
    return False, category.code is None, natural_key(category.code or ""), category.id
