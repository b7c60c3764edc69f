"""Choosing categories by conditions, and changing all of them in one step."""

from __future__ import annotations

import pytest

from stdtree import edit
from stdtree.edit._query import EXAMPLE, ROWS_EXAMPLE, matching, matching_rows
from stdtree.edit._selection import LIVE
from stdtree.errors import EditError
from tests.edit.facts import applied, refused, system


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("code:B1", "transfer"),
        ("code:b1*", "transfer brokers"),
        ("code:A*", "basics terms methods"),
        ("code:B12", ""),
        ("code:*", "basics terms methods fields transfer brokers incubation promotion"),
        ("status:draft", "data"),
        ("owner:lab", "methods"),
        ("owner: code:A*", "basics terms"),
        ("facet:chain", "promotion"),
        ("facet:chain=transfer", "promotion"),
        ("facet:chain=research", ""),
        ("text:TERMS", "terms"),
        ("text:brokers的定义", "brokers"),
        ('text:"category b"', "basics brokers"),
        ("code:B* status:active text:transfer", "transfer"),
    ],
)
def test_found(query: str, found: str) -> None:
    """All conditions hold, in the order of the tree; what is retired is never found."""
    assert [one.id for one in matching(system(), query, LIVE)] == found.split()


def test_owners_are_inherited() -> None:
    """Who is responsible for the category above counts."""
    owned = applied("set-owner", id="basics", owner="board")
    assert [one.id for one in matching(owned, "owner:board", LIVE)] == ["basics", "terms"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("cod:B", '"cod:B" is not a condition. did you mean: code:?'),
        ("B", f'"B" is not a condition. conditions look like {EXAMPLE}'),
        ("code", '"code" is not a condition. '),
        ('text:"two', "does not end"),
        ("status:gone", "After status: write one of draft, active, retired"),
        ("owner:lap", "did you mean: lab (Sample lab)?"),
        ("facet:chian", "did you mean: chain (Chain link)?"),
        ("facet:chain=reserach", "did you mean: research (Research)?"),
    ],
)
def test_refusals(query: str, words: str) -> None:
    """Each says why and what to do."""
    with pytest.raises(EditError) as caught:
        matching(system(), query, LIVE)
    assert caught.value.hint is not None
    assert words in f"{caught.value.message.en}. {caught.value.hint.en}"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("number:GB/T*", "gbt-1-2020 gbt-34670-2017"),
        ("number:gb/t34670—2017", "gbt-34670-2017"),
        ("number:", "planned-one"),
        ("status:in-force code:B*", "gbt-34670-2017 t-tmac-021-2020"),
        ("status:withdrawn", ""),
        ("plan:to-draft", "planned-one"),
        ("plan:none", "gbt-1-2020 gbt-34670-2017 t-tmac-021-2020"),
        ("text:TMAC", "t-tmac-021-2020"),
        ("owner:lab", ""),
        ("facet:chain", ""),
    ],
)
def test_rows_found(query: str, found: str) -> None:
    """By what stands in the row, and by the home category."""
    assert [one.standard.id for one in matching_rows(system(), query)] == found.split()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("numbr:GB", "did you mean: number:?"),
        ("GB/T", f"conditions look like {ROWS_EXAMPLE}"),
        ("status:draft", "After status: write one of in-force, upcoming, replaced, withdrawn"),
        ("plan:gone", "After plan: write one of none, to-draft"),
    ],
)
def test_rows_refused(query: str, words: str) -> None:
    """Each says why and what to do."""
    with pytest.raises(EditError) as caught:
        matching_rows(system(), query)
    assert caught.value.hint is not None
    assert words in f"{caught.value.message.en}. {caught.value.hint.en}"


def test_all_at_once() -> None:
    """Those named and those found; what is so already is passed over."""
    after = applied("set-owner", id="terms", where="code:A*", owner="lab")
    owned = [one.id for one in after.categories.values() if one.owner == "lab"]
    assert sorted(owned) == ["basics", "methods", "terms"]
    after = applied("set-facets", where="code:B*", facet="chain", values=["transfer"])
    sorted_in = [one.id for one in after.categories.values() if one.facets]
    assert sorted(sorted_in) == ["brokers", "fields", "incubation", "promotion", "transfer"]


def test_nothing_selected() -> None:
    """Neither names nor a query that finds something."""
    for where in ("", "code:Z*"):
        assert "No category is selected." in refused("set-owner", where=where, owner="lab")
    same = refused("set-owner", where="code:A2", owner="lab")
    assert "Nothing changes in the category where code:A2." in same


@pytest.mark.parametrize("operation_id", ["set-owner", "set-facets"])
def test_the_form_of_one_category(operation_id: str) -> None:
    """It opens with the category, and with no conditions."""
    values = edit.operation_type(operation_id).prefilled(system(), "methods")
    assert values["id"] == "methods"
    assert "where" not in values
