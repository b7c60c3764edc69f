"""Standards that come out, are withdrawn, given up, or listed elsewhere, too."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.edit.cross_list import CrossList
from stdtree.edit.promote_standard import PromoteStandard
from stdtree.edit.remove_standard import RemoveStandard
from stdtree.edit.withdraw_standard import WithdrawStandard
from stdtree.model.category import ChangeNote
from stdtree.model.standard import Plan, Standard
from stdtree.model.taxonomy import Taxonomy
from tests.edit.facts import applied, changes, refused, system
from tests.trees import category, standard


def row(taxonomy: Taxonomy, standard_id: str) -> Standard:
    """One row, wherever it stands."""
    return taxonomy.standards[standard_id].standard


def test_cross_listed_and_no_longer() -> None:
    """One category more, one less; the home stays."""
    after = applied("cross-list", id="gbt-34670-2017", category="methods")
    assert row(after, "gbt-34670-2017").also_in == ("terms", "methods")
    assert after.standards["gbt-34670-2017"].home == "transfer"
    back = applied("cross-list", after, id="gbt-34670-2017", category="terms", remove=True)
    assert row(back, "gbt-34670-2017").also_in == ("methods",)


def test_no_longer_listed_in_a_retired_category() -> None:
    """What should not have been listed there can be taken away."""
    before = system().with_(
        category("odd", "B9", "fields", standards=(standard("s-1", also_in=("agents",)),))
    )
    after = applied("cross-list", before, id="s-1", category="agents", remove=True)
    assert row(after, "s-1").also_in == ()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"category": "terms"}, "is listed in A1 Category terms already. To take it away"),
        ({"category": "methods", "remove": True}, "not listed in A2 Category methods beside"),
        ({"category": "transfer"}, "is the home of the standard already"),
        ({"category": "agents"}, "is retired"),
        ({"category": "nowhere"}, 'no category with the id "nowhere"'),
        ({"id": "gbt-34670", "category": "terms"}, "did you mean: gbt-34670-2017"),
    ],
)
def test_cross_listing_refused(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("cross-list", **({"id": "gbt-34670-2017"} | fields))


def test_withdrawn() -> None:
    """The row stays; a plan to withdraw it is done, other plans stay."""
    after = applied("withdraw-standard", id="gbt-1-2020", status_as_of="2027-06")
    assert row(after, "gbt-1-2020") == Standard(
        id="gbt-1-2020", number="GB/T 1-2020", title={"zh": "标准gbt-1-2020"},
        status="withdrawn", status_as_of="2027-06",
    )  # fmt: skip
    for stage, left in (("to-withdraw", "none"), ("in-revision", "in-revision")):
        planned = applied("edit-standard", id="gbt-1-2020", plan_stage=stage, plan_year=2027)
        done = applied("withdraw-standard", planned, id="gbt-1-2020")
        assert row(done, "gbt-1-2020").plan == Plan(stage=left, year=2027)  # type: ignore[arg-type]  # from a list


def test_withdrawal_refused() -> None:
    """A planned standard, and twice the same."""
    assert "Remove it (remove-standard)" in refused("withdraw-standard", id="planned-one")
    once = applied("withdraw-standard", id="gbt-1-2020")
    assert "is withdrawn already" in refused("withdraw-standard", once, id="gbt-1-2020")


def test_removed() -> None:
    """A planned standard goes without a trace."""
    assert changes(system(), applied("remove-standard", id="planned-one")) == [
        "transfer: B1 < fields [gbt-34670-2017 planned-one] → B1 < fields [gbt-34670-2017]"
    ]


def test_removal_refused() -> None:
    """What has a number, and what something names."""
    assert "Withdraw it instead (withdraw-standard)" in refused("remove-standard", id="gbt-1-2020")
    note = ChangeNote(release="1.1", kind="re-homed", reason={"zh": "调整"}, standard="planned-one")
    noted = system().with_(category("noted", "B9", "fields", change_notes=(note,)))
    assert "B9 Category noted names 标准planned-one" in refused(
        "remove-standard", noted, id="planned-one"
    )
    newer = standard("s-2", "GB/T 2-2027", replaces=("planned-one",))
    replaced = system().with_(category("newer", "B9", "fields", standards=(newer,)))
    assert "GB/T 2-2027 标准s-2 names" in refused("remove-standard", replaced, id="planned-one")


def test_promoted() -> None:
    """Number, status and dates; same id, same row, and the plan is carried out."""
    after = applied(
        "promote-standard", id="planned-one", number="gb/t 34671—2027",
        published="2027-05", in_force="2027-12-01", status="upcoming",
    )  # fmt: skip
    assert row(after, "planned-one") == Standard(
        id="planned-one", number="GB/T 34671-2027", title={"zh": "标准planned-one"},
        status="upcoming", published="2027-05", in_force="2027-12-01",
        plan=Plan(stage="none", level="industry", year=2027),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"id": "gbt-1-2020", "number": "GB/T 1-2027"}, "For a new edition: replace-standard"),
        ({"number": "GB/T 1-2020"}, "in the table of A1 Category terms already"),
        ({"number": ""}, "The standard number is missing."),
    ],
)
def test_promotion_refused(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("promote-standard", **({"id": "planned-one"} | fields))


def test_words() -> None:
    """Standards by number and title, categories by code and title."""
    now = system()
    said = [
        CrossList(id="gbt-1-2020", category="methods").describe(now),
        CrossList(id="gbt-1-2020", category="methods", remove=True).describe(now),
        WithdrawStandard(id="gbt-1-2020").describe(now),
        RemoveStandard(id="planned-one").describe(now),
        PromoteStandard(id="planned-one", number="GB/T 2-2027").describe(now),
    ]
    assert [label.en for label in said] == [
        "List GB/T 1-2020 标准gbt-1-2020 in A2 Category methods, too",
        "List GB/T 1-2020 标准gbt-1-2020 no longer in A2 Category methods",
        "Withdraw GB/T 1-2020 标准gbt-1-2020",
        "Remove 标准planned-one",
        "Enter 标准planned-one as GB/T 2-2027",
    ]
