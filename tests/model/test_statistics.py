"""The statistics table of both sides of a difference."""

from __future__ import annotations

from hypothesis import given

from stdtree.model.counts import counts
from stdtree.model.statistics import compared, statistics
from stdtree.model.taxonomy import Taxonomy
from tests.diff.pairs import between, pairs
from tests.differences import small


@given(pairs())
def test_all_groups_count_the_same_standards(sides: tuple[Taxonomy, Taxonomy]) -> None:
    """By level, by kind and by part: the totals are what releases record."""
    for side in sides:
        recorded = counts(side)
        for group in statistics(side):
            assert group.total.existing == recorded.standards
            assert group.total.needed == recorded.standards + recorded.planned


@given(pairs())
def test_both_sides_line_by_line(sides: tuple[Taxonomy, Taxonomy]) -> None:
    """No line of either side is lost, and the last is the total of both."""
    for at, (by, rows) in enumerate(compared(between(*sides))):
        before, after = (statistics(side)[at] for side in sides)
        assert by == after.by
        *lines, total = rows
        assert (total.before, total.after) == (before.total, after.total)
        for side, name in ((before, "before"), (after, "after")):
            found = {getattr(line, name).key: getattr(line, name) for line in lines}
            assert all(found[line.key] == line for line in side.lines)
            assert sum(getattr(line, name).needed for line in lines) == side.total.needed


def test_parts_of_either_side_have_their_line() -> None:
    """A part that is new stands among the others, one that went behind them."""
    *_, (_, parts) = compared(small())
    assert [pair.after.word.en for pair in parts][:3] == [
        "A Category basics", "B Category fields", "C Services",
    ]  # fmt: skip
