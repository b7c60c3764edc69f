"""The flat arrays of the tree: opening, closing, filtering."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.edit import decode
from stdtree.model.finding import Severity
from stdtree.model.taxonomy import Taxonomy
from stdtree.tui.present.outline import Outline, changed_in_place, filtered, marks_of, whole
from tests.effort import one_in
from tests.trees import category, sample, taxonomies, taxonomy


def ids(outline: Outline) -> list[str]:
    """The categories on view."""
    return [outline.categories[node].id for node in outline.rows]


def test_open_and_close() -> None:
    """A branch opens with its children and closes with all that is below."""
    outline = whole(sample(), retired=False, opened=())
    assert ids(outline) == ["basics", "fields"]
    outline.toggle(1)
    outline.toggle(2)
    assert ids(outline) == ["basics", "fields", "transfer", "brokers", "incubation", "promotion"]
    outline.toggle(1)
    assert ids(outline) == ["basics", "fields"]


def test_a_closed_branch_opens_as_it_was() -> None:
    """What was open below is open again."""
    outline = whole(sample(), retired=False, opened=("fields", "transfer"))
    before = ids(outline)
    outline.toggle(1)
    outline.toggle(1)
    assert ids(outline) == before


def test_reveal_opens_what_is_above() -> None:
    """The row of a category that was out of view."""
    outline = whole(sample(), retired=False, opened=())
    row = outline.reveal(outline.node_of["brokers"])
    assert ids(outline)[row] == "brokers"


def test_retired_categories_are_hidden_unless_something_below_lives() -> None:
    """A retired parent of a live child stays in sight."""
    tree = taxonomy(
        category("a", "A", status="retired"),
        category("b", "B", status="retired"),
        category("c", "B1", "b"),
        category("d", "B2", "b", status="retired"),
    )
    assert ids(whole(tree, retired=False, opened=("b",))) == ["b", "c"]
    assert ids(whole(tree, retired=True, opened=("b",))) == ["a", "b", "c", "d"]


def test_findings_add_up_while_closed() -> None:
    """A closed branch counts what is below it."""
    outline = whole(sample(), retired=False, opened=())
    outline.mark(marks_of([("brokers", Severity.ERROR), ("fields", Severity.WARNING)]))
    fields = outline.node_of["fields"]
    assert outline.findings(fields) == (1, 1)
    outline.toggle(1)
    assert outline.findings(fields) == (0, 1)


def test_standards_are_counted_by_branch() -> None:
    """The number on a row is that of its whole branch."""
    outline = whole(sample(), retired=False, opened=())
    assert outline.standards(outline.node_of["fields"]) == 3


def test_a_filter_keeps_what_is_above() -> None:
    """A hit and its ancestors, all open."""
    assert ids(filtered(sample(), ["brokers"])) == ["fields", "transfer", "brokers"]


@one_in(2)
@given(taxonomies, st.lists(st.integers(0, 11), max_size=12))
def test_any_toggling_shows_what_a_fresh_outline_shows(tree: Taxonomy, toggles: list[int]) -> None:
    """Splicing and building anew agree, whatever was opened and closed."""
    outline = whole(tree, retired=True, opened=())
    for row in toggles:
        if row < len(outline.rows):
            outline.toggle(row)
    assert ids(outline) == ids(whole(tree, retired=True, opened=outline.opened()))


@given(taxonomies)
def test_all_open_shows_every_category_once(tree: Taxonomy) -> None:
    """Broken trees too."""
    outline = whole(tree, retired=True, opened=())
    outline.open_all(opened=True)
    assert sorted(ids(outline)) == sorted(tree.categories)


@pytest.mark.parametrize(
    ("operation", "fields", "stays"),
    [
        ("rename-category", {"id": "transfer", "name": {"zh": "转移"}}, True),
        ("move-standard", {"id": "planned-one", "to": "methods"}, True),
        ("recode-category", {"id": "transfer", "code": "B9"}, False),
        ("move-category", {"id": "incubation", "to": "basics", "code": "A3"}, False),
        ("add-category", {"parent": "basics", "name": {"zh": "新"}}, False),
        ("retire-category", {"id": "promotion", "release": "1.1"}, False),
    ],
)
def test_an_outline_is_patched_only_where_nothing_moves(
    operation: str, fields: dict[str, object], *, stays: bool
) -> None:
    """Patched, it is the outline that would have been made anew."""
    before = sample()
    after = decode(operation, fields).apply(before)
    changed = changed_in_place(before, after)
    assert (changed is not None) is stays
    if changed is not None:
        patched = whole(before, retired=False, opened=set(before.categories))
        patched.replace(changed)
        new = whole(after, retired=False, opened=set(after.categories))
        assert patched.categories == new.categories
        assert ids(patched) == ids(new)
        nodes = range(len(new))
        assert [patched.standards(node) for node in nodes] == [new.standards(n) for n in nodes]


def test_a_title_counts_where_it_decides_the_order() -> None:
    """Drafts without a code, and categories with the same code, stand by title."""
    drafts = taxonomy(category("one", None), category("two", "A"), category("three", "A"))
    for one in ("one", "two"):
        renamed = msgspec.structs.replace(drafts.categories[one], title={"zh": "甲"})
        assert changed_in_place(drafts, drafts.with_(renamed)) is None
