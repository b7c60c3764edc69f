"""The entry: two ends in, everything that differs between them out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from msgspec.structs import replace

from stdtree.diff.bump import Policy, highest
from stdtree.diff.causes import causes
from stdtree.diff.changes import category_changes, standard_changes
from stdtree.diff.correspondence import correspond
from stdtree.diff.editions import standard_events
from stdtree.diff.entities import surrounding_changes
from stdtree.diff.events import existence_events
from stdtree.diff.lineage import Component, components, links
from stdtree.diff.order import in_order
from stdtree.diff.paired import paired
from stdtree.diff.readings import category_events, reused_codes
from stdtree.diff.reasons import explained
from stdtree.diff.repeated import repeated
from stdtree.diff.sides import Sides
from stdtree.model.change import EVENT_KINDS, Event
from stdtree.model.correspondence import Association
from stdtree.model.difference import Difference, End
from stdtree.model.taxonomy import Taxonomy

_RANK = {kind: rank for rank, kind in enumerate(EVENT_KINDS)}


def compare(
    before: End, after: End, *, between: Iterable[Taxonomy] = (), suggest: bool = False
) -> Difference:
    """What turns `before` into `after`, in time linear in their size.

    Base changes are the whole truth and can be applied; events, correspondence, causes and bumps
    are derived from them and from declared lineage. `between` are the releases that the comparison
    skips, oldest first: lineage counts that only they still declare. With `suggest` (which takes
    longer) what has no declared lineage is matched. Consultations are compared unless one side is a
    release, which knows nothing of them; records of releases are not compared.
    """
    old, new = before.taxonomy, after.taxonomy
    pairs = paired(old, new)
    drafting = not (before.released or after.released)
    changes = in_order(
        chain(
            category_changes(pairs),
            standard_changes(pairs),
            surrounding_changes(old, new, consultations=drafting),
        )
    )
    sides = Sides(old, new, changes, pairs, tuple(between))
    declared, warnings = links(sides)
    groups = components(sides, declared)
    policy = Policy(sides)
    events = _events(sides, groups, policy)
    reused = {one for event in events if event.kind == "code-reused" for one in event.from_ids}
    bumps = {number: policy.of_change(change) for number, change in enumerate(changes, 1)}
    rows = correspond(sides, groups, reused=reused)
    return Difference(
        before, after, changes, events,
        correspondence=rows,
        required=highest({*bumps.values(), *(event.bump for event in events)}),
        bumps=bumps,
        causes=causes(sides, declared),
        suggestions=_suggested(sides, rows) if suggest else (),
        warnings=warnings + repeated(before, after, pairs),
    )  # fmt: skip


def _suggested(sides: Sides, rows: Iterable[Association]) -> tuple[Event, ...]:
    from stdtree.diff.suggest import suggestions

    return suggestions(sides, rows)


def _events(sides: Sides, groups: tuple[Component, ...], policy: Policy) -> tuple[Event, ...]:
    """All events, explained and with their bumps, by kind in table order, then by who took part."""
    found = chain(
        existence_events(sides, groups),
        category_events(sides),
        reused_codes(sides),
        standard_events(sides),
    )
    whole = (explained(event, sides) for event in found)
    counted = (replace(event, bump=policy.of_event(event)) for event in whole)
    return tuple(sorted(counted, key=_key))


def _key(event: Event) -> tuple[int, str, tuple[str, ...], tuple[str, ...], str]:
    return _RANK[event.kind], event.entity, event.from_ids, event.to_ids, event.code or ""
