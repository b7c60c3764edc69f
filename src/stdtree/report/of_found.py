"""What a search found: one line each, best first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label, same
from stdtree.model import names, words
from stdtree.report import Cell, Item, Listing, Report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stdtree.model.taxonomy import Taxonomy


def of_found(taxonomy: Taxonomy, found: Iterable[tuple[str, str]]) -> Report:
    """Pairs of entity (category, standard) and id, told by code or number and title."""
    pairs = tuple(found)
    items = tuple(_item(taxonomy, entity, entity_id) for entity, entity_id in pairs)
    data = {
        "format": "stdtree-found/1",
        "found": [{"entity": entity, "id": entity_id} for entity, entity_id in pairs],
    }
    return Report(Label("查找结果", "Found"), (Listing(items),) if items else (), data)


def _item(taxonomy: Taxonomy, entity: str, entity_id: str) -> Item:
    told = names.standard if entity == "standard" else names.category
    word = words.ENTITY["standard" if entity == "standard" else "category"]
    return Item(
        (Cell(word, "dim"), Cell(told(taxonomy, entity_id)), Cell(same(f"[{entity_id}]"), "dim"))
    )
