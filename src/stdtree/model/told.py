"""Values of fields in words: statuses, notes, references to other things by their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import UNSET

from stdtree.label import Label, same
from stdtree.model import names, words
from stdtree.model.change import BASE_KINDS, EVENT_KINDS, ChangedEntity
from stdtree.model.taxonomy import Taxonomy

_YES = Label("是", "yes")
_NO = Label("否", "no")
_WORDS: Mapping[str, Mapping[Any, Label]] = {
    "status": {**words.STATUS, **words.DOCUMENT_STATUS},
    "kind": {**words.STANDARD_KIND, **words.ORGANIZATION_KIND, **BASE_KINDS, **EVENT_KINDS},
    "stage": words.PLAN_STAGE,
    "level": words.STANDARD_LEVEL,
    "priority": words.PRIORITY,
    "extent": words.EXTENT,
    "roles": words.ROLE,
    "channels": words.CHANNEL,
    "type": words.COMMENT_TYPE,
    "disposition": words.DISPOSITION,
    "vote": words.VOTE,
    "rules": {severity.value: label for severity, label in words.SEVERITY.items()},
    "kinds": words.BUMP,
}
"""By the field, or by the last part of its name, the words for its values."""
_REFERS: Mapping[str, ChangedEntity] = {
    "parent": "category",
    "home": "category",
    "category": "category",
    "owner": "organization",
    "lead": "organization",
    "by": "organization",
    "consulted": "organization",
    "also_in": "category",
    "related": "category",
    "split_from": "category",
    "succeeded_by": "category",
    "see": "category",
    "standard": "standard",
    "replaces": "standard",
}
_HEADS = ("title", "name", "id")
"""By what a part of something is called, the first that it has."""


def told(value: object, field: str, taxonomy: Taxonomy) -> Label:
    """`value` of `field` in words; what it refers to is looked up in `taxonomy`."""
    if value in (None, UNSET, (), [], {}):
        return names.category(taxonomy, None) if field == "parent" else names.NOTHING
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, str):
        return _string(value, field, taxonomy)
    if isinstance(value, Mapping):
        return _mapping(value, field, taxonomy)
    if isinstance(value, (list, tuple)):
        return names.listed(told(part, field, taxonomy) for part in value)
    return same(str(value))


def field_named(field: str, taxonomy: Taxonomy) -> Label:
    """The word for a field; a facet by its title in `taxonomy`, if it has one there."""
    head, _, rest = field.partition(".")
    facet = taxonomy.system.facets.get(rest) if head == "facets" else None
    return names.text(facet.title) if facet else words.field_word(field)


def _string(value: str, field: str, taxonomy: Taxonomy) -> Label:
    head, _, rest = field.partition(".")
    if head == "facets":
        facet = taxonomy.system.facets.get(rest)
        known = {one.id: names.text(one.title) for one in facet.values} if facet else {}
        return known.get(value, same(value))
    name = head if head in ("rules", "kinds") else field.rpartition(".")[2]
    if name in _REFERS:
        return names.named(taxonomy, _REFERS[name], value)
    return _WORDS.get(name, {}).get(value, same(value))


def _mapping(value: Mapping[str, Any], field: str, taxonomy: Taxonomy) -> Label:
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
    return _parts(value, field, taxonomy)


def _parts(value: Mapping[str, Any], field: str, taxonomy: Taxonomy) -> Label:
    """What it is called, if anything, and in brackets the rest."""
    head = next((key for key in _HEADS if key in value), None)
    said = names.listed(_keys(value, field, taxonomy, without=head))
    if head is None:
        return said
    called = told(value[head], head, taxonomy)
    return called + Label("（", " (") + said + Label("）", ")") if said.zh else called


def _keys(
    value: Mapping[str, Any], field: str, taxonomy: Taxonomy, *, without: str | None
) -> Iterator[Label]:
    for key, part in value.items():
        if key != without and part not in (None, "", (), [], {}):
            name = f"{field}.{key}" if field == "kinds" else key
            yield names.titled(_key(key, field), told(part, name, taxonomy))


def _key(key: str, field: str) -> Label:
    kinds: Mapping[Any, Label] = {**BASE_KINDS, **EVENT_KINDS} if field == "kinds" else {}
    own = f"{field}.{key}"
    return kinds.get(key) or words.field_word(own if own in words.FIELD else key)


def _extent(value: Mapping[str, Any]) -> Label:
    partial = value.get("extent") == "partial"
    return Label("（部分）", " (partial)") if partial else same("")
