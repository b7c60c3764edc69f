"""The tree of changes: nothing is lost in it, and nothing stands in it twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from stdtree.model.changed_tree import ChangedTree, both_sides, changed_tree
from stdtree.model.difference import Difference
from stdtree.model.taxonomy import Taxonomy
from tests.diff.pairs import between, pairs
from tests.differences import small
from tests.trees import category, taxonomy


def numbers(tree: ChangedTree) -> Iterator[int]:
    """Every change of a tree, as often as it stands there."""
    for line in tree.lines:
        yield from line.changes
        for row in line.rows:
            yield from row.changes
    for thing in tree.things:
        yield from thing.changes
    for followers in tree.folded.values():
        yield from followers


def outline(tree: ChangedTree) -> list[str]:
    """Lines with their numbers, indented."""
    return [f"{'  ' * one.depth}{one.category.id} {[*one.changes]}" for one in tree.lines]


@given(pairs(), st.booleans(), st.data())
def test_every_change_stands_exactly_once(
    sides: tuple[Taxonomy, Taxonomy],
    folded: bool,  # noqa: FBT001  # drawn by Hypothesis
    data: st.DataObject,
) -> None:
    """Whatever the trees, folded or not, all of them or some."""
    difference = between(*sides)
    every = range(1, len(difference.changes) + 1)
    only = data.draw(st.none() | st.sets(st.sampled_from(every))) if every else None
    tree = changed_tree(difference, folded=folded, only=only)
    assert Counter(numbers(tree)) == Counter(every if only is None else only)


@given(pairs())
def test_lines_hang_below_earlier_lines(sides: tuple[Taxonomy, Taxonomy]) -> None:
    """Parents first, each category once, in the order of a walk through both sides."""
    difference = between(*sides)
    tree = changed_tree(difference)
    for at, line in enumerate(tree.lines):
        assert line.up < at
        assert line.depth == (tree.lines[line.up].depth + 1 if line.up >= 0 else 0)
    shown = [line.category.id for line in tree.lines]
    assert len(set(shown)) == len(shown)
    assert [c.id for _, c in both_sides(difference).walk() if c.id in set(shown)] == shown


@given(pairs())
def test_unfolded_nothing_is_folded(sides: tuple[Taxonomy, Taxonomy]) -> None:
    """A cause is always shown, and then so is what follows it, one way or the other."""
    difference = between(*sides)
    assert not changed_tree(difference, folded=False).folded
    folded = changed_tree(difference).folded
    assert all(difference.causes[n] == cause for cause, found in folded.items() for n in found)


def test_consequences_have_no_lines_of_their_own() -> None:
    """A branch that came: one line, and what came with it below that number."""
    tree = changed_tree(small())
    assert outline(tree) == [
        "basics []", "  terms []", "fields []", "  incubation [6]", "  promotion [11]",
        "  transfer [12, 13, 14]", "    brokers [9]", "services [2]", "  methods [7, 10]",
    ]  # fmt: skip
    services = next(line for line in tree.lines if line.category.id == "services")
    assert len(tree.folded[services.changes[0]]) == 2


def test_a_consequence_stands_where_its_category_is_shown_anyway() -> None:
    """A new box in a new branch that holds something moved: it is no unchanged ancestor."""
    before = taxonomy(category("a", "A"), category("x", "A1", "a"))
    after = taxonomy(
        category("a", "A"), category("b", "B"), category("c", "B1", "b"), category("x", "B11", "c")
    )
    tree = changed_tree(between(before, after))
    by_id = {line.category.id: line for line in tree.lines}
    assert by_id["c"].changes
    assert not tree.folded


def test_what_did_not_change_is_counted() -> None:
    """Live siblings without a change in themselves or below."""
    before = taxonomy(
        category("a", "A"), category("b", "B"), category("c", "C"),
        *(category(f"a{n}", f"A{n}", "a") for n in range(1, 5)),
        category("deep", "A11", "a1"),
    )  # fmt: skip
    after = before.with_(category("deep", "A12", "a1"), without=["a4"])
    tree = changed_tree(between(before, after))
    assert tree.unchanged == 2
    assert {line.category.id: line.unchanged for line in tree.lines} == {
        "a": 2, "a1": 0, "deep": 0, "a4": 0,
    }  # fmt: skip


def test_broken_trees_have_their_lines() -> None:
    """A loop and a child of nobody are shown from the top, once."""
    before = taxonomy(category("a", "A", "b"), category("b", "B", "a"), category("o", "O", "no"))
    after = before.with_(
        category("a", "A1", "b"), category("b", "B1", "a"), category("o", "O1", "no")
    )
    assert outline(changed_tree(between(before, after))) == ["o [3]", "a [1]", "  b [2]"]


def test_level_and_owner_are_those_of_the_tree() -> None:
    """Inherited from above, also from a line without changes."""
    before = taxonomy(category("a", "A", owner="lab"), category("x", "A1", "a"))
    after = before.with_(category("x", "A2", "a"))
    lines = {one.category.id: one for one in changed_tree(between(before, after)).lines}
    assert (lines["x"].owner, lines["x"].level, lines["a"].level) == ("lab", "domain", "part")


def test_nothing_changed() -> None:
    """Equal sides have no line."""
    end = small().before
    nothing = Difference(end, end, (), (), (), "none")
    assert not changed_tree(nothing).lines
