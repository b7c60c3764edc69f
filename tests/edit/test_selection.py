"""One step on all that a query finds: all of them or none."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree import edit
from stdtree.model.taxonomy import Taxonomy
from tests.edit.facts import applied, changes, refused, system
from tests.trees import category, standard

ROWS = "[gbt-34670-2017 planned-one]"


def with_more() -> Taxonomy:
    """Drafts above one another, two more retired ones, and standards on their way out."""
    ended = {"status": "retired", "retired": system().categories["agents"].retired}
    return system().with_(
        category("above", None, "fields", status="draft"),
        category("below", None, "above", status="draft"),
        category("old", "B8", "fields", **ended),
        category("older", "B81", "old", **ended),
        category("safety", "C", None, standards=(standard("s-1"), standard("s-2"))),
    )


@pytest.mark.parametrize(
    ("operation_id", "fields", "expected"),
    [
        (
            "activate-draft",
            {"where": "text:above"},
            ["above: - < fields draft → B9 < fields"],
        ),
        (
            "activate-draft",
            {"where": "code:B*", "id": "data"},
            ["data: - < fields draft → B9 < fields"],
        ),
        (
            "remove-draft",
            {"where": "status:draft"},
            [
                "above: - < fields draft →",
                "below: - < above draft →",
                "data: - < fields draft →",
            ],
        ),
        (
            "move-category",
            {"where": "code:B1*", "to": "basics", "recode": True},
            [
                "brokers: B11 < transfer [t-tmac-021-2020] → A31 < transfer [t-tmac-021-2020]",
                f"transfer: B1 < fields {ROWS} → A3 < basics {ROWS}",
            ],
        ),
        (
            "restore-category",
            {"where": "code:B8*"},
            [
                "old: B8 < fields retired 1.0(brokers) → B8 < fields",
                "older: B81 < old retired 1.0(brokers) → B81 < old",
            ],
        ),
        (
            "retire-category",
            {"where": "code:B1*", "release": "1.1", "standards_to": "promotion"},
            [
                "brokers: B11 < transfer [t-tmac-021-2020] → B11 < transfer retired 1.1()",
                "promotion: B3 < fields → B3 < fields [gbt-34670-2017 planned-one t-tmac-021-2020]",
                "transfer: B1 < fields [gbt-34670-2017 planned-one] → B1 < fields retired 1.1()",
            ],
        ),
        (
            "move-standard",
            {"where": "number:G*", "to": "promotion"},
            [
                "promotion: B3 < fields → B3 < fields [gbt-1-2020 gbt-34670-2017]",
                "terms: A1 < basics [gbt-1-2020] → A1 < basics",
                "transfer: B1 < fields [gbt-34670-2017 planned-one] → B1 < fields [planned-one]",
            ],
        ),
        (
            "remove-standard",
            {"where": "code:C"},
            ["safety: C < . [s-1 s-2] → C < ."],
        ),
    ],
)
def test_tree(operation_id: str, fields: dict[str, Any], expected: list[str]) -> None:
    """Parents before children where they come, children before parents where they go."""
    before = with_more()
    assert changes(before, applied(operation_id, before, **fields)) == expected


def test_a_loop_is_opened_at_one_place() -> None:
    """Of categories that stand above one another, one moves and takes the other along."""
    ring = system().with_(
        category("one", "B5", "other"), category("other", "B6", "one", title={"zh": "环"})
    )
    after = applied("move-category", ring, where="code:B5", id="other", to="fields")
    above = {one.id: one.parent for one in after.categories.values()}
    assert {above["one"], above["other"]} in ({"fields", "other"}, {"fields", "one"})


def test_scope_and_places() -> None:
    """Notes and places in all of them; what has one already is passed over."""
    after = applied("include-matter", where="code:B*", matter={"zh": "咨询"})
    after = applied("include-matter", after, where="code:*", matter={"zh": "咨询"})
    live = [one for one in after.categories.values() if one.is_live and one.code]
    assert all(one.includes == ({"zh": "咨询"},) for one in live)
    after = applied("exclude-matter", where="code:B*", matter={"zh": "培训"}, see="incubation")
    without = [one.id for one in after.categories.values() if {"zh": "培训"} not in one.excludes]
    assert "incubation" in without
    after = applied("map-category", where="code:A* ", scheme="GB/T 4754-2017", code="7540")
    assert after.categories["terms"].maps
    after = applied("map-category", after, where="code:*", scheme="GB/T 4754-2017", code="7540")
    after = applied(
        "map-category", after, where="code:B*", scheme="GB/T 4754-2017", code="7540", remove=True
    )
    mapped = [one.id for one in after.categories.values() if one.maps]
    assert sorted(mapped) == ["basics", "methods", "terms"]


def test_rows() -> None:
    """Listed elsewhere, and withdrawn; the home and what is so already are passed over."""
    after = applied("cross-list", where="number:*", category="terms")
    places = {one.id: one.also_in for _, one in after.standards.values()}
    assert places.pop("gbt-1-2020") == ()
    assert set(places.values()) == {("terms",), ()}
    after = applied("withdraw-standard", where="code:B*", status_as_of="2027")
    withdrawn = [one.id for _, one in after.standards.values() if one.status == "withdrawn"]
    assert sorted(withdrawn) == ["gbt-34670-2017", "t-tmac-021-2020"]
    assert "No standard is selected" in refused("withdraw-standard", after, where="code:B*")


def test_edited_alike() -> None:
    """What is given is set in all rows; a number is one row's own."""
    after = applied("edit-standard", where="number:*", status_as_of="2027-01", adopts="")
    dated = [row.id for _, row in after.standards.values() if row.status_as_of == "2027-01"]
    assert sorted(dated) == ["gbt-1-2020", "gbt-34670-2017", "t-tmac-021-2020"]
    again = {"where": "number:*", "status_as_of": "2027-01"}
    assert "Nothing changes in the 3 standards where" in refused("edit-standard", after, **again)
    assert "Only one can have this: standard number; 3 are selected" in refused(
        "edit-standard", where="number:*", number="GB/T 2-2020"
    )
    said = edit.decode("edit-standard", again).describe(system())
    assert said.en == "Edit the 3 standards where number:*: status as of"


@pytest.mark.parametrize(
    ("operation_id", "fields", "words"),
    [
        ("activate-draft", {"where": "code:*"}, "No category is selected"),
        ("activate-draft", {"where": "status:draft", "code": "B9"}, "Only one can have this: code"),
        ("move-category", {"where": "code:B1 status:active", "to": "brokers"}, "under itself"),
        ("move-category", {"where": "code:B2*", "to": "fields"}, "B2 Category incubation is under"),
        ("move-category", {"where": "status:draft", "to": "basics", "code": "A9"}, "new code"),
        ("retire-category", {"where": "code:B*", "release": "1.1"}, "still has standards"),
        ("remove-standard", {"where": "number:G*"}, "No standard is selected"),
        ("cross-list", {"where": "number:T*", "category": "brokers"}, "is listed in"),
        (
            "exclude-matter",
            {"where": "code:B2", "matter": {"zh": "x"}, "see": "incubation"},
            "to it",
        ),
    ],
)
def test_refusals(operation_id: str, fields: dict[str, Any], words: str) -> None:
    """One that cannot be changed refuses all."""
    assert words in refused(operation_id, with_more(), **fields)


@pytest.mark.parametrize(
    ("operation_id", "fields", "said"),
    [
        ("remove-draft", {"where": "status:draft"}, "Remove the 3 categories where status:draft"),
        ("restore-category", {"where": "code:B81"}, "Restore the category where code:B81"),
        ("withdraw-standard", {"where": "code:B*"}, "Withdraw the 2 standards where code:B*"),
        ("remove-standard", {"where": "code:*"}, "Remove the 3 standards where code:*"),
        ("activate-draft", {"id": "data"}, "Activate the draft Category data"),
        ("remove-standard", {"where": "nonsense"}, "Remove the 0 standards where nonsense"),
    ],
)
def test_words(operation_id: str, fields: dict[str, Any], said: str) -> None:
    """How many there are is told before it is done."""
    assert edit.decode(operation_id, fields).describe(with_more()).en == said


@pytest.mark.parametrize(
    "operation_id",
    [one for one in edit.operation_ids() if "where" in edit.operation_type(one).model_fields],
)
def test_something_must_be_chosen(operation_id: str) -> None:
    """Neither a name nor conditions: nothing is done."""
    kind = edit.operation_type(operation_id)
    others: dict[str, Any] = {
        "to": "basics",
        "category": "basics",
        "facet": "chain",
        "scheme": "x",
        "code": "1",
    }
    others |= {"release": "1.1", "matter": {"zh": "x"}, "owner": "lab"}
    if operation_id == "explain-change":
        others["kind"] = "redefinition"
    needed = {name: value for name, value in others.items() if name in kind.model_fields}
    assert "is selected. Name one, or widen" in refused(operation_id, **needed)
