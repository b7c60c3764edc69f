"""What decides the next release number."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from stdtree.model.forcing import forcing
from tests.diff.pairs import between, pairs
from tests.effort import one_in
from tests.trees import category, taxonomy

ROOT = category("root", "R")


def test_each_matter_once() -> None:
    """The event, not the change it rests on; not what only follows."""
    before = taxonomy(ROOT, category("a", "R1", "root"), category("b", "R11", "a"))
    after = taxonomy(ROOT, category("a", "R2", "root"), category("b", "R21", "a"))

    found = forcing(between(before, after))

    assert [event.kind for event in found.events] == ["code-change"]
    assert found.changes == ()
    assert found.total == 1


def test_nothing_forces_nothing() -> None:
    """The same on both sides."""
    assert forcing(between(taxonomy(ROOT), taxonomy(ROOT))).total == 0


@one_in(4)
@given(pairs())
def test_something_forces_whatever_is_required(pair: Any) -> None:
    """If a new number is called for, something is named; nothing named calls for less."""
    difference = between(*pair)
    found = forcing(difference)

    assert bool(found.total) == (difference.required != "none")
    assert {event.bump for event in found.events} <= {difference.required}
    assert {difference.bumps[number] for number, _ in found.changes} <= {difference.required}
