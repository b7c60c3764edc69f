"""Consequences and what brought them about."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from msgspec.structs import replace

from stdtree.model.category import Category
from stdtree.model.change import Change
from tests.diff.pairs import between, ended, pairs
from tests.effort import one_in
from tests.trees import category, standard, taxonomy

ROOT = category("root", "R")
ONE = standard("one", "GB/T 1-2020")
PART = ROOT, category("a", "R1", "root"), category("b", "R11", "a")


def told(change: Change) -> str:
    """`moved one`, `excludes c`."""
    return f"{change.field or change.kind} {change.id}"


def causes(before: tuple[Category, ...], after: tuple[Category, ...]) -> list[str]:
    """Each consequence with its cause, in the order of the changes."""
    found = between(taxonomy(*before), taxonomy(*after))
    return [
        f"{told(found.changes[number - 1])} < {told(found.changes[cause - 1])}"
        for number, cause in sorted(found.causes.items())
    ]


def _recoded(code: str, **fields: Any) -> tuple[Category, ...]:
    return ROOT, category("a", code, "root", **fields), category("b", f"{code}1", "a")


def _with(*categories: Category) -> tuple[Category, ...]:
    return ROOT, category("x", "R2", "root"), category("y", "R3", "root"), *categories


CASES: dict[str, tuple[tuple[Category, ...], tuple[Category, ...], list[str]]] = {
    "a renumbered branch": (_recoded("R1"), _recoded("R9"), ["recoded b < recoded a"]),
    "a branch that came": (
        (ROOT,),
        (*PART[:2], replace(PART[2], standards=(ONE,))),
        ["added b < added a", "added one < added a"],
    ),
    "a branch that went": (PART, (ROOT,), ["removed b < removed a"]),
    "a retired branch": (
        PART,
        (ROOT, *(replace(one, **ended()) for one in PART[1:])),
        ["retired b < retired a"],
    ),
    "a retired branch whose child goes elsewhere": (
        (*PART, category("x", "R2", "root")),
        (ROOT, category("x", "R2", "root"), replace(PART[1], **ended()),
         replace(PART[2], **ended("x"))),
        [],
    ),
    "a moved branch": (
        (*PART, category("s", "S")),
        (ROOT, category("s", "S"), category("a", "S1", "s"), category("b", "S11", "a")),
        ["recoded a < moved a", "recoded b < moved a"],
    ),
    "standards and children go along with a merger": (
        _with(category("z", "R4", "x"), category("w", "R5", "root", standards=(ONE,))),
        (
            ROOT,
            category("x", "R2", "root", **ended("y")),
            category("y", "R3", "root", standards=(ONE,)),
            category("z", "R4", "y"),
            category("w", "R5", "root", **ended("y")),
        ),
        ["moved z < retired x", "moved one < retired w"],
    ),
    "a standard goes along with a split-off": (
        (ROOT, category("x", "R2", "root", standards=(ONE,))),
        (ROOT, category("x", "R2", "root"),
         category("n", "R3", "root", split_from=("x",), standards=(ONE,))),
        ["moved one < added n"],
    ),
    "a standard that goes somewhere else": (
        (ROOT, category("x", "R2", "root", standards=(ONE,)), category("y", "R3", "root")),
        (ROOT, category("x", "R2", "root"), category("y", "R3", "root", standards=(ONE,))),
        [],
    ),
    "references follow": (
        _with(category("w", "R5", "root", related=("x",), excludes=({"zh": "甲", "see": "x"},),
                       standards=(replace(ONE, also_in=("x",)),))),
        (ROOT, category("x", "R2", "root", **ended("y")), category("y", "R3", "root"),
         category("w", "R5", "root", related=("y",), excludes=({"zh": "甲", "see": "y"},),
                  standards=(replace(ONE, also_in=("y",)),))),
        ["excludes w < retired x", "related w < retired x", "also_in one < retired x"],
    ),
    "a note that says something else, too": (
        _with(category("w", "R5", "root", excludes=({"zh": "甲", "see": "x"},))),
        (ROOT, category("x", "R2", "root", **ended("y")), category("y", "R3", "root"),
         category("w", "R5", "root", excludes=({"zh": "乙", "see": "y"},))),
        [],
    ),
    "a reference to somebody else": (
        _with(category("w", "R5", "root", related=("x",))),
        (ROOT, category("x", "R2", "root", **ended("y")), category("y", "R3", "root"),
         category("w", "R5", "root", related=("root",))),
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_brought_it_about(case: str) -> None:
    """One level of folding: what began it is no consequence itself."""
    before, after, expected = CASES[case]

    assert causes(before, after) == expected


def test_a_ring_has_one_beginning() -> None:
    """Parents that hang on each other, added together: the first of them began it."""
    ring = category("a", "A", "b"), category("b", "B", "a")

    assert causes((), ring) == ["added b < added a"]


@one_in(2)
@given(pairs())
def test_causes_fold_once(pair: Any) -> None:
    """Every cascade has a cause; a cause is another change, and no consequence."""
    difference = between(*pair)
    numbers = range(1, len(difference.changes) + 1)

    for number, cause in difference.causes.items():
        assert number in numbers
        assert cause in numbers
        assert cause not in difference.causes
    for number in numbers:
        change = difference.changes[number - 1]
        if change.cascade and number not in difference.causes:
            assert number in difference.causes.values()
