"""What happened, and which category became which: members by name, with their rows to jump to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from stdtree.export._page.rows import Key
from stdtree.export._page.told import Told, told
from stdtree.model import names, words
from stdtree.model.change import ChangedEntity, Event
from stdtree.model.correspondence import Association, Cardinality
from stdtree.model.correspondence_table import reason, stays
from stdtree.model.difference import Difference
from stdtree.model.event_kind import EventKind
from stdtree.model.grouped_events import grouped, members
from stdtree.model.taxonomy import Taxonomy
from stdtree.safe import safe

Rows = Mapping[Key, int]
"""Where in the tree of the page a thing stands."""


class Member(Struct, frozen=True, array_like=True):
    """Something by its name, and its row; -1 where the tree does not show it."""

    name: Told
    row: int


class Happened(Struct, frozen=True, omit_defaults=True, rename={"from_": "from"}):
    """An event."""

    kind: EventKind
    from_: tuple[Member, ...]
    to: tuple[Member, ...]
    real: bool | None
    judged: bool = False
    inferred: bool = False
    changes: tuple[int, ...] = ()
    reason: Told | None = None
    code: str | None = None


class Corresponds(Struct, frozen=True, omit_defaults=True):
    """A row of the correspondence table."""

    source: Member | None
    target: Member | None
    cardinality: Cardinality
    basis: Told = ""
    extent: Told = ""
    reused: bool = False
    ambiguous: bool = False
    reason: Told = ""


def happened(difference: Difference, rows: Rows) -> tuple[Happened, ...]:
    """All events by kind, those of one kind in the order of the tree; suggestions among them."""
    events = (*difference.events, *difference.suggestions)
    return tuple(
        _happened(event, difference, rows)
        for _, found in grouped(events, difference)
        for event in found
    )


def _happened(event: Event, difference: Difference, rows: Rows) -> Happened:
    return Happened(
        event.kind,
        _members(event.entity, event.from_ids, difference.before.taxonomy, rows=rows),
        _members(event.entity, event.to_ids, difference.after.taxonomy, rows=rows),
        event.real,
        judged=event.judged,
        inferred=event.inferred,
        changes=event.changes,
        reason=told(names.text(event.reason)) if event.reason else None,
        code=None if event.code is None else safe(event.code),
    )


def _members(
    entity: ChangedEntity, ids: Iterable[str], taxonomy: Taxonomy, *, rows: Rows
) -> tuple[Member, ...]:
    return tuple(
        Member(told(names.named(taxonomy, entity, one)), rows.get((entity, one), -1))
        for one in members(ids, taxonomy)
    )


def corresponds(difference: Difference, rows: Rows) -> tuple[tuple[Corresponds, ...], int]:
    """Rows in which something became something else, and how many stayed what they were."""
    before, after = difference.before.taxonomy, difference.after.taxonomy
    made = tuple(
        _corresponds(row, before, after, rows=rows)
        for row in difference.correspondence
        if not stays(row, before, after)
    )
    return made, len(difference.correspondence) - len(made)


def _corresponds(row: Association, before: Taxonomy, after: Taxonomy, *, rows: Rows) -> Corresponds:
    has_both = row.source is not None and row.target is not None
    has_basis, has_extent = has_both or row.basis == "manual", has_both or row.extent == "partial"
    return Corresponds(
        _member(row.source, before, rows),
        _member(row.target, after, rows),
        row.cardinality,
        basis=told(words.BASIS[row.basis]) if has_basis else "",
        extent=told(words.EXTENT[row.extent]) if has_extent else "",
        reused=row.code_reused,
        ambiguous=row.ambiguous,
        reason=told(reason(row.reasons)),
    )


def _member(category_id: str | None, taxonomy: Taxonomy, rows: Rows) -> Member | None:
    if category_id is None:
        return None
    name = told(names.category(taxonomy, category_id))
    return Member(name, rows.get(("category", category_id), -1))
