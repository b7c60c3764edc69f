"""Laws of the tree, over broken trees too: loops, parents that are missing, codes taken twice."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from stdtree.model.category import Category
from stdtree.model.grouping import differing
from stdtree.model.taxonomy import Taxonomy, sibling_key
from tests import trees

IDS = [f"c{number}" for number in range(9)]
STANDARDS = ["s1", "s2", "s3"]


@st.composite
def broken(draw: st.DrawFn, category_id: str) -> Category:
    """A category whose parent may be itself, missing, or below it; ids of standards may repeat."""
    rows = draw(st.lists(st.sampled_from(STANDARDS), max_size=2))
    places = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=2))
    return trees.category(
        category_id,
        draw(st.none() | st.sampled_from(["A", "A1", "A2", "A10", "B"])),
        draw(st.none() | st.sampled_from([*IDS, "missing"])),
        status=draw(st.sampled_from(["active", "active", "draft", "retired"])),
        owner=draw(st.none() | st.sampled_from(["lab", "board"])),
        related=tuple(draw(st.lists(st.sampled_from(IDS), unique=True, max_size=1))),
        standards=tuple(trees.standard(row, also_in=tuple(places)) for row in rows),
    )


@st.composite
def forests(draw: st.DrawFn) -> tuple[Category, ...]:
    """Any categories at all, as long as their ids differ."""
    chosen = draw(st.lists(st.sampled_from(IDS), unique=True))
    return tuple(draw(broken(category_id)) for category_id in chosen)


def ask_everything(taxonomy: Taxonomy) -> dict[str, object]:
    """What every index answers."""
    parents = {None, "missing", *taxonomy.categories}
    return {
        "categories": dict(taxonomy.categories),
        "children": {parent: taxonomy.children(parent) for parent in parents},
        "walk": list(taxonomy.walk()),
        "by_code": dict(taxonomy.by_code),
        "standards": dict(taxonomy.standards),
        "listed": dict(taxonomy.listed),
        "related": dict(taxonomy.related),
        "homes": dict(taxonomy.homes),
        "referrers": dict(taxonomy.referrers),
    }


@given(forests())
def test_walk_gives_every_category_once(categories: tuple[Category, ...]) -> None:
    """Parents come before their children, one deeper, unless a loop was opened there."""
    taxonomy = trees.taxonomy(*categories)
    walked = list(taxonomy.walk())

    assert sorted(c.id for _, c in walked) == sorted(c.id for c in categories)
    depths = {c.id: depth for depth, c in walked}
    for depth, category in walked:
        assert depth == 0 or depths[category.parent] == depth - 1
    line: list[str] = []
    for depth, category in walked:
        del line[depth:]
        assert depth == 0 or line[-1] == category.parent
        line.append(category.id)


@given(forests())
def test_children_are_in_order(categories: tuple[Category, ...]) -> None:
    """By code in natural order, then those without a code."""
    taxonomy = trees.taxonomy(*categories)
    for parent in (None, *IDS):
        found = taxonomy.children(parent)
        assert [c.id for c in found] == [
            c.id for c in sorted(categories, key=sibling_key) if c.parent == parent
        ]


@given(forests(), forests(), st.sets(st.sampled_from(IDS)), st.booleans())
def test_with_is_building_anew(
    categories: tuple[Category, ...],
    changed: tuple[Category, ...],
    without: set[str],
    asked_before: bool,  # noqa: FBT001 -- drawn
) -> None:
    """Every index answers as if the taxonomy had been built from its categories."""
    before = trees.taxonomy(*categories)
    if asked_before:
        ask_everything(before)
    answers = ask_everything(trees.taxonomy(*categories))

    after = before.with_(*changed, without=without)

    kept = [c for c in categories if c.id not in without]
    table = {c.id: c for c in (*kept, *changed)}
    assert ask_everything(after) == ask_everything(trees.taxonomy(*table.values()))
    assert ask_everything(before) == answers


@given(forests(), st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=4))
def test_a_chain_of_small_changes(
    categories: tuple[Category, ...], moves: list[tuple[str, str]]
) -> None:
    """Indices that were mended again and again are still those of the tree."""
    taxonomy = trees.taxonomy(*categories)
    for moved, parent in moves:
        ask_everything(taxonomy)
        found = taxonomy.get(moved)
        if found:
            taxonomy = taxonomy.with_(replace(found, parent=parent, code="A1"))
    anew = trees.taxonomy(*taxonomy.categories.values())
    assert ask_everything(taxonomy) == ask_everything(anew)


@given(forests())
def test_ancestors_depth_and_descendants(categories: tuple[Category, ...]) -> None:
    """As one would define them: parent by parent, until there is none or one comes again."""
    taxonomy = trees.taxonomy(*categories)
    parents = {c.id: c.parent for c in categories}

    def above(category_id: str) -> list[str]:
        line: list[str] = []
        parent = parents[category_id]
        while parent in parents and parent not in (category_id, *line):
            line.append(parent)
            parent = parents[parent]
        return line

    for category in categories:
        line = above(category.id)
        assert [c.id for c in taxonomy.ancestors(category.id)] == line
        assert taxonomy.depth(category.id) == len(line)
        below = {c.id for c in categories if category.id in above(c.id)} - {category.id}
        assert {c.id for c in taxonomy.descendants(category.id)} == below
        owners = [taxonomy.categories[each].owner for each in (category.id, *line)]
        assert taxonomy.owner_of(category.id) == next((o for o in owners if o), None)


@given(forests(), st.randoms())
def test_equality_ignores_order(categories: tuple[Category, ...], random: Random) -> None:
    """Neither the order of categories nor that of rows counts; everything else does."""
    one = trees.taxonomy(*categories)
    shuffled = list(categories)
    random.shuffle(shuffled)
    other = trees.taxonomy(
        *(replace(c, standards=tuple(sorted(c.standards, key=lambda s: s.id))) for c in shuffled)
    )
    assert one == other
    for category in categories:
        assert one != one.with_(replace(category, title={"zh": "另一个名称"}))
        assert one != one.with_(without=[category.id])


def test_released() -> None:
    """No drafts and nothing of the drafting itself; what was given is as it was."""
    taxonomy = trees.taxonomy(trees.category("a", "A"), trees.category("b", "B", status="draft"))
    assert list(taxonomy.released().categories) == ["a"]
    assert list(taxonomy.categories) == ["a", "b"]


def test_what_is_not_there() -> None:
    """Asking for nothing or for an unknown id gives nothing."""
    taxonomy = trees.sample()
    assert (taxonomy.get(None), taxonomy.get("x"), taxonomy.standard("x")) == (None, None, None)
    assert (list(taxonomy.walk("x")), taxonomy.owner_of("x")) == ([], None)
    assert "8 categories" in repr(taxonomy)


@given(first=forests(), steps=st.lists(forests(), max_size=6), forget=st.booleans())
def test_knows_what_changed_since(
    *, first: tuple[Category, ...], steps: list[tuple[Category, ...]], forget: bool
) -> None:
    """Since any earlier tree, whether or not it was made from that one, and by way of others."""
    made = [trees.taxonomy(*first)]
    for changed in steps:
        made.append(made[-1].with_(*changed[:2], without=[one.id for one in changed[2:3]]))
        if forget and len(made) > 2:
            del made[-2]
    for before in made:
        for after in made:
            known = after.changed_since(before)

            assert known == differing(before.categories, after.categories)
