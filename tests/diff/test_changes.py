"""Base changes: every kind, each as one line of a table."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import UNSET
from msgspec.structs import replace

from stdtree.model.category import Category, SchemeMap
from stdtree.model.change import Change
from stdtree.model.standard import Adoption, Plan
from stdtree.model.taxonomy import Taxonomy
from tests.diff.pairs import between, ended
from tests.trees import category, sample, standard, taxonomy

A = category("a", "A")
B = category("b", "B")
ONE = standard("one", "GB/T 1-2020")


def told(change: Change) -> str:
    """A change in one line."""
    words = [change.kind, change.entity, change.id, change.lang or change.field or ""]
    if change.parent:
        words.append(f"in {change.parent}")
    if change.op and change.op != "change":
        words.append(change.op)
    if change.from_ is not UNSET or change.to is not UNSET:
        old, new = ("" if one is UNSET else one for one in (change.from_, change.to))
        words.append(f"{old} → {new}".strip())
    if change.cascade:
        words.append("(cascade)")
    return " ".join(word for word in words if word)


def a(**fields: Any) -> Category:
    """Category a with some fields changed."""
    return replace(A, **fields)


TABLE: dict[str, tuple[list[Category], list[Category], list[str]]] = {
    "nothing": ([A, B], [B, A], []),
    "added": ([A], [A, B], ["added category b"]),
    "removed": ([A, B], [A], ["removed category b"]),
    "added with its branch": (
        [A],
        [A, B, category("b1", "B1", "b"), category("a1", "A1", "a")],
        ["added category a1 in a", "added category b", "added category b1 in b (cascade)"],
    ),
    "removed with its standards": (
        [A, replace(B, standards=(ONE,))],
        [A],
        ["removed category b", "removed standard one in b (cascade)"],
    ),
    "retired": (
        [A],
        [a(**ended())],
        ["retired category a None → {'release': '1.1'}"],
    ),
    "reinstated": (
        [a(**ended("b")), B],
        [A, B],
        ["reinstated category a {'release': '1.1', 'succeeded_by': [{'id': 'b'}]} → None"],
    ),
    "a draft retired": (
        [a(status="draft")],
        [a(**ended())],
        ["retired category a None → {'release': '1.1'}", "field category a status draft → retired"],
    ),
    "a successor more": (
        [a(**ended()), B],
        [a(**ended("b")), B],
        ["field category a retired.succeeded_by set → [{'id': 'b'}]"],
    ),
    "moved": (
        [A, B, category("x", "A1", "a"), category("y", "A11", "x")],
        [A, B, category("x", "A1", "b"), category("y", "A11", "x")],
        ["moved category x a → b"],
    ),
    "moved to the root": (
        [A, category("x", "A1", "a")], [A, category("x", "A1")], ["moved category x a → None"]
    ),
    "recoded with what is below": (
        [A, category("x", "A1", "a"), category("y", "A12", "x"), category("z", "Q", "x")],
        [a(code="C"), category("x", "C1", "a"), category("y", "C13", "x"), category("z", "Q", "x")],
        [
            "recoded category a A → C",
            "recoded category x A1 → C1 (cascade)",
            "recoded category y A12 → C13",
        ],
    ),
    "recoded to its parent's new prefix from another": (
        [A, category("x", "Q1", "a")],
        [a(code="C"), category("x", "C1", "a")],
        ["recoded category a A → C", "recoded category x Q1 → C1"],
    ),
    "a first code": ([a(code=None)], [A], ["recoded category a None → A"]),
    "renamed": (
        [A],
        [a(title={"zh": "新名", "fr": "Nom"})],
        [
            "renamed category a en Category a → None",
            "renamed category a fr None → Nom",
            "renamed category a zh 类目a → 新名",
        ],
    ),
    "texts by language": (
        [A],
        [a(definition={"zh": "a的定义。", "en": "About a."})],
        ["field category a definition.en set → About a."],
    ),
    "no definition": (
        [A], [a(definition=None)], ["field category a definition.zh unset a的定义。 →"]
    ),
    "published": ([a(status="draft")], [A], ["field category a status draft → active"]),
    "lists as a whole": (
        [a(includes=({"zh": "甲"},))],
        [a(includes=({"zh": "乙"}, {"zh": "甲"}))],
        ["field category a includes [{'zh': '甲'}] → [{'zh': '乙'}, {'zh': '甲'}]"],
    ),
    "sets in another order": (
        [a(facets={"chain": ("p", "q")}, maps=(SchemeMap("S", "1"), SchemeMap("S", "2")))],
        [a(facets={"chain": ("q", "p")}, maps=(SchemeMap("S", "2"), SchemeMap("S", "1")))],
        [],
    ),
    "facet values": (
        [a(facets={"chain": ("p",)})],
        [a(facets={"chain": ("q", "p"), "stage": ("s",)})],
        [
            "field category a facets.chain ['p'] → ['q', 'p']",
            "field category a facets.stage set → ['s']",
        ],
    ),
    "a standard added": ([A], [a(standards=(ONE,))], ["added standard one in a"]),
    "a standard moved": (
        [a(standards=(ONE,)), B], [A, replace(B, standards=(ONE,))], ["moved standard one a → b"]
    ),
    "a standard moved out of what goes": (
        [a(standards=(ONE,)), B],
        [replace(B, standards=(ONE,))],
        ["removed category a", "moved standard one a → b"],
    ),
    "everything of a standard": (
        [a(standards=(ONE,))],
        [
            a(
                standards=(
                    replace(
                        ONE,
                        number="GB/T 1-2021", title={"zh": "标准一"}, status="replaced",
                        plan=Plan("to-revise", year=2027), adopts=Adoption("ISO 1", "MOD"),
                        also_in=("b",), remark={"zh": "注"},
                    ),
                )
            )
        ],
        [
            "recoded standard one GB/T 1-2020 → GB/T 1-2021",
            "renamed standard one zh 标准one → 标准一",
            "field standard one adopts.degree set → MOD",
            "field standard one adopts.number set → ISO 1",
            "field standard one also_in set → ['b']",
            "field standard one plan.stage set → to-revise",
            "field standard one plan.year set → 2027",
            "field standard one remark.zh set → 注",
            "field standard one status in-force → replaced",
        ],
    ),
    "rows in another order": (
        [a(standards=(ONE, standard("two")))], [a(standards=(standard("two"), ONE))], []
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLE)
def test_base_changes(case: str) -> None:
    """Before and after give these changes and no others."""
    before, after, expected = TABLE[case]

    difference = between(taxonomy(*before), taxonomy(*after))

    assert [told(change) for change in difference.changes] == expected


def test_an_added_item_carries_itself_whole() -> None:
    """All of a category but its table of standards, whose rows are changes of their own."""
    difference = between(taxonomy(), taxonomy(a(standards=(ONE,), owner="lab")))

    first, second = difference.changes
    assert first.value == {
        "id": "a", "code": "A", "title": {"zh": "类目a", "en": "Category a"},
        "definition": {"zh": "a的定义。"}, "owner": "lab",
    }  # fmt: skip
    assert second.value == {
        "id": "one", "number": "GB/T 1-2020", "title": {"zh": "标准one"}, "status": "in-force",
    }  # fmt: skip


def test_an_edit_of_one_category_leaves_all_others_out() -> None:
    """Only what changed is told, whichever way the sides were built."""
    before = sample()
    after = Taxonomy(
        before.system,
        [replace(one, code="B9") if one.id == "promotion" else one
         for one in sample().categories.values()],
        organizations=sample().organizations.values(),
    )  # fmt: skip

    difference = between(before, after)

    assert [told(one) for one in difference.changes] == ["recoded category promotion B3 → B9"]


def test_an_id_that_stands_twice_is_said_and_the_first_is_compared() -> None:
    """Rows are paired by id; where it is not unique the user is told."""
    before = taxonomy(a(standards=(ONE,)), replace(B, standards=(ONE,)))
    after = taxonomy(a(standards=(ONE,)), B)

    difference = between(before, after)

    assert difference.changes == ()
    assert [warning.en for warning in difference.warnings] == [
        "old: more than one standard has the id “one”; only the first is compared"
    ]
