"""Why an event happened, as the drafters declared it between the two sides."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.diff.sides import Sides
from stdtree.model.change import Event
from stdtree.model.ids import CategoryId, StandardId, Text

ENDINGS = frozenset({"deletion", "merger", "take-over", "breakdown", "replacement", "regrouping"})
"""Events for which the retirement of a member gives the reason."""


def reason_of(event: Event, sides: Sides) -> Text | None:
    """The first that fits: a new note on this kind of event, or why one of the members ended."""
    if event.entity == "standard":
        standards = dict.fromkeys((*event.to_ids, *event.from_ids))
        found = (_noted(event, sides, _home(sides, one), standard=one) for one in standards)
        return next(filter(None, found), None)
    return next(filter(None, _of_categories(event, sides)), None)


def _of_categories(event: Event, sides: Sides) -> Iterator[Text | None]:
    """Reasons of the members, then of what moved between them."""
    changed = (sides.changes[number - 1].id for number in event.changes)
    for category_id in dict.fromkeys((*event.from_ids, *event.to_ids, *changed)):
        category = sides.after.get(category_id)
        yield _noted(event, sides, category_id)
        ends = sides.lived(category_id) and event.kind in ENDINGS
        if ends and category is not None and category.retired is not None:
            yield category.retired.reason


def _noted(
    event: Event,
    sides: Sides,
    category_id: CategoryId | None,
    *,
    standard: StandardId | None = None,
) -> Text | None:
    """The reason in a note that the older side does not have yet."""
    old, new = sides.before.get(category_id), sides.after.get(category_id)
    known = old.change_notes if old else ()
    for note in new.change_notes if new else ():
        if note.kind == event.kind and note.standard == standard and note not in known:
            return note.reason
    return None


def _home(sides: Sides, standard_id: StandardId) -> CategoryId | None:
    placed = sides.after.standard(standard_id)
    return placed.home if placed else None
