"""The correspondence: rows, cardinality of the component, extent, reused codes, order."""

from __future__ import annotations

import pytest

from stdtree.model.category import Category
from stdtree.model.correspondence import Association
from tests.diff.pairs import between, ended
from tests.trees import category, taxonomy

A, B, C = category("a", "A"), category("b", "B"), category("c", "C")


def told(row: Association) -> str:
    """A row in one line."""
    words = [row.source or "–", row.target or "–", row.cardinality, row.basis]
    if row.extent == "partial":
        words.append("partial")
    if row.code_reused:
        words.append("reused")
    return " ".join(words)


def retired(category_id: str, code: str, *successors: str, extent: str = "complete") -> Category:
    """A category that ended."""
    return category(category_id, code, **ended(*successors, extent=extent))


TABLE: dict[str, tuple[list[Category], list[Category], list[str]]] = {
    "as it was": ([A, B], [A, category("b", "Z")], ["a a 1:1 identity", "b b 1:1 identity"]),
    "gone and come": ([A], [B], ["a – 1:0 identity", "– b 0:1 identity"]),
    "retired is gone": ([A], [retired("a", "A")], ["a – 1:0 identity"]),
    "never live": ([], [retired("a", "A")], []),
    "merger": (
        [A, B], [retired("a", "A", "c"), retired("b", "B", "c"), C],
        ["a c n:1 lineage", "b c n:1 lineage"],
    ),
    "take-over": (
        [A, B], [retired("a", "A", "b"), B], ["a b n:1 lineage", "b b n:1 identity"]
    ),
    "a part taken over": (
        [A, B], [retired("a", "A", "b", extent="partial"), B],
        ["a b n:1 lineage partial", "b b n:1 identity"],
    ),
    "breakdown": (
        [A], [retired("a", "A", "b", "c"), B, C],
        ["a b 1:n lineage partial", "a c 1:n lineage partial"],
    ),
    "split-off": (
        [A], [A, category("b", "B", split_from=("a",))],
        ["a a 1:n identity partial", "a b 1:n lineage partial"],
    ),
    "replacement": ([A], [retired("a", "A", "b"), B], ["a b 1:1 lineage"]),
    "regrouping": (
        [A, B],
        [retired("a", "A", "c", "d"), retired("b", "B", "d"), C, category("d", "D")],
        ["a c n:m lineage partial", "a d n:m lineage partial", "b d n:m lineage"],
    ),
    "code reused": (
        [A, B], [category("a", "X"), category("b", "A")],
        ["a a 1:1 identity reused", "b b 1:1 identity"],
    ),
    "natural order, no code last": (
        [category("x", "A10"), category("y", "A2"), category("z")],
        [category("x", "A10"), category("y", "A2"), category("z"), category("n")],
        ["y y 1:1 identity", "x x 1:1 identity", "z z 1:1 identity", "– n 0:1 identity"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLE)
def test_rows(case: str) -> None:
    """Before and after correspond by these rows, in this order."""
    before, after, expected = TABLE[case]

    difference = between(taxonomy(*before), taxonomy(*after))

    assert [told(row) for row in difference.correspondence] == expected
