"""Mergers and take-overs."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.edit.combine_categories import CombineCategories
from tests.edit.facts import applied, changes, refused, system

NAME = {"zh": "转化", "en": "Conversion"}


def test_merger() -> None:
    """Sources end; children and standards go to the new category, recoded below it."""
    fields: dict[str, Any] = {"ids": ["transfer", "incubation"], "release": "1.1", "name": NAME}
    assert changes(system(), applied("combine-categories", **fields)) == [
        "brokers: B11 < transfer [t-tmac-021-2020] → B41 < conversion [t-tmac-021-2020]",
        "conversion: → B4 < fields [gbt-34670-2017 planned-one]",
        "incubation: B2 < fields → B2 < fields retired 1.1(conversion)",
        "transfer: B1 < fields [gbt-34670-2017 planned-one] → B1 < fields retired 1.1(conversion)",
    ]


def test_take_over() -> None:
    """The target lives on with what it had."""
    fields: dict[str, Any] = {"ids": ["transfer"], "release": "1.1", "into": "terms"}
    assert changes(system(), applied("combine-categories", **fields)) == [
        "brokers: B11 < transfer [t-tmac-021-2020] → A11 < terms [t-tmac-021-2020]",
        "terms: A1 < basics [gbt-1-2020] → A1 < basics [gbt-1-2020 gbt-34670-2017 planned-one]",
        "transfer: B1 < fields [gbt-34670-2017 planned-one] → B1 < fields retired 1.1(terms)",
    ]


def test_parent_and_child_together() -> None:
    """The new category stands beside the outermost of them."""
    fields: dict[str, Any] = {
        "ids": ["brokers", "transfer"],
        "release": "1.1",
        "name": NAME,
        "code": "BX",
    }
    after = applied("combine-categories", **fields)
    assert after.categories["conversion"].parent == "fields"
    found = {row.id for row in after.categories["conversion"].standards}
    assert found == {"gbt-34670-2017", "planned-one", "t-tmac-021-2020"}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"ids": ["transfer"], "name": NAME}, "At least 2 categories are needed; there are 1."),
        ({"ids": [], "into": "terms"}, "At least 1 categories"),
        ({"ids": ["terms", "methods"]}, "no zh text"),
        ({"ids": ["terms", "terms"], "name": NAME}, "terms is listed twice"),
        (
            {"ids": ["transfer"], "into": "brokers"},
            "in the branch of B1 Category transfer, which ends",
        ),
        ({"ids": ["terms"], "into": "terms"}, "in the branch of A1 Category terms, which ends"),
        ({"ids": ["transfer", "terms"], "name": NAME, "under": "brokers"}, "which ends"),
        ({"ids": ["terms"], "into": "agents"}, "is retired"),
        ({"ids": ["terms", "data"], "name": NAME}, "is a draft"),
    ],
)
def test_refusals(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("combine-categories", release="1.1", **fields)


def test_words() -> None:
    """A merger and a take-over read differently in Chinese."""
    merger = CombineCategories(ids=("terms", "methods"), release="1.1", name=NAME, code="A3")
    assert merger.describe(system()).zh == "将 A1 类目terms、A2 类目methods 合并为 A3 转化"
    take_over = CombineCategories(ids=("terms",), release="1.1", into="methods")
    assert take_over.describe(system()).zh == "将 A1 类目terms 并入 A2 类目methods"
