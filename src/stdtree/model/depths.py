"""How deep categories hang, without the order of siblings that a walk has to sort out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from stdtree.model.category import Category

NOWHERE = -(10**9)
"""Depth of what hangs in a loop or on nothing. One more for each child never makes it a depth."""


def depths(
    categories: Mapping[str, Category], wanted: Iterable[Category]
) -> Mapping[str | None, int]:
    """The depth of each wanted category; a root's is 0, and below 0 hangs what no root holds.

    Linear: a line of parents is climbed only up to the first category whose depth is known.
    """
    known: dict[str | None, int] = {None: -1}
    for category in wanted:
        if category.id not in known:
            if category.parent not in known:
                _climb(category, categories, known)
            known[category.id] = known[category.parent] + 1
    return known


def _climb(
    category: Category, categories: Mapping[str, Category], known: dict[str | None, int]
) -> None:
    """Finds the depths of everything above a category."""
    known[category.id] = NOWHERE  # so that a loop ends here
    line: list[Category] = []
    at = category.parent
    while at not in known:
        known[at] = NOWHERE
        above = categories.get(at) if at is not None else None
        if above is None:
            break
        line.append(above)
        at = above.parent
    for above in reversed(line):
        known[above.id] = known[above.parent] + 1
