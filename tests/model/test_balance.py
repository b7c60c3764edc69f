"""The counts of a difference add up, whatever the trees."""

from __future__ import annotations

from hypothesis import given

from stdtree.model.balance import ARRIVING, STEPS, kinds, levels
from stdtree.model.change import BASE_KINDS
from stdtree.model.counts import counts
from stdtree.model.taxonomy import Taxonomy
from tests.diff.pairs import between, ended, pairs
from tests.trees import category, taxonomy


@given(pairs())
def test_each_level_adds_up(sides: tuple[Taxonomy, Taxonomy]) -> None:
    """What was there, and what came, without what went, is what is there."""
    difference = between(*sides)
    rows = levels(difference)
    for row in rows:
        came = sum(count for step, count in row.steps.items() if step in ARRIVING)
        went = sum(count for step, count in row.steps.items() if step not in ARRIVING)
        assert row.from_ + came - went == row.to
        assert set(row.steps) <= set(STEPS)
        assert all(row.steps.values())
    moved = [sum(row.steps.get(step, 0) for row in rows) for step in ("moved-in", "moved-out")]
    assert moved[0] == moved[1]


@given(pairs())
def test_levels_are_those_of_the_counts(sides: tuple[Taxonomy, Taxonomy]) -> None:
    """The two columns are what releases record, and all levels together are all categories."""
    rows = levels(between(*sides))
    for side, name in zip(sides, ("from_", "to"), strict=True):
        recorded = counts(side)
        assert sum(getattr(row, name) for row in rows) == recorded.categories
        for row in rows:
            if row.level is not None:
                assert getattr(row, name) == recorded.levels.get(row.level, 0)


@given(pairs())
def test_kinds_add_up_to_all_changes(sides: tuple[Taxonomy, Taxonomy]) -> None:
    """By what changed, by level, and with the consequences among them."""
    difference = between(*sides)
    rows = kinds(difference)
    assert sum(row.total for row in rows) == len(difference.changes)
    assert sum(row.consequences for row in rows) == len(difference.causes)
    assert [row.kind for row in rows] == [
        kind for kind in BASE_KINDS if kind in {change.kind for change in difference.changes}
    ]
    for row in rows:
        assert sum(row.levels.values()) == row.entities.get("category", 0)


@given(pairs())
def test_the_mirror_swaps_the_columns(sides: tuple[Taxonomy, Taxonomy]) -> None:
    """Back again, what came goes."""
    there = {row.level: row for row in levels(between(*sides))}
    back = {row.level: row for row in levels(between(*reversed(sides)))}
    assert {name: (row.from_, row.to) for name, row in there.items()} == {
        name: (row.to, row.from_) for name, row in back.items()
    }


def test_why_a_category_counts_on_one_side() -> None:
    """One of each reason."""
    before = taxonomy(
        category("a", "A"), category("b", "B"), category("draft", "C", status="draft"),
        category("old", "D", **ended()), category("ends", "E"), category("gone", "F"),
        category("sinks", "G"), category("back", "H"),
    )  # fmt: skip
    after = taxonomy(
        category("a", "A"), category("b", "B"), category("draft", "C"), category("old", "D"),
        category("ends", "E", **ended()), category("new", "F"), category("sinks", "A1", "a"),
        category("back", "H", status="draft"),
    )  # fmt: skip
    part, domain, _ = levels(between(before, after))
    assert (part.from_, part.to, dict(part.steps)) == (6, 5, {
        "added": 1, "reinstated": 1, "activated": 1,
        "removed": 1, "retired": 1, "drafted": 1, "moved-out": 1,
    })  # fmt: skip
    assert (domain.from_, domain.to, dict(domain.steps)) == (0, 1, {"moved-in": 1})
