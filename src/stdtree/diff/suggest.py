"""Events that nobody declared: of what only came or went, what probably belongs together.

Suggestions for people, who declare lineage if they agree: they enter neither bumps nor the
correspondence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from stdtree.diff.match import match
from stdtree.diff.sides import EXISTENCE, Sides
from stdtree.model.change import Event
from stdtree.model.correspondence import Association, Cardinality
from stdtree.model.event_kind import EventKind
from stdtree.model.ids import CategoryId
from stdtree.model.match import Match

_KINDS: Mapping[Cardinality, EventKind] = {
    "1:1": "replacement",
    "1:n": "breakdown",
    "n:1": "merger",
    "n:m": "regrouping",
}


def suggestions(sides: Sides, rows: Iterable[Association]) -> tuple[Event, ...]:
    """Events with their evidence, the surest first; of equal ones, by who takes part."""
    pairs = [(row.source, row.target) for row in rows]
    known = [(source, target) for source, target in pairs if source and target]
    gone = {source for source, target in pairs if source and not target}
    come = {target for source, target in pairs if target and not source}
    if not (gone and come):
        return ()
    found = match(sides.before, sides.after, known=known, sources=gone, targets=come)
    events = (_event(group, sides) for group in _together(found))
    return tuple(sorted(events, key=lambda event: (-(event.score or 0), event.from_ids)))


def _event(group: tuple[Match, ...], sides: Sides) -> Event:
    """What a group of matches would amount to; its evidence is that of the weakest of them."""
    weakest = min(group, key=lambda one: (one.score, one.source, one.target))
    sources = sorted({one.source for one in group})
    targets = sorted({one.target for one in group})
    return Event(
        _KINDS[weakest.cardinality], "category", tuple(sources), tuple(targets),
        inferred=True, evidence=weakest.evidence, score=weakest.score,
        changes=sides.numbers([*sources, *targets], EXISTENCE),
    )  # fmt: skip


def _together(matches: Iterable[Match]) -> Iterator[tuple[Match, ...]]:
    """Matches that share a member, directly or through others."""
    groups: dict[tuple[bool, CategoryId], list[Match]] = {}
    for one in matches:
        keys = (False, one.source), (True, one.target)
        parts = {id(group): group for key in keys if (group := groups.get(key)) is not None}
        whole = [*(found for part in parts.values() for found in part), one]
        for found in whole:
            groups[False, found.source] = groups[True, found.target] = whole
    yield from {id(group): tuple(group) for group in groups.values()}.values()
