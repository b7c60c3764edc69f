"""What changes and events call for: the bump policy, as tables.

`edition` leaves the major number to the issuing body, `semver` reads a release as programmers do,
`sdmx` follows SDMX 3.0, where to add inside a branch is to change the hierarchy. The rows speak of
categories and standards; whatever else changes (organizations, facets, targets, the header) is
wording. What is a draft on the older side is free: no reader has it yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from stdtree.diff.sides import Sides
from stdtree.model.change import Change, Event
from stdtree.model.event_kind import EventKind
from stdtree.model.ids import CategoryId
from stdtree.model.release import Bump
from stdtree.model.system import BumpPolicy

Weight = Literal["breaking", "additive", "additive-on-top", "meaning", "wording"]

ORDER: tuple[Bump, ...] = ("none", "patch", "minor", "major")
"""Bumps, the least first."""

TABLE: Mapping[Weight, Mapping[BumpPolicy, Bump]] = {
    "breaking": {"edition": "minor", "semver": "major", "sdmx": "major"},
    "additive": {"edition": "minor", "semver": "minor", "sdmx": "major"},
    "additive-on-top": {"edition": "minor", "semver": "minor", "sdmx": "minor"},
    "meaning": {"edition": "minor", "semver": "minor", "sdmx": "major"},
    "wording": {"edition": "patch", "semver": "patch", "sdmx": "patch"},
}
"""What each weight calls for under each profile."""

EVENTS: Mapping[EventKind, Weight] = {
    "creation": "additive", "deletion": "breaking",
    "merger": "breaking", "take-over": "breaking", "breakdown": "breaking",
    "split-off": "additive", "replacement": "breaking", "regrouping": "breaking",
    "transfer": "breaking", "code-change": "breaking", "name-change": "wording",
    "redefinition": "meaning", "code-reused": "breaking",
    "new-edition": "additive", "status-change": "additive", "re-homed": "breaking",
}  # fmt: skip
"""The weight of each event; a redefinition only if it was judged real."""

STATUS_FIELDS = frozenset({"status", "plan.stage"})
"""Fields of a standard that make a status change."""


def of_change(change: Change, sides: Sides) -> Bump:
    """What one base change calls for under the newer side's policy."""
    weight: Weight = "wording"
    if change.entity in {"category", "standard"}:
        if _is_free(change.entity, change.id, sides):
            return "none"
        weight = _weight(change)
    if weight == "additive" and _on_top(_home(change.entity, change.id, sides), sides):
        weight = "additive-on-top"
    return TABLE[weight][sides.after.system.bump]


def of_event(event: Event, sides: Sides) -> Bump:
    """What one event alone calls for under the newer side's policy."""
    if event.from_ids and all(_is_free(event.entity, one, sides) for one in event.from_ids):
        return "none"
    weight = EVENTS[event.kind]
    if weight == "meaning" and not event.real:
        weight = "wording"
    homes = [_home(event.entity, one, sides) for one in event.to_ids]
    if weight == "additive" and all(_on_top(home, sides) for home in homes):
        weight = "additive-on-top"
    return TABLE[weight][sides.after.system.bump]


def highest(bumps: Iterable[Bump]) -> Bump:
    """The highest of all; `none` of none."""
    return max(bumps, key=ORDER.index, default="none")


def _weight(change: Change) -> Weight:
    match change.kind:
        case "removed" | "moved":
            return "breaking"
        case "recoded":
            return "wording" if change.cascade else "breaking"
        case "retired":
            return "additive" if (change.to or {}).get("succeeded_by") else "breaking"
        case "added" | "reinstated":
            return "additive"
        case _:
            status = change.entity == "standard" and change.field in STATUS_FIELDS
            return "additive" if status else "wording"


def _is_free(entity: str, item_id: str, sides: Sides) -> bool:
    """Whether the item, or the category it stands in, is a draft on the older side."""
    if entity == "standard":
        placed = sides.before.standard(item_id)
        item_id = placed.home if placed else item_id
    category = sides.before.get(item_id)
    return category is not None and category.status == "draft"


def _home(entity: str, item_id: str, sides: Sides) -> CategoryId | None:
    """The category of which the tree's position counts."""
    if entity == "category":
        return item_id
    placed = sides.after.standard(item_id)
    return placed.home if placed else None


def _on_top(category_id: CategoryId | None, sides: Sides) -> bool:
    category = sides.after.get(category_id)
    return category is not None and category.parent is None
