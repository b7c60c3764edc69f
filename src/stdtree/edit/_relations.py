"""Relations between categories of different branches: kept once, read both ways."""

from __future__ import annotations

from msgspec.structs import replace

from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy


def related(taxonomy: Taxonomy, one: CategoryId, other: CategoryId) -> Taxonomy:
    """The taxonomy with two categories related, in the file of the smaller id."""
    keeper, kept = sorted((one, other))
    category = taxonomy.categories[keeper]
    others = tuple(sorted({*category.related, kept}))
    return unrelated(taxonomy, one, other).with_(replace(category, related=others))


def unrelated(taxonomy: Taxonomy, one: CategoryId, other: CategoryId) -> Taxonomy:
    """The taxonomy with two categories not related, whichever file says that they are."""
    changed = []
    for keeper, kept in ((one, other), (other, one)):
        category = taxonomy.get(keeper)
        if category is not None and kept in category.related:
            others = tuple(there for there in category.related if there != kept)
            changed.append(replace(category, related=others))
    return taxonomy.with_(*changed) if changed else taxonomy


def passed_on(taxonomy: Taxonomy, source: CategoryId, *, to: CategoryId | None) -> Taxonomy:
    """The taxonomy with the relations of `source` at `to`; with None, they end.

    So does one to `to` itself, and one to what stands above or below it: that line is solid.
    """
    for other in taxonomy.related.get(source, ()):
        taxonomy = unrelated(taxonomy, source, other)
        living = taxonomy.get(other)
        if to and living and living.is_live and not in_one_branch(taxonomy, to, other):
            taxonomy = related(taxonomy, to, other)
    return taxonomy


def in_one_branch(taxonomy: Taxonomy, one: CategoryId, other: CategoryId) -> bool:
    """Whether one of the two stands above the other, or they are the same."""
    return one == other or any(
        above.id == upper
        for upper, lower in ((one, other), (other, one))
        for above in taxonomy.ancestors(lower)
    )
