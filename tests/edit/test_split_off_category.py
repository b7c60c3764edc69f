"""Splitting a new category off one that lives on."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.edit.split_off_category import SplitOffCategory
from tests.edit.facts import applied, changes, refused, system

NAME = {"zh": "经纪", "en": "Brokerage"}


def test_with_children_and_standards() -> None:
    """The new category remembers its origin; what is named goes along."""
    after = applied(
        "split-off-category", id="transfer", name=NAME,
        children=["brokers"], standards=["planned-one"],
    )  # fmt: skip
    assert changes(system(), after) == [
        "brokerage: → B4 < fields from(transfer) [planned-one]",
        "brokers: B11 < transfer [t-tmac-021-2020] → B41 < brokerage [t-tmac-021-2020]",
        "transfer: B1 < fields [gbt-34670-2017 planned-one] → B1 < fields [gbt-34670-2017]",
    ]


def test_elsewhere() -> None:
    """It may stand under another parent, below its origin too."""
    fields: dict[str, Any] = {
        "id": "transfer",
        "name": NAME,
        "under": "transfer",
        "new_id": "agents-new",
    }
    after = applied("split-off-category", **fields)
    assert changes(system(), after) == ["agents-new: → B13 < transfer from(transfer)"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"id": "agents"}, "is retired"),
        ({"id": "transfer", "children": ["terms"]}, "is not a child of B1 Category transfer"),
        ({"id": "transfer", "standards": ["gbt-1-2020"]}, "Choose among the standards of that"),
        ({"id": "transfer", "new_id": "brokers"}, "belongs to the category B11"),
        ({"id": "transfer", "name": {"en": "Brokerage"}}, "no zh text"),
    ],
)
def test_refusals(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("split-off-category", **({"name": NAME} | fields))


def test_words() -> None:
    """Both are named."""
    split = SplitOffCategory(id="transfer", name=NAME, code="B4")
    assert split.describe(system()).en == "Split B4 Brokerage off B1 Category transfer"
