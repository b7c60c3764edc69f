"""How the counts of a difference add up: by level from the older side to the newer, and by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from stdtree.label import Label
from stdtree.model.category import Category
from stdtree.model.change import BASE_KINDS, ChangedEntity
from stdtree.model.difference import Difference
from stdtree.model.event_kind import BaseKind
from stdtree.model.ids import CategoryId, Id
from stdtree.model.taxonomy import Taxonomy

Step = Literal[
    "added", "reinstated", "activated", "moved-in", "removed", "retired", "drafted", "moved-out"
]
STEPS: Mapping[Step, Label] = {
    "added": Label("新增", "added"),
    "reinstated": Label("恢复", "reinstated"),
    "activated": Label("草案转有效", "activated drafts"),
    "moved-in": Label("他级移入", "moved in from another level"),
    "removed": Label("移除", "removed"),
    "retired": Label("废止", "retired"),
    "drafted": Label("转为草案", "turned to drafts"),
    "moved-out": Label("移至他级", "moved out to another level"),
}
"""Why an active category counts on a level of one side only; the first four arrive."""
ARRIVING: frozenset[Step] = frozenset(("added", "reinstated", "activated", "moved-in"))


class LevelBalance(Struct, frozen=True, rename={"from_": "from"}):
    """Active categories of one level: `from_` + what arrived - what left = `to`."""

    level: Id | None
    """None: on no level, being too deep or hanging from no root."""
    from_: int
    to: int
    steps: Mapping[Step, int]
    """How many arrived or left, by reason; reasons that do not occur are left out."""


class KindCount(Struct, frozen=True):
    """Changes of one kind: by what changed, and those of categories by level."""

    kind: BaseKind
    entities: Mapping[ChangedEntity, int]
    """By what changed; they add up to all of this kind."""
    levels: Mapping[Id | None, int]
    """Those of categories by level (of the newer side, else the older); None: on no level."""
    consequences: int
    """How many of them only follow from another change."""

    @property
    def total(self) -> int:
        """All changes of this kind."""
        return sum(self.entities.values())


def levels(difference: Difference) -> tuple[LevelBalance, ...]:
    """Levels of the newer side, then those that only the older one has, then what is on none.

    The last is there only if it counts anything.
    """
    before, after = difference.before.taxonomy, difference.after.taxonomy
    old, new = _counted(before), _counted(after)
    steps: dict[Id | None, Counter[Step]] = {}
    for category_id in old.keys() | new.keys():
        was, now = old.get(category_id, _NOT), new.get(category_id, _NOT)
        if was != now:
            if was != _NOT:
                steps.setdefault(was, Counter())[_left(after.get(category_id))] += 1
            if now != _NOT:
                steps.setdefault(now, Counter())[_arrived(before.get(category_id))] += 1
    counts = Counter(old.values()), Counter(new.values())
    names: dict[Id | None, None] = dict.fromkeys(
        level.id for side in (after, before) for level in side.system.levels
    )
    if counts[0][None] or counts[1][None]:
        names[None] = None
    return tuple(
        LevelBalance(
            name, counts[0][name], counts[1][name],
            {step: n for step in STEPS if (n := steps.get(name, Counter())[step])},
        )
        for name in names
    )  # fmt: skip


def kinds(difference: Difference) -> tuple[KindCount, ...]:
    """Every kind that occurs, in table order; their totals add up to all changes."""
    before, after = difference.before.taxonomy, difference.after.taxonomy
    entities: dict[BaseKind, Counter[ChangedEntity]] = {}
    by_level: dict[BaseKind, Counter[Id | None]] = {}
    following: Counter[BaseKind] = Counter()
    for number, change in enumerate(difference.changes, 1):
        entities.setdefault(change.kind, Counter())[change.entity] += 1
        following[change.kind] += number in difference.causes
        if change.entity == "category":
            side = after if change.id in after.categories else before
            level = level_of(side, change.id)
            by_level.setdefault(change.kind, Counter())[level] += 1
    return tuple(
        KindCount(kind, entities[kind], by_level.get(kind, {}), following[kind])
        for kind in BASE_KINDS
        if kind in entities
    )


def level_of(taxonomy: Taxonomy, category_id: CategoryId) -> Id | None:
    """The level a category is on; None if it is too deep or hangs from no root."""
    depth, known = taxonomy.depths[category_id], taxonomy.system.levels
    return known[depth].id if 0 <= depth < len(known) else None


_NOT = ""
"""On no side's count; no level has this name."""


def _counted(taxonomy: Taxonomy) -> Mapping[CategoryId, Id | None]:
    """The level of each active category."""
    return {
        category.id: level_of(taxonomy, category.id)
        for category in taxonomy.categories.values()
        if category.status == "active"
    }


def _left(now: Category | None) -> Step:
    if now is None:
        return "removed"
    if now.status == "active":
        return "moved-out"
    return "retired" if now.status == "retired" else "drafted"


def _arrived(was: Category | None) -> Step:
    if was is None:
        return "added"
    if was.status == "active":
        return "moved-in"
    return "reinstated" if was.status == "retired" else "activated"
