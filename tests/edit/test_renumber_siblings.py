"""Renumbering the children of a category."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.edit.renumber_siblings import RenumberSiblings
from stdtree.model.release import Counts, Release
from stdtree.model.taxonomy import Taxonomy
from tests.edit.facts import applied, changes, refused, system
from tests.trees import category


def with_gaps() -> Taxonomy:
    """B1, then B3 where B2 was, and what is below it."""
    return system().with_(category("shops", "B31", "promotion"), without=["incubation", "data"])


def test_gaps_are_closed() -> None:
    """The codes below follow; everything else stays."""
    assert changes(with_gaps(), applied("renumber-siblings", with_gaps(), parent="fields")) == [
        "promotion: B3 < fields → B2 < fields",
        "shops: B31 < promotion → B21 < promotion",
    ]


def test_in_another_order() -> None:
    """Those named come first, the others follow; codes change hands with their branches."""
    after = applied("renumber-siblings", parent="fields", order=["promotion", "incubation"])
    assert changes(system(), after) == [
        "brokers: B11 < transfer [t-tmac-021-2020] → B31 < transfer [t-tmac-021-2020]",
        "promotion: B3 < fields → B1 < fields",
        (
            "transfer: B1 < fields [gbt-34670-2017 planned-one]"
            " → B3 < fields [gbt-34670-2017 planned-one]"
        ),
    ]


def test_from_another_code() -> None:
    """Counting begins where it is told to; at the top level, too."""
    after = applied("renumber-siblings", parent=None, code="F")
    assert [one.code for one in after.children(None)] == ["F", "G"]
    assert after.categories["brokers"].code == "G11"


def test_codes_of_retired_categories_stay_unused() -> None:
    """The numbers leave out what a retired sibling had."""
    before = system().with_(category("second", "B15", "transfer"))
    after = applied("renumber-siblings", before, parent="transfer")
    assert [(one.id, one.code) for one in after.children("transfer")] == [
        ("brokers", "B11"), ("agents", "B12"), ("second", "B13"),
    ]  # fmt: skip


def test_a_draft_gets_a_code_if_it_is_named() -> None:
    """Else it stays without one."""
    after = applied("renumber-siblings", parent="fields", order=["data"])
    assert [one.id for one in after.children("fields")] == [
        "data", "transfer", "incubation", "promotion",
    ]  # fmt: skip
    assert after.categories["data"].code == "B1"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"parent": "basics"}, "Nothing changes in A Category basics"),
        ({"parent": "terms"}, "Nothing changes in A1 Category terms"),
        ({"parent": "agents"}, "is retired"),
        ({"parent": None, "code": "Z"}, "There are not 2 codes. Begin with another code (--code)"),
        ({"parent": "fields", "code": "C1"}, "does not begin with the code of B Category fields"),
        ({"parent": "fields", "code": "B11"}, "already that of B11 Category brokers"),
        ({"parent": "fields", "order": ["terms"]}, "is not a child of B Category fields"),
        ({"parent": "fields", "order": ["data", "data"]}, "data is listed twice"),
    ],
)
def test_refusals(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("renumber-siblings", **fields)


def test_form_and_words() -> None:
    """The form opens with the category, else with the top level; the parent is named."""
    assert RenumberSiblings.prefilled(system(), "fields") == {"parent": "fields"}
    assert RenumberSiblings.prefilled(system(), None) == {"parent": None}
    assert (
        RenumberSiblings(parent="fields").describe(system()).zh
        == "为 B 类目fields 的下级类目重新编号"
    )


def test_codes_that_pass_to_others_are_told() -> None:
    """Once something was released, whoever joins by code would be misled."""
    swap = RenumberSiblings(parent="fields", order=("incubation",))
    released = system().with_(
        releases=[Release("1.0", "2026", f"sha256:{64 * '0'}", Counts(categories=1, standards=1))]
    )
    assert "go to others" not in swap.describe(system()).en
    assert "; B1, B2 go to others, which misleads joins" in swap.describe(released).en
    ahead = RenumberSiblings(parent="fields", code="B20")
    assert "go to others" not in ahead.describe(released).en
    assert "go to others" not in RenumberSiblings(parent="agents").describe(released).en
