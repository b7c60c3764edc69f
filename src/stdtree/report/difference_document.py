"""A difference as machines are told it: stdtree-difference/1, which is also the patch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from msgspec.structs import asdict

from stdtree.model import balance
from stdtree.model.bump_told import bump_summary
from stdtree.model.change import EVENT_KINDS, Change, Event
from stdtree.model.counts import counts
from stdtree.model.difference import Difference, End
from stdtree.model.entries import entries
from stdtree.model.finding import Place
from stdtree.model.ids import Text
from stdtree.model.output import (
    ChangeEntry,
    CodePair,
    DifferenceDocument,
    DifferenceEnd,
    DifferenceSummary,
    EventEntry,
    FilePlace,
    LevelCount,
)
from stdtree.model.release import Counts
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.words import ENTITY

Locate = Callable[[Change], Place | None]


def document(difference: Difference, locate: Locate | None = None) -> DifferenceDocument:
    """The whole difference; `locate` says where a change stands in the newer files."""
    before, after = (counts(end.taxonomy) for end in (difference.before, difference.after))
    return DifferenceDocument(
        format="stdtree-difference/1",
        from_=_end(difference.before, before),
        to=_end(difference.after, after),
        summary=_summary(difference),
        changes=tuple(
            _change(number, change, difference=difference, locate=locate)
            for number, change in enumerate(difference.changes, start=1)
        ),
        events=tuple(map(_event, difference.events)),
        suggestions=tuple(map(_event, difference.suggestions)),
        warnings=difference.warnings,
    )


def _event(event: Event) -> EventEntry:
    return EventEntry(
        kind=event.kind,
        entity=event.entity,
        from_=event.from_ids,
        to=event.to_ids,
        survivors=event.survivors,
        real=event.real,
        judged=event.judged,
        inferred=event.inferred,
        evidence=event.evidence,
        score=event.score,
        code=event.code,
        reason=event.reason,
        changes=event.changes,
        bump=event.bump,
    )


def _summary(difference: Difference) -> DifferenceSummary:
    """Totals; kinds that do not occur are left out."""
    kinds = balance.kinds(difference)
    events = Counter(event.kind for event in difference.events)
    found = {entity for row in kinds for entity in row.entities}
    return DifferenceSummary(
        changes={row.kind: row.total for row in kinds},
        entities={
            entity: {row.kind: row.entities[entity] for row in kinds if entity in row.entities}
            for entity in ENTITY
            if entity in found
        },
        consequences=len(difference.causes),
        events={kind: events[kind] for kind in EVENT_KINDS if events[kind]},
        levels=tuple(
            LevelCount(level=row.level, from_=row.from_, to=row.to, steps=row.steps)
            for row in balance.levels(difference)
        ),
        bump=bump_summary(difference),
    )


def _end(end: End, found: Counts) -> DifferenceEnd:
    return DifferenceEnd(
        release=end.name,
        digest=end.digest,
        categories=found.categories,
        standards=found.standards,
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
        cause=difference.causes.get(number),
        entries=entries(change.field, change.from_, change.to) if change.field else (),
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
