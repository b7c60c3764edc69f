"""The entry: two ends in, everything that differs between them out."""

from __future__ import annotations

from itertools import chain

from msgspec.structs import replace

from stdtree.diff import bump
from stdtree.diff.changes import category_changes, standard_changes
from stdtree.diff.correspondence import correspond
from stdtree.diff.editions import standard_events
from stdtree.diff.entities import surrounding_changes
from stdtree.diff.events import existence_events
from stdtree.diff.lineage import Component, components, links
from stdtree.diff.order import in_order
from stdtree.diff.readings import category_events, reused_codes
from stdtree.diff.reasons import reason_of
from stdtree.diff.repeated import repeated
from stdtree.diff.sides import Sides
from stdtree.model.change import EVENT_KINDS, Event
from stdtree.model.difference import Difference, End

_RANK = {kind: rank for rank, kind in enumerate(EVENT_KINDS)}


def compare(before: End, after: End) -> Difference:
    """What turns `before` into `after`, in time linear in their size.

    Base changes are the whole truth and can be applied; events, correspondence and bumps are
    derived from them and from declared lineage. Consultations and releases are not compared.
    """
    old, new = before.taxonomy, after.taxonomy
    changes = in_order(
        chain(category_changes(old, new), standard_changes(old, new), surrounding_changes(old, new))
    )
    sides = Sides(old, new, changes)
    declared, warnings = links(sides)
    groups = components(sides, declared)
    events = _events(sides, groups)
    reused = {one for event in events if event.kind == "code-reused" for one in event.from_ids}
    bumps = {number: bump.of_change(change, sides) for number, change in enumerate(changes, 1)}
    return Difference(
        before, after, changes, events,
        correspondence=correspond(sides, groups, reused=reused),
        required=bump.highest(chain(bumps.values(), (event.bump for event in events))),
        bumps=bumps,
        warnings=warnings + repeated(before) + repeated(after),
    )  # fmt: skip


def _events(sides: Sides, groups: tuple[Component, ...]) -> tuple[Event, ...]:
    """All events with their bumps and reasons, by kind in table order, then by who took part."""
    found = chain(
        existence_events(sides, groups),
        category_events(sides),
        reused_codes(sides),
        standard_events(sides),
    )
    whole = (
        replace(event, bump=bump.of_event(event, sides), reason=reason_of(event, sides))
        for event in found
    )
    return tuple(sorted(whole, key=_key))


def _key(event: Event) -> tuple[int, str, tuple[str, ...], tuple[str, ...], str]:
    return _RANK[event.kind], event.entity, event.from_ids, event.to_ids, event.code or ""
