"""What stands where in each kind of file: which fields name something by its id, which one of few.

Fields are named by the keys around them, from the top down and without the positions of rows;
`*` is any key.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeVar

from stdtree.label import Label
from stdtree.model import words

Names = tuple[str, ...]
"""The keys around a value: ("standards", "also_in")."""
Entity = Literal["category", "standard", "organization", "facet", "facet-value", "any", "own"]
"""What a field names; `own`: the category of the file, by its code."""
Kept = TypeVar("Kept")

NAMED: Mapping[str, Mapping[Names, Entity]] = {
    "category": {
        ("id",): "category",
        ("code",): "own",
        ("parent",): "category",
        ("includes", "see"): "category",
        ("includes_also", "see"): "category",
        ("excludes", "see"): "category",
        ("related",): "category",
        ("split_from",): "category",
        ("retired", "succeeded_by", "id"): "category",
        ("owner",): "organization",
        ("facets",): "facet",
        ("facets", "*"): "facet-value",
        ("change_notes", "standard"): "standard",
        ("standards", "id"): "standard",
        ("standards", "also_in"): "category",
        ("standards", "replaces"): "standard",
        ("standards", "plan", "lead"): "organization",
    },
    "system": {
        ("facets",): "facet",
        ("facets", "*", "values", "id"): "facet-value",
        ("accepted", "subject"): "any",
        ("bump", "branches", "category"): "category",
    },
    "organizations": {("organizations", "id"): "organization"},
    "consultation": {
        ("consulted",): "organization",
        ("comments", "by"): "organization",
        ("comments", "category"): "category",
        ("comments", "standard"): "standard",
        ("sign_offs", "by"): "organization",
    },
    "release": {("sign_offs", "by"): "organization"},
    "correspondence": {
        ("associations", "source"): "category",
        ("associations", "target"): "category",
    },
}
"""By kind of file: which entity each field names."""
CHOICES: Mapping[str, Mapping[Names, Mapping[Any, Label]]] = {
    "category": {
        ("status",): words.STATUS,
        ("retired", "succeeded_by", "extent"): words.EXTENT,
        ("maps", "extent"): words.EXTENT,
        ("standards", "status"): words.DOCUMENT_STATUS,
        ("standards", "kind"): words.STANDARD_KIND,
        ("standards", "plan", "stage"): words.PLAN_STAGE,
        ("standards", "plan", "level"): words.STANDARD_LEVEL,
        ("standards", "plan", "priority"): words.PRIORITY,
    },
    "system": {("rules", "*"): words.SEVERITY},
    "organizations": {
        ("organizations", "kind"): words.ORGANIZATION_KIND,
        ("organizations", "roles"): words.ROLE,
    },
    "consultation": {
        ("channels",): words.CHANNEL,
        ("comments", "type"): words.COMMENT_TYPE,
        ("comments", "disposition"): words.DISPOSITION,
        ("sign_offs", "vote"): words.VOTE,
    },
    "release": {("sign_offs", "vote"): words.VOTE},
    "correspondence": {("associations", "extent"): words.EXTENT},
}
"""By kind of file: the values of which a field takes one, and what they are called."""


def at(table: Mapping[Names, Kept], names: Names) -> Kept | None:
    """What a table has for a field."""
    if names in table:
        return table[names]
    for pattern, kept in table.items():
        fits = len(pattern) == len(names)
        if fits and all(one in ("*", name) for one, name in zip(pattern, names, strict=True)):
            return kept
    return None
