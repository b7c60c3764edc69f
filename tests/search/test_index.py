"""The index: brought up to date edit by edit, it finds what a new one finds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from stdtree.model.conditions import Known
from stdtree.model.taxonomy import Taxonomy
from stdtree.search import Index, find, found, hits
from stdtree.search.index import SIZE
from tests.trees import IDS, categories, category, taxonomies, taxonomy

SEARCHES = (
    "服务",
    "a",
    "js",
    "c1",
    "A",
    "gbt1",
    "技术 b",
    "status:draft",
    "转移 code:A*",
    "-status:active",
)


def large(count: int) -> Taxonomy:
    """Several chunks of categories below one root."""
    below = (category(f"x{n}", f"A{n}", "root", title={"zh": f"类目{n}"}) for n in range(count))
    return taxonomy(category("root", "A", title={"zh": "根"}), *below)


@settings(max_examples=60, deadline=None)
@given(taxonomies, categories(IDS).map(lambda made: taxonomy(*made)), st.sampled_from(SEARCHES))
def test_edits_leave_the_index_of_a_new_tree(before: Taxonomy, after: Taxonomy, text: str) -> None:
    """Whatever was added, removed, moved or reworded."""
    index = Index(before)
    index.prepare()
    wanted = find(after, text, limit=1000)
    assert hits(found(index.after(after), text, Known(after))) == wanted


def test_only_what_changed_is_read_again() -> None:
    """Other chunks are the same ones, and so is the index of the same tree."""
    tree = large(3 * SIZE)
    index = Index(tree)
    assert index.after(tree) is index
    edited = tree.with_(replace(tree.categories["x7"], title={"zh": "改了"}))
    after = index.after(edited)
    same = [one is other for one, other in zip(after.chunks, index.chunks, strict=True)]
    assert same.count(False) == 1
    assert hits(found(after, "改了", Known(edited))) == (("category", "x7"),)
    assert hits(found(index, "改了", Known(tree))) == ()


def test_additions_and_removals_in_a_large_tree() -> None:
    """What is new is found in its place in the tree; what is gone is not found."""
    tree = large(3 * SIZE)
    index = Index(tree)
    new = category("new", "A00", "root", title={"zh": "类目新"})
    edited = tree.with_(new, without=("x5",))
    after = index.after(edited)
    assert hits(found(after, "类目", Known(edited))) == find(edited, "类目", limit=10_000)
    assert hits(found(after, "类目", Known(edited)))[0] == ("category", "new")
    assert ("category", "x5") not in hits(found(after, "类目5", Known(edited)))


def test_common_and_rare_words_in_one_chunk() -> None:
    """A word in most lines and a word in few are looked for in different ways."""
    tree = large(SIZE)
    assert len(find(tree, "类目", limit=1000)) == SIZE
    wanted = [17, *range(170, 180), 117, 217]  # whole, beginning, anywhere
    assert find(tree, "类目 17") == tuple(("category", f"x{n}") for n in wanted)


def test_a_search_that_is_told_to_stop_finds_nothing() -> None:
    """Nobody waits for it any more."""
    tree = large(10)
    assert found(Index(tree), "类目", Known(tree), stop=lambda: True) == []
