"""Rows of the tree: opening, closing, filtering, and keeping up with edits."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.edit import decode
from stdtree.model.category import Category
from stdtree.model.grouping import differing
from stdtree.model.taxonomy import Taxonomy
from stdtree.tui.present.outline import Outline, filtered
from tests.effort import one_in
from tests.trees import category, sample, taxonomies, taxonomy


def ids(outline: Outline) -> list[str]:
    """The categories on view."""
    return list(outline.rows)


def test_open_and_close() -> None:
    """A branch opens with its children and closes with all that is below."""
    outline = Outline(sample())
    assert ids(outline) == ["basics", "fields"]
    outline.toggle(1)
    outline.toggle(2)
    assert ids(outline) == ["basics", "fields", "transfer", "brokers", "incubation", "promotion"]
    outline.toggle(1)
    assert ids(outline) == ["basics", "fields"]


def test_a_closed_branch_opens_as_it_was() -> None:
    """What was open below is open again."""
    outline = Outline(sample(), opened=("fields", "transfer"))
    before = ids(outline)
    outline.toggle(1)
    outline.toggle(1)
    assert ids(outline) == before


def test_reveal_opens_what_is_above() -> None:
    """The row of a category that was out of view."""
    outline = Outline(sample())
    row = outline.reveal("brokers")
    assert row is not None
    assert ids(outline)[row] == "brokers"


def test_levels() -> None:
    """So many levels are on view, whatever was open."""
    outline = Outline(sample(), opened=("fields", "transfer"))
    outline.open_to(1)
    assert set(outline.depth) == {0}
    outline.open_to(2)
    assert set(outline.depth) == {0, 1}
    assert "brokers" not in outline.rows


def test_retired_categories_are_hidden_unless_something_below_lives() -> None:
    """A retired parent of a live child stays in sight."""
    tree = taxonomy(
        category("a", "A", status="retired"),
        category("b", "B", status="retired"),
        category("c", "B1", "b"),
        category("d", "B2", "b", status="retired"),
    )
    assert ids(Outline(tree, opened=("b",))) == ["b", "c"]
    assert ids(Outline(tree, retired=True, opened=("b",))) == ["a", "b", "c", "d"]


def test_a_filter_keeps_what_is_above() -> None:
    """A hit and its ancestors, all open."""
    assert ids(filtered(sample(), ["brokers"])) == ["fields", "transfer", "brokers"]


@one_in(2)
@given(taxonomies, st.lists(st.integers(0, 11), max_size=12), st.integers(0, 1))
def test_any_toggling_shows_what_a_fresh_outline_shows(
    tree: Taxonomy, toggles: list[int], retired: int
) -> None:
    """Splicing and listing anew agree, whatever was opened and closed."""
    outline = Outline(tree, retired=bool(retired))
    for row in toggles:
        if row < len(outline.rows):
            outline.toggle(row)
    assert_fresh(outline)


@given(taxonomies)
def test_all_open_shows_every_category_once_as_a_walk_does(tree: Taxonomy) -> None:
    """Broken trees too, orphans and loops after the roots."""
    outline = Outline(tree, retired=True, opened=tree.categories)
    walk = list(tree.walk())
    assert ids(outline) == [one.id for _, one in walk]
    assert list(outline.depth) == [depth for depth, _ in walk]


@given(taxonomies, st.data())
def test_any_edit_shows_what_a_fresh_outline_shows(tree: Taxonomy, data: st.DataObject) -> None:
    """Moved, recoded, retired, renamed, removed or added, some at once, some below others."""
    known = sorted(tree.categories)
    opened = data.draw(st.sets(st.sampled_from(known)) if known else st.just(set()), "open")
    outline = Outline(tree, retired=data.draw(st.booleans(), "retired"), opened=opened)
    for _ in range(2):
        changed = data.draw(st.lists(edited(tree), max_size=4, unique_by=lambda c: c.id), "edit")
        gone = data.draw(st.sets(st.sampled_from(known), max_size=2) if known else st.just(set()))
        after = tree.with_(*changed, without=gone - {one.id for one in changed})
        outline.update(after, differing(tree.categories, after.categories))
        tree = after
        assert_fresh(outline)


def assert_fresh(outline: Outline) -> None:
    """The rows are those of an outline made from nothing, and so is what is drawn beside them."""
    fresh = Outline(outline.taxonomy, retired=outline.retired, opened=outline.opened)
    assert ids(outline) == ids(fresh)
    assert outline.depth == fresh.depth
    shown = [outline.category(row) for row in range(len(outline.rows))]
    assert [outline.is_last(one) for one in shown] == [fresh.is_last(one) for one in shown]


def edited(tree: Taxonomy) -> st.SearchStrategy[Category]:
    """A category of the tree, or a new one, put anywhere with any code, title and status."""
    known = sorted(tree.categories)
    ids_ = st.sampled_from([*known, "new-one", "new-two"])
    parents = st.sampled_from([None, *known])
    codes = st.sampled_from([None, "A", "A1", "B", "B2", "Z9"])
    titles, statuses = (
        st.sampled_from(["甲", "乙"]),
        st.sampled_from(["active", "draft", "retired"]),
    )
    return st.builds(
        lambda one, parent, code, title, status: msgspec.structs.replace(
            category(one, code, parent, status=status), title={"zh": title}
        ),
        ids_, parents, codes, titles, statuses,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("operation", "fields"),
    [
        ("rename-category", {"id": "transfer", "name": {"zh": "转移"}}),
        ("recode-category", {"id": "transfer", "code": "B9"}),
        ("move-category", {"id": "incubation", "to": "basics", "code": "A3"}),
        ("add-category", {"parent": "basics", "name": {"zh": "新"}}),
        ("retire-category", {"id": "promotion", "release": "1.1"}),
    ],
)
def test_operations_and_their_undoing(operation: str, fields: dict[str, object]) -> None:
    """There and back again, with everything open."""
    before = sample()
    after = decode(operation, fields).apply(before)
    outline = Outline(before, opened=set(after.categories))
    rows, touched = ids(outline), differing(before.categories, after.categories)
    outline.update(after, touched)
    assert_fresh(outline)
    outline.update(before, touched)
    assert ids(outline) == rows
