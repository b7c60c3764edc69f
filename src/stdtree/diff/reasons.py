"""What drafters said of an event between the two sides: why it happened, and whether it is real."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from stdtree.diff.sides import Sides
from stdtree.model.change import Event
from stdtree.model.ids import CategoryId, StandardId, Text

ENDINGS = frozenset({"deletion", "merger", "take-over", "breakdown", "replacement", "regrouping"})
"""Events for which the retirement of a member gives the reason."""
Said = tuple[Text, bool | None]
"""A reason, and whether the event is real as a person judged it."""


def explained(event: Event, sides: Sides) -> Event:
    """The event with its reason, and as a person judged it.

    The reason is the first that fits: a new note on this kind of event, or why one of the members
    ended. The judgement is that of the first new note that has one.
    """
    of_members = _of_standards if event.entity == "standard" else _of_categories
    said = tuple(of_members(event, sides)) if sides.speaking else ()
    if not said:
        return event
    judged = next((real for _, real in said if real is not None), None)
    if judged is None:
        return replace(event, reason=said[0][0])
    return replace(event, reason=said[0][0], real=judged, judged=True)


def _of_standards(event: Event, sides: Sides) -> Iterator[Said]:
    for one in dict.fromkeys((*event.to_ids, *event.from_ids)):
        placed = sides.row_after(one)
        yield from _noted(event, sides, placed.home if placed else None, standard=one)


def _of_categories(event: Event, sides: Sides) -> Iterator[Said]:
    """Of the members, then of what moved between them."""
    changed = (sides.changes[number - 1].id for number in event.changes)
    for category_id in dict.fromkeys((*event.from_ids, *event.to_ids, *changed)):
        if category_id not in sides.speaking:
            continue
        yield from _noted(event, sides, category_id)
        category = sides.after.get(category_id)
        retired = category.retired if category is not None else None
        ends = event.kind in ENDINGS and sides.lived(category_id)
        if ends and retired is not None and retired.reason is not None:
            yield retired.reason, None


def _noted(
    event: Event,
    sides: Sides,
    category_id: CategoryId | None,
    *,
    standard: StandardId | None = None,
) -> Iterator[Said]:
    """What notes on such an event say that the older side does not have yet."""
    new = sides.after.get(category_id)
    if new is None or not new.change_notes:
        return
    old = sides.before.get(category_id)
    known = old.change_notes if old else ()
    for note in new.change_notes:
        if note.kind == event.kind and note.standard == standard and note not in known:
            yield note.reason, note.real
