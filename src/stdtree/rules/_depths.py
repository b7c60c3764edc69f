"""Live categories with the depth at which they hang."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.model.category import Category
from stdtree.model.depths import depths
from stdtree.rules import Context


def live_with_depth(context: Context) -> Iterator[tuple[int, Category]]:
    """Live categories in focus that hang from a root, each with its depth; a root's is 0."""
    taxonomy, categories = context.taxonomy, context.categories
    known = taxonomy.depths if context.focus is None else depths(taxonomy.categories, categories)
    for category in categories:
        depth = known[category.id]
        if depth >= 0 and category.status != "retired":
            yield depth, category
