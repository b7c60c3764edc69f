"""What lies between two releases that do not follow each other, and rows as readers want them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from stdtree.model.category import Category
from stdtree.model.code import NaturalKey, natural_key
from stdtree.model.correspondence import Association
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy

_Key = tuple[bool, bool, NaturalKey, str]


def unplaced(before: Taxonomy, after: Taxonomy) -> frozenset[CategoryId]:
    """Members of lineage newly declared that live on neither end where they would have to.

    A source has to be live in `before`, a target in `after`. Such a member came and went in
    between: only a release in which it lives can say what it has to do with either end.
    """
    known = set(_declared(before.categories.values()))
    found: set[CategoryId] = set()
    for link in _declared(after.categories.values()):
        if link not in known:
            source, target = link
            found |= {source} if not lives(before, source) else set()
            found |= {target} if not lives(after, target) else set()
    return frozenset(found)


def lives(taxonomy: Taxonomy, category_id: CategoryId) -> bool:
    """Whether the category is there and live."""
    category = taxonomy.get(category_id)
    return category is not None and category.is_live


def arranged(
    rows: Iterable[Association], before: Taxonomy, after: Taxonomy
) -> tuple[Association, ...]:
    """The rows by the natural order of source codes, then of target codes, reused codes marked."""
    reused = _reused(before, after)
    marked = (replace(row, code_reused=row.source in reused) for row in rows)
    return tuple(
        sorted(marked, key=lambda row: (_key(before, row.source), _key(after, row.target)))
    )


def _declared(categories: Iterable[Category]) -> Iterator[tuple[CategoryId, CategoryId]]:
    """Source and target of all lineage that categories declare."""
    for category in categories:
        for source in category.split_from:
            yield source, category.id
        if category.retired is not None and not category.is_live:
            for successor in category.retired.succeeded_by:
                yield category.id, successor.id


def _reused(before: Taxonomy, after: Taxonomy) -> frozenset[CategoryId]:
    """Categories of `before` whose code another category of `after` has, and had not before."""
    found: set[CategoryId] = set()
    for code, holders in after.by_code.items():
        was = {one.id for one in before.by_code.get(code, ())}
        now = {one.id for one in holders}
        if now - was:
            found |= was - now
    return frozenset(found)


def _key(taxonomy: Taxonomy, category_id: CategoryId | None) -> _Key:
    category = taxonomy.get(category_id)
    if category is None:
        return True, True, (), category_id or ""
    return False, category.code is None, natural_key(category.code or ""), category.id
