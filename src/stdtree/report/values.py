"""Values of fields in words: statuses, notes, references to other things by their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import UNSET

from stdtree.label import Label, same
from stdtree.model import names, words
from stdtree.model.change import ChangedEntity
from stdtree.model.taxonomy import Taxonomy

_WORDS: Mapping[str, Mapping[Any, Label]] = {
    "status": {**words.STATUS, **words.DOCUMENT_STATUS},
    "kind": words.STANDARD_KIND,
    "plan.stage": words.PLAN_STAGE,
    "plan.level": words.STANDARD_LEVEL,
    "plan.priority": words.PRIORITY,
}
_REFERS: Mapping[str, ChangedEntity] = {
    "parent": "category",
    "owner": "organization",
    "plan.lead": "organization",
    "also_in": "category",
    "split_from": "category",
    "succeeded_by": "category",
    "replaces": "standard",
}


def told(value: object, field: str, taxonomy: Taxonomy) -> Label:
    """`value` of `field` in words; what it refers to is looked up in `taxonomy`."""
    if value in (None, UNSET, (), [], {}):
        return names.category(taxonomy, None) if field == "parent" else names.NOTHING
    if isinstance(value, str):
        return _string(value, field, taxonomy)
    if isinstance(value, Mapping):
        return _mapping(value, taxonomy)
    if isinstance(value, (list, tuple)):
        return names.listed(told(part, field, taxonomy) for part in value)
    return same(str(value))


def _string(value: str, field: str, taxonomy: Taxonomy) -> Label:
    if field in _REFERS:
        return names.named(taxonomy, _REFERS[field], value)
    return _WORDS.get(field, {}).get(value, same(value))


def _mapping(value: Mapping[str, Any], taxonomy: Taxonomy) -> Label:
    """A text or a note in its language; anything else key by key."""
    see = value.get("see")
    texts = {tag: part for tag, part in value.items() if tag != "see"}
    if set(texts) <= set(taxonomy.system.languages):
        written = names.text(texts)
        return names.arrow(written, names.category(taxonomy, see)) if see else written
    if "scheme" in value:
        return same(f"{value['scheme']} {value.get('code')}") + _extent(value)
    if set(value) <= {"id", "extent"}:
        return names.category(taxonomy, value.get("id")) + _extent(value)
    return names.listed(
        names.titled(words.field_word(key), told(part, key, taxonomy))
        for key, part in value.items()
    )


def _extent(value: Mapping[str, Any]) -> Label:
    partial = value.get("extent") == "partial"
    return Label("（部分）", " (partial)") if partial else same("")
