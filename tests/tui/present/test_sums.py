"""Numbers of whole branches."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stdtree.model.finding import Severity
from stdtree.model.grouping import differing
from stdtree.model.taxonomy import Taxonomy
from stdtree.tui.present.sums import BranchSums, marks_of, of_branches
from tests.trees import sample, taxonomies
from tests.tui.present.test_outline import edited


def sums(tree: Taxonomy) -> BranchSums:
    """Standards of branches."""
    return BranchSums(tree, lambda category: len(category.standards))


def test_standards_are_counted_by_branch() -> None:
    """The number is that of the whole branch."""
    assert sums(sample()).of("fields") == 3


def test_findings_add_up() -> None:
    """What is above a category counts what is below it."""
    own = marks_of([("brokers", Severity.ERROR), ("fields", Severity.WARNING)])
    assert own == {"brokers": (1, 0), "fields": (0, 1)}
    branches = of_branches(sample(), own)
    assert branches["fields"] == (1, 1)
    assert branches["transfer"] == (1, 0)
    assert "basics" not in branches


@given(taxonomies, st.data())
def test_after_any_edit_they_are_those_of_the_new_tree(tree: Taxonomy, data: st.DataObject) -> None:
    """Only the way up from the edit is counted anew, and that is enough; loops end."""
    counted = sums(tree)
    for one in tree.categories:
        counted.of(one)
    changed = data.draw(st.lists(edited(tree), max_size=3, unique_by=lambda c: c.id))
    after = tree.with_(*changed)
    counted.update(after, differing(tree.categories, after.categories))
    fresh = sums(after)
    rooted = [one for one, depth in after.depths.items() if one is not None and depth >= 0]
    assert [counted.of(one) for one in rooted if one in after.categories] == [
        fresh.of(one) for one in rooted if one in after.categories
    ]
