"""Accepting findings with a reason, and no longer."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec import structs

from stdtree import rules
from stdtree.edit.accept_finding import AcceptFinding
from stdtree.edit.withdraw_acceptance import WithdrawAcceptance
from stdtree.model.finding import ABOUT_WHAT_IS_GONE, OF_READING
from stdtree.model.system import Accepted
from stdtree.model.taxonomy import Taxonomy
from tests.edit.facts import applied, refused, system

WHY = {"zh": "暂无译名"}


def entries(taxonomy: Taxonomy) -> list[tuple[object, ...]]:
    """What is accepted."""
    return [structs.astuple(entry) for entry in taxonomy.system.accepted]


def accepting(*entries: Accepted) -> Taxonomy:
    """The sample system with these entries."""
    taxonomy = system()
    return taxonomy.with_(system=structs.replace(taxonomy.system, accepted=entries))


def test_the_rules_of_reading_are_those_that_look_at_no_taxonomy() -> None:
    """A new rule that is found while loading cannot be accepted either."""
    catalogue = rules.catalogue()
    assert {one.id for one in catalogue.values() if one.check is None} == OF_READING
    assert catalogue.keys() >= ABOUT_WHAT_IS_GONE


@pytest.mark.parametrize("name", ["transfer", "B1"])
def test_accepted_by_id_or_code(name: str) -> None:
    """The entry has the id; the finding is told no more."""
    after = applied("accept-finding", id=name, rule="missing-translation", reason=WHY)
    assert entries(after) == [("missing-translation", "transfer", WHY, None)]


def test_what_else_may_be_accepted() -> None:
    """Standards by number, bodies, facets, the system itself, and a category that is gone."""
    after = system()
    for name in ("GB/T 34670-2017", "lab", "chain", "demo"):
        after = applied("accept-finding", after, id=name, rule="missing-translation", reason=WHY)
    after = applied("accept-finding", after, id="gone-since", rule="lost-category", reason=WHY)
    subjects = [entry.subject for entry in after.system.accepted]
    assert subjects == ["gbt-34670-2017", "lab", "chain", "demo", "gone-since"]


def test_again_changes_what_is_given() -> None:
    """The reason by language, the last day by itself; the entry stays where it is."""
    first = Accepted(rule="single-child", subject="basics", reason=WHY, until="2026")
    before = accepting(first, Accepted(rule="single-child", subject="fields", reason=WHY))
    after = applied("accept-finding", before, id="A", rule="single-child", until="2027-06-30")
    assert entries(after)[0] == ("single-child", "basics", WHY, "2027-06-30")
    worded = applied("accept-finding", after, id="A", rule="single-child", reason={"en": "Yes"})
    assert entries(worded)[0] == ("single-child", "basics", {**WHY, "en": "Yes"}, "2027-06-30")
    for_good = applied("accept-finding", worded, id="A", rule="single-child", until="")
    assert for_good.system.accepted[0].until is None


def test_withdrawn_by_id_or_code() -> None:
    """The other entries stay."""
    kept = Accepted(rule="single-child", subject="fields", reason=WHY)
    before = accepting(Accepted(rule="single-child", subject="basics", reason=WHY), kept)
    for name in ("basics", "A"):
        after = applied("withdraw-acceptance", before, id=name, rule="single-child")
        assert after.system.accepted == (kept,)


def test_what_is_accepted_for_what_is_gone_can_be_withdrawn() -> None:
    """The entry is enough: it need not speak of anything there is."""
    before = accepting(Accepted(rule="single-child", subject="gone-since", reason=WHY))
    assert (
        entries(applied("withdraw-acceptance", before, id="gone-since", rule="single-child")) == []
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"id": "A", "rule": "schema", "reason": WHY}, "cannot be accepted"),
        ({"id": "A", "rule": "untidy-file", "reason": WHY}, "stdtree baseline create"),
        ({"id": "A", "rule": "No Rule", "reason": WHY}, 'no rule "No Rule"'),
        ({"id": "transfr", "rule": "single-child", "reason": WHY}, "did you mean: transfer?"),
        ({"id": "A", "rule": "single-child"}, "is accepted with a reason"),
        (
            {"id": "A", "rule": "single-child", "reason": {"en": "Fine"}},
            "the text in zh is missing",
        ),
    ],
)
def test_refusals_to_accept(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("accept-finding", **fields)


def test_other_refusals() -> None:
    """An entry that is so already; one that is not there; one of another rule."""
    before = accepting(Accepted(rule="single-child", subject="basics", reason=WHY))
    unchanged = refused("accept-finding", before, id="A", rule="single-child", reason=WHY)
    assert "Nothing changes" in unchanged
    missing = refused("withdraw-acceptance", before, id="B", rule="single-child")
    assert "single-child of B Category fields is not accepted" in missing
    near = refused("withdraw-acceptance", before, id="A", rule="single-chld")
    assert "did you mean: single-child?" in near


def test_words() -> None:
    """What it is about by name, and the last day."""
    made = AcceptFinding(id="B1", rule="single-child", reason=WHY, until="2027-06")
    assert made.describe(system()).en == "Accept single-child of B1 Category transfer until 2027-06"
    gone = WithdrawAcceptance(id="gone-since", rule="lost-category")
    assert gone.describe(system()).en == "Accept lost-category of gone-since no longer"
    assert AcceptFinding.prefilled(system(), "transfer") == {"id": "transfer"}
