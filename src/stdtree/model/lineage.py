"""Lineage (沿革) as declared: where a category or standard came from, and where it went."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from stdtree.model.ids import CategoryId, Id, StandardId
from stdtree.model.taxonomy import Taxonomy

Relation = Literal["succession", "split-off", "new-edition"]


class Relative(Struct, frozen=True, order=True):
    """A category or standard that another came from or went to. 沿革关系。"""

    id: Id
    """Its identifier. 标识。"""
    relation: Relation
    """succession 承接, split-off 析出, new-edition 换版. 关系。"""


def predecessors(taxonomy: Taxonomy, category_id: CategoryId) -> Iterator[Relative]:
    """Retired categories whose contents it took over, then those from which it was split off."""
    for other in taxonomy.categories.values():
        if other.retired and any(heir.id == category_id for heir in other.retired.succeeded_by):
            yield Relative(other.id, "succession")
    category = taxonomy.get(category_id)
    for source in category.split_from if category else ():
        yield Relative(source, "split-off")


def successors(taxonomy: Taxonomy, category_id: CategoryId) -> Iterator[Relative]:
    """Categories that took over its contents, then those that were split off from it."""
    category = taxonomy.get(category_id)
    for heir in category.retired.succeeded_by if category and category.retired else ():
        yield Relative(heir.id, "succession")
    for other in taxonomy.categories.values():
        if category_id in other.split_from:
            yield Relative(other.id, "split-off")


def earlier_editions(taxonomy: Taxonomy, standard_id: StandardId) -> Iterator[Relative]:
    """Standards that it replaces."""
    placed = taxonomy.standard(standard_id)
    for earlier in placed.standard.replaces if placed else ():
        yield Relative(earlier, "new-edition")


def later_editions(taxonomy: Taxonomy, standard_id: StandardId) -> Iterator[Relative]:
    """Standards that replace it."""
    for placed in taxonomy.standards.values():
        if standard_id in placed.standard.replaces:
            yield Relative(placed.standard.id, "new-edition")
