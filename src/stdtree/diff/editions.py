"""Events of standards: new editions, changes of status, new homes.

They leave the classification as it was, so none of them is a real change of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.diff.bump import STATUS_FIELDS
from stdtree.diff.sides import Sides
from stdtree.model.change import Event
from stdtree.model.event_kind import EventKind
from stdtree.model.ids import StandardId


def standard_events(sides: Sides) -> Iterator[Event]:
    """One event of a kind for each standard."""
    statuses: dict[StandardId, list[int]] = {}
    for number, change in enumerate(sides.changes, 1):
        if change.entity != "standard":
            continue
        if change.kind == "moved":
            yield _of_one("re-homed", change.id, [number])
        elif change.field in STATUS_FIELDS:
            statuses.setdefault(change.id, []).append(number)
        elif change.kind == "added" or change.field == "replaces":
            earlier = _newly_replaced(change.id, sides)
            if earlier:
                yield Event(
                    "new-edition", "standard", earlier, (change.id,),
                    survivors=tuple(one for one in earlier if sides.pairs.stands(one)),
                    real=False, changes=(number,),
                )  # fmt: skip
    for standard_id, numbers in statuses.items():
        yield _of_one("status-change", standard_id, numbers)


def _newly_replaced(standard_id: StandardId, sides: Sides) -> tuple[StandardId, ...]:
    """Standards of the older side that this one replaces and did not replace there."""
    old, new = sides.row_before(standard_id), sides.row_after(standard_id)
    known = old.standard.replaces if old else ()
    named = set(new.standard.replaces if new else ()) - {*known, standard_id}
    return tuple(sorted(filter(sides.pairs.stood, named)))


def _of_one(kind: EventKind, standard_id: StandardId, numbers: list[int]) -> Event:
    one = (standard_id,)
    return Event(kind, "standard", one, one, one, real=False, changes=tuple(numbers))
