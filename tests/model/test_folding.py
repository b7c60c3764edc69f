"""Consequences by their causes, and which changes are real."""

from __future__ import annotations

from hypothesis import given

from stdtree.model.folding import consequences, meanings
from stdtree.model.taxonomy import Taxonomy
from tests.diff.pairs import between, pairs
from tests.differences import small
from tests.trees import category, taxonomy


@given(pairs())
def test_consequences_are_the_causes_turned_round(sides: tuple[Taxonomy, Taxonomy]) -> None:
    """Each consequence below its cause, in order, and no other."""
    difference = between(*sides)
    found = consequences(difference)
    assert {n: cause for cause, ns in found.items() for n in ns} == dict(difference.causes)
    assert all(list(ns) == sorted(ns) for ns in found.values())


@given(pairs())
def test_every_change_has_a_meaning(sides: tuple[Taxonomy, Taxonomy]) -> None:
    """One for each, also where no event rests on it."""
    difference = between(*sides)
    assert len(meanings(difference)) == len(difference.changes)


def test_meanings() -> None:
    """Codes and names are virtual, moves real, and a person has to say of a new definition."""
    difference = small()
    told = {
        (change.kind, change.id): meaning
        for change, meaning in zip(difference.changes, meanings(difference), strict=True)
    }
    assert told["recoded", "transfer"] is False
    assert told["renamed", "transfer"] is False
    assert told["moved", "methods"] is True
    assert told["field", "transfer"] is None
    assert told["added", "advice"] is told["added", "services"]


def test_a_consequence_means_what_its_cause_means() -> None:
    """A code that changes with its parent's is as virtual as that one."""
    before = taxonomy(category("a", "A"), category("x", "A1", "a"))
    after = taxonomy(category("a", "B"), category("x", "B1", "a"))
    assert list(meanings(between(before, after))) == [False, False]
