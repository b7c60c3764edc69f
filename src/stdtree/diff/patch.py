"""Applying base changes: all of them as one transaction, or none.

One by one they have no valid order: two categories that swap parents, codes handed round a ring.
So every item is patched by itself, and the whole is put together at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from stdtree.diff.entities import SYSTEM_APART, SYSTEM_ID, by_id
from stdtree.diff.item_patch import GONE, edited, patched
from stdtree.diff.leaves import Item
from stdtree.diff.misfit import Misfit, refusal
from stdtree.diff.order import in_order
from stdtree.diff.rows import NO_HOME, replaced, tables
from stdtree.label import Label
from stdtree.model.category import Category
from stdtree.model.change import Change, ChangedEntity
from stdtree.model.consultation import Consultation
from stdtree.model.ids import CategoryId
from stdtree.model.organization import Organization
from stdtree.model.standard import Standard
from stdtree.model.system import Facet, System, Target
from stdtree.model.taxonomy import Taxonomy

_Steps = Mapping[str, Sequence[Change]]
_OCCUPIED = Label("它的标准明细表里还有标准", "standards still stand in its table")


def apply(changes: Iterable[Change], taxonomy: Taxonomy) -> Taxonomy:
    """The taxonomy after all the changes, in whatever order they are given.

    Raises PatchError (a UsageError) if one of them does not start from what is there. Sets (maps,
    `also_in`, facet values …) come out in the order in which the changes carry them.
    """
    steps: dict[ChangedEntity, dict[str, list[Change]]] = {}
    for change in in_order(changes):
        steps.setdefault(change.entity, {}).setdefault(change.id, []).append(change)
    try:
        return _applied(steps, taxonomy)
    except Misfit as problem:
        raise refusal(problem, taxonomy) from problem


def _applied(steps: Mapping[ChangedEntity, _Steps], taxonomy: Taxonomy) -> Taxonomy:
    categories = edited(
        taxonomy.categories, steps.get("category", {}), kind=Category, without={"standards"}
    )
    _put_rows(taxonomy, categories, steps.get("standard", {}))
    for category_id, category in categories.items():
        if category is None and _rows_left(taxonomy, category_id, steps.get("standard", {})):
            raise Misfit(steps["category"][category_id][0], _OCCUPIED)
    bodies = edited(taxonomy.organizations, steps.get("organization", {}), kind=Organization)
    rounds = edited(taxonomy.consultations, steps.get("consultation", {}), kind=Consultation)
    return taxonomy.with_(
        *(category for category in categories.values() if category is not None),
        without=[category_id for category_id, category in categories.items() if category is None],
        system=_system(taxonomy.system, steps),
        organizations=_overlaid(taxonomy.organizations, bodies).values(),
        consultations=_overlaid(taxonomy.consultations, rounds).values(),
    )


def _put_rows(
    taxonomy: Taxonomy, categories: dict[CategoryId, Category | None], steps: _Steps
) -> None:
    """Give the categories their new tables of standards."""
    for home, rows in tables(taxonomy, steps).items():
        category = categories.get(home, taxonomy.get(home))
        if category is not None:
            categories[home] = replace(category, standards=rows)
        elif lost := [row for row in rows if row.id in steps]:
            raise Misfit(steps[lost[0].id][0], NO_HOME)


def _rows_left(taxonomy: Taxonomy, category_id: CategoryId, steps: _Steps) -> list[Standard]:
    """Rows of a category that goes of which no change says where they went."""
    return [
        row
        for row in taxonomy.categories[category_id].standards
        if row.id not in steps and taxonomy.standards[row.id].home == category_id
    ]


def _system(system: System, steps: Mapping[ChangedEntity, _Steps]) -> System:
    facets = edited(system.facets, steps.get("facet", {}), kind=Facet)
    targets = edited(by_id(system.targets), steps.get("target", {}), kind=Target)
    for system_id, own in steps.get("system", {}).items():
        if system_id != SYSTEM_ID:
            raise Misfit(own[0], GONE)
        system = patched(system, own, without=SYSTEM_APART)
    if facets:
        system = replace(system, facets=_overlaid(system.facets, facets))
    if targets:
        system = replace(system, targets=replaced(system.targets, targets))
    return system


def _overlaid(items: Mapping[str, Item], edits: Mapping[str, Item | None]) -> dict[str, Item]:
    """Items with the edited ones in their places, new ones last and those that go left out."""
    merged = {**items, **edits}
    return {item_id: item for item_id, item in merged.items() if item is not None}
