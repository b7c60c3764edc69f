"""Breaking a category down into new ones."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.edit.split_category import SplitCategory
from tests.edit.facts import applied, changes, refused, system

NAMES = [{"zh": "转移", "en": "Passing on"}, {"zh": "转化", "en": "Conversion"}]


def test_all_to_the_first() -> None:
    """Without more being said, children and standards go to the first."""
    fields: dict[str, Any] = {"id": "transfer", "release": "1.1", "names": NAMES}
    assert changes(system(), applied("split-category", **fields)) == [
        "brokers: B11 < transfer [t-tmac-021-2020] → B41 < passing-on [t-tmac-021-2020]",
        "conversion: → B5 < fields",
        "passing-on: → B4 < fields [gbt-34670-2017 planned-one]",
        (
            "transfer: B1 < fields [gbt-34670-2017 planned-one]"
            " → B1 < fields retired 1.1(passing-on* conversion*)"
        ),
    ]


def test_some_to_the_second() -> None:
    """Children and standards that are named go to the second; codes in order of the titles."""
    after = applied(
        "split-category", id="transfer", release="1.1", names=NAMES, codes=["BX"],
        second_children=["brokers"], second_standards=["planned-one"],
    )  # fmt: skip
    assert changes(system(), after)[:3] == [
        "brokers: B11 < transfer [t-tmac-021-2020] → BY1 < conversion [t-tmac-021-2020]",
        "conversion: → BY < fields [planned-one]",
        "passing-on: → BX < fields [gbt-34670-2017]",
    ]


def test_elsewhere() -> None:
    """The new categories can go under another parent."""
    after = applied("split-category", id="methods", release="1.1", names=NAMES, under="fields")
    assert [after.categories[one].code for one in ("passing-on", "conversion")] == ["B4", "B5"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"names": NAMES[:1]}, "At least 2 categories are needed; there are 1."),
        ({"names": NAMES, "second_children": ["terms"]}, "A1 Category terms is not a child of B1"),
        (
            {"names": NAMES, "second_standards": ["gbt-1-2020"]},
            'has no standard with the id "gbt-1',
        ),
        ({"names": NAMES, "codes": ["B4", "B4"]}, "already that of B4 Passing on"),
        ({"names": NAMES, "under": "brokers"}, "in the branch of B1 Category transfer, which ends"),
        ({"names": [{"zh": "转移"}, {"en": "Conversion"}]}, "no zh text"),
    ],
)
def test_refusals(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("split-category", id="transfer", release="1.1", **fields)


def test_words() -> None:
    """All parts are named."""
    split = SplitCategory(id="methods", release="1.1", names=tuple(NAMES))
    assert split.describe(system()).zh == "将 A2 类目methods 拆分为 转移、转化"
