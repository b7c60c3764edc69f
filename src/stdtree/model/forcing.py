"""What decides the next release number: the few changes that alone call for as much as all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdtree.model.change import Change, Event
from stdtree.model.difference import Difference


class Forcing(NamedTuple):
    """What calls for the required number, each matter once."""

    events: tuple[Event, ...]
    """Events that call for it, in the order of the difference."""
    changes: tuple[tuple[int, Change], ...]
    """Changes that do, with their numbers: none that such an event rests on, no consequences."""
    undecided: tuple[Event, ...]
    """Redefinitions that are proposed as real: a person who agrees may call for more."""

    @property
    def total(self) -> int:
        """How many matters call for it."""
        return len(self.events) + len(self.changes)


def forcing(difference: Difference) -> Forcing:
    """What has to go for a smaller number to do; nothing where nothing calls for a new number."""
    redefined = (event for event in difference.events if event.kind == "redefinition")
    undecided = tuple(event for event in redefined if event.real and not event.judged)
    if difference.required == "none":
        return Forcing((), (), undecided)
    events = tuple(one for one in difference.events if one.bump == difference.required)
    told = {number for event in events for number in event.changes}
    return Forcing(events, tuple(_alone(difference, told)), undecided)


def _alone(difference: Difference, told: set[int]) -> Iterator[tuple[int, Change]]:
    """A consequence calls for nothing where its cause does: it would not be there without it."""
    bumps = difference.bumps.items()
    calling = {number for number, bump in bumps if bump == difference.required}
    untold = calling - told
    for number, change in enumerate(difference.changes, 1):
        cause = difference.causes.get(number)
        if number in untold and not (cause in calling or cause in told):
            yield number, change
