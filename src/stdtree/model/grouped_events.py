"""Events as readers go through them: by kind, those of one kind in the order of the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from stdtree.model.change import EVENT_KINDS, Event
from stdtree.model.difference import Difference
from stdtree.model.event_kind import EventKind
from stdtree.model.taxonomy import Taxonomy, sibling_key

RESTATED: frozenset[EventKind] = frozenset(("code-change", "name-change", "redefinition"))
"""Kinds that happen to one category alone: its own line in the tree of changes says as much."""

_RANK = {kind: rank for rank, kind in enumerate(EVENT_KINDS)}


def grouped(
    events: Iterable[Event], difference: Difference
) -> tuple[tuple[EventKind, tuple[Event, ...]], ...]:
    """Events by kind in table order; of one kind, by the codes of their members, newer ones first.

    Standards come after categories, in the order of their numbers.
    """
    before, after = _keys(difference.before.taxonomy), _keys(difference.after.taxonomy)

    def place(event: Event) -> tuple[object, ...]:
        newer = sorted(after(event, member) for member in event.to_ids)
        older = sorted(before(event, member) for member in event.from_ids)
        return _RANK[event.kind], event.entity, [*newer, *older], event.code or ""

    ordered = sorted(events, key=place)
    groups = groupby(ordered, key=lambda event: event.kind)
    return tuple((kind, tuple(members)) for kind, members in groups)


def members(ids: Iterable[str], taxonomy: Taxonomy) -> Sequence[str]:
    """Ids of categories as siblings sort, other things by their ids."""

    def key(member: str) -> tuple[object, ...]:
        category = taxonomy.get(member)
        return sibling_key(category) if category else (True, (), "", member)

    return sorted(ids, key=key)


def _keys(taxonomy: Taxonomy) -> Callable[[Event, str], tuple[object, ...]]:
    """Where a member of an event sorts: a category as siblings do, a standard by its number."""

    def key(event: Event, member: str) -> tuple[object, ...]:
        category = taxonomy.get(member) if event.entity == "category" else None
        if category is not None:
            return sibling_key(category)
        placed = taxonomy.standard(member) if event.entity == "standard" else None
        number = placed.standard.number if placed else None
        return number is None, (), number or "", member

    return key
