"""Base changes of what surrounds the tree: organizations, facets, targets, the system itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from stdtree.diff.item import changed
from stdtree.diff.leaves import plain
from stdtree.model.change import Change, ChangedEntity
from stdtree.model.system import Target
from stdtree.model.taxonomy import Taxonomy

SYSTEM_ID = "system"
"""Id of the one system in changes: its own id may be what changed."""
SYSTEM_APART = frozenset({"facets", "targets"})
"""Fields of the system whose items have changes of their own."""


def surrounding_changes(
    before: Taxonomy, after: Taxonomy, *, consultations: bool
) -> Iterator[Change]:
    """What happened outside the tree; releases are no part of a difference.

    `consultations`: whether both sides know of them. A release does not.
    """
    yield from _paired("organization", before.organizations, after.organizations)
    if consultations:
        yield from _paired("consultation", before.consultations, after.consultations)
    old, new = before.system, after.system
    if old is new or old == new:
        return
    yield from _paired("facet", old.facets, new.facets)
    yield from _paired("target", by_id(old.targets), by_id(new.targets))
    yield from changed("system", SYSTEM_ID, old, new, without=SYSTEM_APART)


def _paired(
    entity: ChangedEntity, before: Mapping[str, Struct], after: Mapping[str, Struct]
) -> Iterator[Change]:
    for item_id, old in before.items():
        new = after.get(item_id)
        if new is None:
            yield Change("removed", entity, item_id, value=plain(old))
        elif not (old is new or old == new):
            yield from changed(entity, item_id, old, new)
    for item_id, new in after.items():
        if item_id not in before:
            yield Change("added", entity, item_id, value=plain(new))


def by_id(targets: Iterable[Target]) -> dict[str, Target]:
    """Targets by id; of two with one id the first counts."""
    table: dict[str, Target] = {}
    for target in targets:
        table.setdefault(target.id, target)
    return table
