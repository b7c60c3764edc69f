"""Two sides, paired by id: which categories and standards went, came, or are not the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from stdtree.model.category import Category
from stdtree.model.ids import StandardId
from stdtree.model.taxonomy import Placed, Taxonomy

Rows = Mapping[StandardId, Placed]


@dataclass(frozen=True)
class Paired:
    """What there is to look at closely; everything else is the same on both sides."""

    before: Taxonomy
    after: Taxonomy
    gone: tuple[Category, ...]
    come: tuple[Category, ...]
    unequal: tuple[tuple[Category, Category], ...]

    @cached_property
    def rows(self) -> tuple[Rows, Rows]:
        """On either side, the standards of which anything may have changed, where they stand."""
        older, newer = map(_placed, self._tables)
        if not any(self.repeated):
            return older, newer
        wanted = older.keys() | newer.keys()  # with ids twice, the one that counts may stand apart
        return _among(wanted, self.before.standards), _among(wanted, self.after.standards)

    @cached_property
    def repeated(self) -> tuple[list[StandardId], list[StandardId]]:
        """Ids that more than one row of either side has."""
        ids, known = self._same
        older, newer = (
            [] if len(ids) == len(known) and _are_new(found, known) else _twice([*ids, *found])
            for found in map(_row_ids, self._tables)
        )
        return older, newer

    def stood(self, standard_id: StandardId) -> bool:
        """Whether there is such a standard in the older side."""
        return standard_id in self.rows[0] or standard_id in self._same[1]

    def stands(self, standard_id: StandardId) -> bool:
        """Whether there is such a standard in the newer side."""
        return standard_id in self.rows[1] or standard_id in self._same[1]

    @cached_property
    def _tables(self) -> tuple[list[Category], list[Category]]:
        """Categories whose tables of standards are not the same, on either side."""
        pairs = [pair for pair in self.unequal if pair[0].standards != pair[1].standards]
        return [*self.gone, *(old for old, _ in pairs)], [*self.come, *(new for _, new in pairs)]

    @cached_property
    def _same(self) -> tuple[list[StandardId], frozenset[StandardId]]:
        """Ids of all rows of tables that are the same on both sides; those ids as a set."""
        apart = {category.id for category in self._tables[0]}
        ids = _row_ids(one for key, one in self.before.categories.items() if key not in apart)
        return ids, frozenset(ids)


def paired(before: Taxonomy, after: Taxonomy) -> Paired:
    """One look at every category of either side; of most, their being equal is all there is."""
    older, newer = before.categories, after.categories
    both = zip(older.values(), map(newer.get, older), strict=True)
    unequal = [(old, new) for old, new in both if old is not new and old != new]
    gone = tuple(old for old, new in unequal if new is None)
    come: Iterable[Category] = ()
    if len(newer) > len(older) - len(gone):
        come = (new for category_id, new in newer.items() if category_id not in older)
    changed = tuple((old, new) for old, new in unequal if new is not None)
    return Paired(before, after, gone, tuple(come), changed)


def _placed(categories: Iterable[Category]) -> dict[StandardId, Placed]:
    return {row.id: Placed(one.id, row) for one in categories for row in one.standards}


def _among(wanted: Iterable[StandardId], standards: Rows) -> dict[StandardId, Placed]:
    return {one: standards[one] for one in wanted if one in standards}


def _row_ids(categories: Iterable[Category]) -> list[StandardId]:
    return [row.id for category in categories for row in category.standards]


def _are_new(ids: list[StandardId], known: frozenset[StandardId]) -> bool:
    """Whether each stands once, and nowhere else."""
    found = set(ids)
    return len(found) == len(ids) and known.isdisjoint(found)


def _twice(ids: Iterable[StandardId]) -> list[StandardId]:
    return sorted(one for one, count in Counter(ids).items() if count > 1)
