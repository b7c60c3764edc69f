"""What changes and events call for: the bump policy, as tables.

`edition` leaves the major number to the issuing body, `semver` reads a release as programmers do,
`sdmx` follows SDMX 3.0, where to add inside a branch is to change the hierarchy. The rows speak of
categories and standards; whatever else changes (organizations, facets, targets, the header) is
wording, and consultations are no part of a release. What is a draft on the older side is free: no
reader has it yet. What system.yaml says of a kind goes before its row, lower branches first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from stdtree.diff.sides import Sides
from stdtree.model.bump import Bump, BumpPolicy, rules_of
from stdtree.model.change import Change, Event
from stdtree.model.event_kind import BaseKind, EventKind
from stdtree.model.ids import CategoryId

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
TEXTUAL = frozenset({"redefinition", "name-change"})
"""Events of which only a person can say whether they change the meaning."""

STATUS_FIELDS = frozenset({"status", "plan.stage"})
"""Fields of a standard that make a status change."""


class Policy:
    """What changes and events call for under the newer side's policy."""

    def __init__(self, sides: Sides) -> None:
        self.sides = sides
        self.rules = rules_of(sides.after.system.bump)
        self.branches = {branch.category: branch.kinds for branch in self.rules.branches}

    def of_change(self, change: Change) -> Bump:
        """What one base change calls for."""
        if change.entity not in ("category", "standard"):
            return "none" if change.entity == "consultation" else self._called("wording")
        if self._is_free(change.entity, change.id):
            return "none"
        home = self._home(change.entity, change.id)
        weight = _weight(change)
        if weight == "additive" and self._on_top(home):
            weight = "additive-on-top"
        called, said = self._called(weight), self._said(change.kind, home)
        if said is None:
            return called
        return min(called, said, key=ORDER.index) if change.cascade else said

    def of_event(self, event: Event) -> Bump:
        """What one event alone calls for.

        Where the system says nothing of the event, but something of every change it rests on, the
        highest of that: who lets children move freely means the transfers, too.
        """
        if event.from_ids and all(self._is_free(event.entity, one) for one in event.from_ids):
            return "none"
        homes = [self._home(event.entity, one) for one in event.to_ids or event.from_ids]
        if said := self._said_of(event, homes):
            return said
        weight = EVENTS[event.kind]
        if event.kind in TEXTUAL:
            weight = "meaning" if event.judged and event.real else "wording"
        if weight == "additive" and all(map(self._on_top, homes)):
            weight = "additive-on-top"
        return self._called(weight)

    def _called(self, weight: Weight) -> Bump:
        return TABLE[weight][self.rules.policy]

    def _said_of(self, event: Event, homes: Iterable[CategoryId | None]) -> Bump | None:
        if not (self.rules.kinds or self.branches):
            return None
        own = [self._said(event.kind, home) for home in homes]
        if any(own):
            return highest(filter(None, own))
        rests_on = [self.sides.changes[number - 1] for number in event.changes]
        below = [self._said(one.kind, self._home(one.entity, one.id)) for one in rests_on]
        return highest(filter(None, below)) if below and all(below) else None

    def _said(self, kind: BaseKind | EventKind, home: CategoryId | None) -> Bump | None:
        """What system.yaml says of a kind: in the lowest branch that does, else for the whole."""
        after, before = self.sides.after, self.sides.before
        if self.branches and home is not None:
            side = after if home in after.categories else before
            line = (home, *(above.id for above in side.ancestors(home)))
            for one in line:
                if said := self.branches.get(one, {}).get(kind):
                    return said
        return self.rules.kinds.get(kind)

    def _is_free(self, entity: str, item_id: str) -> bool:
        """Whether the item, or the category it stands in, is a draft on the older side."""
        if entity == "standard":
            placed = self.sides.row_before(item_id)
            item_id = placed.home if placed else item_id
        category = self.sides.before.get(item_id)
        return category is not None and category.status == "draft"

    def _home(self, entity: str, item_id: str) -> CategoryId | None:
        """The category of which the tree's position counts."""
        if entity == "category":
            return item_id
        placed = self.sides.row_after(item_id) or self.sides.row_before(item_id)
        return placed.home if placed else None

    def _on_top(self, category_id: CategoryId | None) -> bool:
        category = self.sides.after.get(category_id)
        return category is not None and category.parent is None


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
