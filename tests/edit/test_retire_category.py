"""Retiring a category with its successors."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.edit.retire_category import RetireCategory
from stdtree.model.release import Counts, Release
from tests.edit.facts import applied, changes, refused, system


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"id": "methods"}, ["methods: A2 < basics → A2 < basics retired 1.1()"]),
        (
            {"id": "methods", "successors": ["terms", "transfer"], "extent": "partial"},
            ["methods: A2 < basics → A2 < basics retired 1.1(terms* transfer*)"],
        ),
        (
            {"id": "brokers", "successors": ["transfer"], "standards_to": "methods"},
            [
                "brokers: B11 < transfer [t-tmac-021-2020] → B11 < transfer retired 1.1(transfer)",
                "methods: A2 < basics → A2 < basics [t-tmac-021-2020]",
            ],
        ),
    ],
)
def test_retires(fields: dict[str, Any], expected: list[str]) -> None:
    """It keeps code and parent; its standards go where they are sent."""
    assert changes(system(), applied("retire-category", release="1.1", **fields)) == expected


def test_what_it_listed_is_listed_by_the_new_place() -> None:
    """Its own rows and the ones it merely listed go along."""
    after = applied("retire-category", id="terms", release="1.1", standards_to="methods")
    assert after.categories["methods"].standards[0].id == "gbt-1-2020"
    assert after.standards["gbt-34670-2017"].standard.also_in == ("methods",)


def test_what_the_new_place_holds_already_is_not_listed_there_too() -> None:
    """Home and listing do not fall together."""
    after = applied("retire-category", id="terms", release="1.1", standards_to="transfer")
    assert after.standards["gbt-34670-2017"].standard.also_in == ()


def test_reason_is_kept() -> None:
    """The record says why."""
    after = applied("retire-category", id="methods", release="1.1", reason={"zh": "不再需要"})
    record = after.categories["methods"].retired
    assert record is not None
    assert record.reason == {"zh": "不再需要"}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"id": "transfer"}, "still has children (1, such as B11 Category brokers). Move (move"),
        ({"id": "brokers"}, "still has standards in its table (1). Say where they go (--standards"),
        ({"id": "methods", "successors": ["agents"]}, "is retired. Its contents went to brokers"),
        ({"id": "methods", "successors": ["methods"]}, "cannot succeed itself"),
        ({"id": "methods", "successors": ["terms", "terms"]}, "terms is listed twice"),
        ({"id": "data"}, "is a draft"),
        ({"id": "agents"}, "is retired"),
        ({"id": "methods", "successors": ["nowhere"]}, 'no category with the id "nowhere"'),
        ({"id": "methods", "reason": {"en": "x"}}, "Under reason, the text in zh is missing."),
    ],
)
def test_refusals(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("retire-category", release="1.1", **fields)


def test_nothing_ends_with_a_release_that_is_out() -> None:
    """The form opens with the coming release, and an earlier one is refused."""
    out = Release(
        release="1.2",
        date="2026",
        digest="sha256:" + "0" * 64,
        counts=Counts(categories=1, standards=1),
    )
    before = system().with_(releases=[out])
    assert "Release 1.2 is out already" in refused(
        "retire-category", before, id="methods", release="1.2.0"
    )
    assert RetireCategory.prefilled(before, "methods") == {"id": "methods", "release": "1.3"}


def test_words() -> None:
    """Successors are named if there are any."""
    ending = RetireCategory(id="methods", release="1.1", successors=("terms",))
    assert ending.describe(system()).zh == "自 1.1 起废止 A2 类目methods,由 A1 类目terms 承接"
    plain = RetireCategory(id="methods", release="1.1")
    assert plain.describe(system()).en == "Retire A2 Category methods as of 1.1"
