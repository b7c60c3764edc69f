"""Depths are those of a walk, whatever the tree."""

from __future__ import annotations

from hypothesis import given

from stdtree.model.taxonomy import Taxonomy
from stdtree.rules import Context
from stdtree.rules._depths import live_with_depth
from tests.rules.test_rules import broken
from tests.trees import category, taxonomy


@given(broken())
def test_depths_are_those_of_a_walk(tree: Taxonomy) -> None:
    """Live categories that a walk reaches from a root, at the same depth; no others."""
    expected = {}
    for depth, passed in tree.walk():
        if depth == 0 and passed.parent is not None:
            break  # orphans and loops follow
        if passed.is_live:
            expected[passed.id] = depth
    assert {found.id: depth for depth, found in live_with_depth(Context(tree))} == expected


def test_long_line_written_from_its_end() -> None:
    """A line of parents may be as long as it likes, and in any order."""
    length = 5000
    line = [category(f"c{n}", None, f"c{n - 1}" if n else None) for n in reversed(range(length))]
    found = {passed.id: depth for depth, passed in live_with_depth(Context(taxonomy(*line)))}
    assert found == {f"c{n}": n for n in range(length)}
