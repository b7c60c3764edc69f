"""Two trees without common ids: what is paired, why, and the laws of pairing."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from msgspec.structs import replace

from stdtree.diff.match import match
from stdtree.diff.match.candidates import candidates
from stdtree.diff.match.side import sides
from stdtree.model.category import Category, SchemeMap
from stdtree.model.match import Match
from stdtree.model.taxonomy import Taxonomy
from tests.trees import standard, taxonomies, taxonomy


def one(category_id: str, title: str, parent: str | None = None, **fields: Any) -> Category:
    """A category with an English title."""
    return Category(id=category_id, title={"en": title}, parent=parent, **fields)


def renamed(tree: Taxonomy) -> Taxonomy:
    """The same tree under other ids."""
    return taxonomy(
        *(
            replace(c, id=f"x-{c.id}", parent=c.parent and f"x-{c.parent}")
            for c in tree.categories.values()
        )
    )


def pairs(found: tuple[Match, ...]) -> dict[tuple[str, str], str]:
    """Who is paired with whom, and how many hang together."""
    return {(each.source, each.target): each.cardinality for each in found}


MIRROR = {"1:1": "1:1", "1:n": "n:1", "n:1": "1:n", "n:m": "n:m"}


@given(taxonomies, taxonomies)
def test_the_way_back_is_the_mirror(before: Taxonomy, after: Taxonomy) -> None:
    """match(b, a) says of the same pairs the same, by the same evidence."""
    after = renamed(after)
    forth, back = match(before, after), match(after, before)

    assert {(m.source, m.target, m.score, MIRROR[m.cardinality], m.evidence) for m in forth} == {
        (m.target, m.source, m.score, m.cardinality, m.evidence) for m in back
    }


@given(taxonomies)
def test_a_copy_under_other_ids_is_found_whole(tree: Taxonomy) -> None:
    """Each category is matched with itself, and surely."""
    told_apart = tree.with_(
        *(
            replace(c, title={**c.title, "zh": f"{c.title['zh']} {c.id}"})
            for c in tree.categories.values()
        )
    )
    live = [c.id for c in tree.categories.values() if c.is_live]

    found = match(told_apart, renamed(told_apart))

    assert {(m.source, m.target) for m in found} == {(key, f"x-{key}") for key in live}
    assert {(m.score, m.cardinality) for m in found} <= {(1.0, "1:1")}


@given(taxonomies, taxonomies)
def test_scores_are_shares(before: Taxonomy, after: Taxonomy) -> None:
    """Score and evidence lie between 0 and 1, and nobody retired is matched."""
    for each in match(before, after):
        assert 0 <= each.score <= 1
        assert all(0 <= part.likeness <= 1 for part in each.evidence)
        assert before.categories[each.source].is_live
        assert after.categories[each.target].is_live


def test_what_was_split_up_and_what_was_combined() -> None:
    """Whoever is left over goes with its own best partner."""
    before = taxonomy(
        one("oil", "Extraction of crude petroleum and natural gas"),
        one("shoes", "Manufacture of leather shoes"),
        one("boots", "Manufacture of leather boots"),
        one("law", "Legal advice"),
    )
    after = taxonomy(
        one("petroleum", "Extraction of crude petroleum"),
        one("gas", "Extraction of natural gas"),
        one("footwear", "Manufacture of leather shoes and boots"),
        one("dentists", "Dental practice"),
    )

    assert pairs(match(before, after)) == {
        ("oil", "petroleum"): "1:n",
        ("oil", "gas"): "1:n",
        ("shoes", "footwear"): "n:1",
        ("boots", "footwear"): "n:1",
    }


def test_codes_count_as_far_as_they_are_kept() -> None:
    """The same code says much where titles kept their codes, and nothing where none did."""
    kept = [one(f"kept-{n}", f"Trade of goods {n}", code=f"4{n}") for n in range(9)]
    before = taxonomy(*kept, one("old", "Couriers", code="77"))
    after = taxonomy(*kept, one("new", "Express delivery", code="77"))
    others = [replace(c, code=f"9{c.code}") for c in kept]

    by_code = match(before, renamed(after))

    assert pairs(by_code)["old", "x-new"] == "1:1"
    assert {part.kind for part in by_code[-1].evidence} >= {"code"}
    assert "old" not in {m.source for m in match(before, taxonomy(*others, one("new", "Express")))}


def test_children_speak_for_their_parents() -> None:
    """A parent with a wholly new title is found by what is below it."""
    below = ["Brewing of beer", "Pressing of wine", "Distilling of spirits"]
    before = taxonomy(
        one("industry", "Manufacturing"),
        one("drinks", "Beverages", "industry"),
        *(one(f"a{n}", t, "drinks") for n, t in enumerate(below)),
    )
    after = taxonomy(
        one("makers", "Manufacturing"),
        one("liquids", "Making things to sip", "makers"),
        *(one(f"b{n}", t, "liquids") for n, t in enumerate(below)),
    )

    assert ("drinks", "liquids") in pairs(match(before, after))


def test_standards_and_places_elsewhere_decide() -> None:
    """Of two categories with one title, the one with the same standards or maps is meant."""
    row = standard("gbt-1-2020", "GB/T 1-2020")
    place = SchemeMap(scheme="GB/T 4754-2017", code="7530")
    other = standard("gbt-9-2020", "GB/T 9-2020")
    before = taxonomy(one("a", "Services", standards=(row,)), one("b", "Services", maps=(place,)))
    after = taxonomy(
        one("y", "Services", maps=(place,), standards=(other,)),
        one("z", "Services", standards=(replace(row, id="another-id"),)),
    )

    assert pairs(match(before, after)) == {("a", "z"): "1:1", ("b", "y"): "1:1"}


def test_what_is_known_is_left_alone_and_speaks_for_the_rest() -> None:
    """Known pairs are not suggested again; their children are sought below them first."""
    before = taxonomy(one("p", "Farming"), one("q", "Selling"), one("a", "Apples", "p"))
    after = taxonomy(
        one("p", "Growing things"),
        one("q", "Trading things"),
        one("b", "Apples", "q"),
        one("c", "Apples", "p"),
    )

    found = match(before, after, known=[("p", "p"), ("q", "q")], targets={"b", "c"})

    assert pairs(found) == {("a", "c"): "1:n", ("a", "b"): "1:n"}
    assert max(found, key=lambda m: m.score).target == "c"


def test_only_the_asked_for_are_matched() -> None:
    """With sources and targets, nobody else."""
    tree = taxonomy(one("a", "Apples"), one("b", "Bread"))

    assert pairs(match(tree, renamed(tree), sources={"a"})) == {("a", "x-a"): "1:1"}
    assert pairs(match(tree, renamed(tree), targets={"x-b"})) == {("b", "x-b"): "1:1"}


def test_chinese_is_compared_by_characters() -> None:
    """There are no spaces between words."""
    before = taxonomy(Category(id="a", title={"zh": "技术转移转化服务"}))
    after = taxonomy(
        Category(id="b", title={"zh": "技术转移服务"}), Category(id="c", title={"zh": "检验检测"})
    )

    assert pairs(match(before, after)) == {("a", "b"): "1:1"}


def test_pairs_looked_at_grow_with_the_trees_and_not_with_their_product() -> None:
    """However alike all titles are, a category has few candidates."""
    size = 400
    tree = taxonomy(*(one(f"c{n}", f"Manufacture of part {n}") for n in range(size)))
    older, newer = sides(tree, renamed(tree))

    assert len(candidates(older, newer, range(size), range(size))) <= 16 * size


def test_untitled_rows_are_not_the_same() -> None:
    """Two categories of which nothing is said have nothing in common."""
    before, after = (taxonomy(Category(id=key, title={})) for key in "ab")

    assert match(before, after) == ()
