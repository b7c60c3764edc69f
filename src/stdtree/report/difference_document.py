"""A difference as machines are told it: stdtree-difference/1, which is also the patch."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping

from msgspec.structs import asdict

from stdtree.model.change import BASE_KINDS, EVENT_KINDS, Change
from stdtree.model.counts import counts
from stdtree.model.difference import Difference, End
from stdtree.model.finding import Place
from stdtree.model.ids import RELEASE_PATTERN, Text
from stdtree.model.output import (
    BumpSummary,
    ChangeEntry,
    CodePair,
    DifferenceDocument,
    DifferenceEnd,
    DifferenceSummary,
    EventEntry,
    FilePlace,
    LevelCount,
)
from stdtree.model.release import Counts, bump_between, bump_verdict
from stdtree.model.taxonomy import Taxonomy

Locate = Callable[[Change], Place | None]


def document(difference: Difference, locate: Locate | None = None) -> DifferenceDocument:
    """The whole difference; `locate` says where a change stands in the newer files."""
    before, after = (counts(end.taxonomy) for end in (difference.before, difference.after))
    return DifferenceDocument(
        format="stdtree-difference/1",
        from_=_end(difference.before, before),
        to=_end(difference.after, after),
        summary=_summary(difference, before, after),
        changes=tuple(
            _change(number, change, difference=difference, locate=locate)
            for number, change in enumerate(difference.changes, start=1)
        ),
        events=tuple(
            EventEntry(
                kind=event.kind,
                entity=event.entity,
                from_=event.from_ids,
                to=event.to_ids,
                survivors=event.survivors,
                real=event.real,
                inferred=event.inferred,
                code=event.code,
                reason=event.reason,
                changes=event.changes,
                bump=event.bump,
            )
            for event in difference.events
        ),
        warnings=difference.warnings,
    )


def _summary(difference: Difference, before: Counts, after: Counts) -> DifferenceSummary:
    """Totals; kinds that do not occur are left out."""
    changes = Counter(change.kind for change in difference.changes)
    events = Counter(event.kind for event in difference.events)
    return DifferenceSummary(
        changes={kind: changes[kind] for kind in BASE_KINDS if changes[kind]},
        events={kind: events[kind] for kind in EVENT_KINDS if events[kind]},
        levels=_levels(before.levels, after.levels),
        bump=_bump(difference),
    )


def _end(end: End, found: Counts) -> DifferenceEnd:
    return DifferenceEnd(
        release=end.name,
        digest=end.digest,
        categories=found.categories,
        standards=found.standards,
    )


def _levels(before: Mapping[str, int], after: Mapping[str, int]) -> tuple[LevelCount, ...]:
    """Levels of the newer side, then those that only the older one had."""
    return tuple(
        LevelCount(level=level, from_=before.get(level, 0), to=after.get(level, 0))
        for level in dict.fromkeys((*after, *before))
    )


def _bump(difference: Difference) -> BumpSummary:
    older, newer = difference.before.name, difference.after.name
    released = all(re.search(RELEASE_PATTERN, name) for name in (older, newer))
    return BumpSummary(
        required=difference.required,
        declared=bump_between(older, newer) if released else None,
        policy=difference.after.taxonomy.system.bump,
        verdict=bump_verdict(difference.required, older, newer) if released else None,
    )


def _change(
    number: int, change: Change, *, difference: Difference, locate: Locate | None
) -> ChangeEntry:
    before = _known(difference.before.taxonomy, change)
    after = _known(difference.after.taxonomy, change)
    known = after or before
    place = locate(change) if locate else None
    return ChangeEntry(
        n=number,
        **asdict(change),
        bump=difference.bumps.get(number, "none"),
        fingerprint=change.fingerprint,
        code=CodePair(from_=before[0] if before else None, to=after[0] if after else None)
        if known
        else None,
        title=known[1] if known else None,
        place=FilePlace(place.path, place.line, place.column) if place else None,
    )


def _known(taxonomy: Taxonomy, change: Change) -> tuple[str | None, Text] | None:
    """Code or number, and title, of what changed, if it is a category or standard of this side."""
    if change.entity == "category":
        category = taxonomy.get(change.id)
        return (category.code, category.title) if category else None
    placed = taxonomy.standard(change.id) if change.entity == "standard" else None
    return (placed.standard.number, placed.standard.title) if placed else None
