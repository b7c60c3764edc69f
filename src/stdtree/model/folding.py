"""What a reader of a difference sees first: causes, their consequences, and what is real."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from stdtree.model.change import Change
from stdtree.model.difference import Difference

Real = bool | None
"""Alters meaning; alters only code, name or wording; or a person has to say."""

TOLD_AS_REASONS = "change_notes"
"""The field whose contents stand with the events that they explain."""
_EXISTENCE = frozenset({"added", "removed", "retired", "reinstated", "moved"})


def consequences(difference: Difference) -> Mapping[int, tuple[int, ...]]:
    """The changes that only follow from another, by that other; all by their numbers from 1."""
    found: dict[int, list[int]] = defaultdict(list)
    for number, cause in sorted(difference.causes.items()):
        found[cause].append(number)
    return {cause: tuple(numbers) for cause, numbers in found.items()}


def meanings(difference: Difference) -> Sequence[Real]:
    """For each change in order, whether it is real; a consequence is what its cause is.

    A change is real if an event that rests on it is, undecided if one of them is undecided, else
    virtual. One that no event rests on is real if something came, went or moved.
    """
    said: dict[int, set[Real]] = defaultdict(set)
    for event in difference.events:
        for number in event.changes:
            said[number].add(event.real)
    own = [_meaning(change, said.get(n, ())) for n, change in enumerate(difference.changes, 1)]
    return [
        own[difference.causes.get(n, n) - 1] if n not in said else own[n - 1]
        for n in range(1, len(own) + 1)
    ]


def _meaning(change: Change, said: Iterable[Real]) -> Real:
    known = set(said)
    if True in known:
        return True
    if known:
        return None if None in known else False
    return change.kind in _EXISTENCE
