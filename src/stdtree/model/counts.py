"""Counting what a system holds, in one way for releases, reports and the statistics table."""

from __future__ import annotations

from typing import Literal

from stdtree.model.category import Category
from stdtree.model.release import Counts
from stdtree.model.standard import Standard
from stdtree.model.taxonomy import Taxonomy

Standing = Literal["existing", "planned", "ended"]


def standing(standard: Standard) -> Standing:
    """Whether a row counts as 现有 (numbered and alive), as planned (no number yet), or no more.

    Earlier editions stay in the table of standards while they matter, and are counted nowhere.
    """
    if standard.number is None:
        return "planned"
    return "ended" if standard.status in ("replaced", "withdrawn") else "existing"


def held(category: Category) -> tuple[int, int]:
    """How many existing and how many planned standards its own table has."""
    existing = planned = 0
    for row in category.standards:
        found = standing(row)
        existing += found == "existing"
        planned += found == "planned"
    return existing, planned


def counts(taxonomy: Taxonomy) -> Counts:
    """Active categories by level, and their standards; what hangs from no root has no level."""
    names = [level.id for level in taxonomy.system.levels]
    levels = dict.fromkeys(names, 0)
    categories = standards = planned = 0
    depths = taxonomy.depths
    for category in taxonomy.categories.values():
        if category.status != "active":
            continue
        categories += 1
        if 0 <= depths[category.id] < len(names):
            levels[names[depths[category.id]]] += 1
        own = held(category)
        standards += own[0]
        planned += own[1]
    return Counts(categories=categories, standards=standards, planned=planned, levels=levels)
