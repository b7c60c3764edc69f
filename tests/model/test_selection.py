"""What a reader asks for among the changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from stdtree.model.folding import meanings
from stdtree.model.selection import Selection, selected
from stdtree.model.taxonomy import Taxonomy
from tests.diff.pairs import between, pairs
from tests.differences import small


def chosen(**wanted: Any) -> set[tuple[str, str]]:
    """Kinds and ids of what was selected in the small difference."""
    difference = small()
    sets = {name: value if name == "real" else frozenset(value) for name, value in wanted.items()}
    numbers = selected(difference, Selection(**sets))
    return {(difference.changes[n - 1].kind, difference.changes[n - 1].id) for n in numbers}


@given(pairs())
def test_nothing_asked_for_is_everything(sides: tuple[Taxonomy, Taxonomy]) -> None:
    """And real, undecided and virtual together are everything, too, without overlap."""
    difference = between(*sides)
    every = frozenset(range(1, len(difference.changes) + 1))
    assert not Selection()
    assert selected(difference, Selection()) == every
    real, virtual = (selected(difference, Selection(real=one)) for one in (True, False))
    assert real | virtual == every
    assert not real & virtual
    assert {n for n, one in enumerate(meanings(difference), 1) if one is None} <= real


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"kinds": ["moved"]}, {("moved", "methods"), ("moved", "planned-one")}),
        ({"kinds": ["take-over"]}, {("retired", "incubation")}),
        ({"kinds": ["moved"], "levels": ["part"]}, set()),
        ({"owners": ["lab"]}, {("moved", "methods"), ("recoded", "methods")}),
        ({"under": ["services"], "kinds": ["added"]},
         {("added", "services"), ("added", "advice"), ("added", "db11-t-1-2025")}),
        ({"under": ["basics"], "kinds": ["moved"]},
         {("moved", "methods"), ("moved", "planned-one")}),
        ({"levels": ["group"]}, {("recoded", "brokers"), ("removed", "t-tmac-021-2020")}),
        ({"under": ["nobody"]}, set()),
    ],
)  # fmt: skip
def test_filters(wanted: dict[str, Any], expected: set[tuple[str, str]]) -> None:
    """On either side: what moved away from a branch is a change of it, too."""
    assert chosen(**wanted) == expected


def test_things_outside_the_tree_stand_nowhere_in_it() -> None:
    """A body belongs to no level, owner or branch."""
    assert ("field", "lab") in chosen()
    assert ("field", "lab") not in chosen(levels=["part", "domain", "group"])


def test_without_events_moves_are_real() -> None:
    """What nobody explained still is what it is."""
    bare = replace(small(), events=(), causes={})
    kinds = {bare.changes[n - 1].kind for n in selected(bare, Selection(real=True))}
    assert kinds == {"added", "removed", "retired", "moved"}
