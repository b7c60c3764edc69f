"""Accepted findings by the day, and what is said of entries while not everything is known."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from stdtree import rules
from stdtree.model.release import Counts, Release
from stdtree.rules import Context
from tests.rules.examples import context_of

EXAMPLE = """
today: "2026-11-30"
system: {accepted: [{rule: empty-category, subject: leaf, reason: {zh: 甲}, until: "2026-11-30"}]}
categories: [{id: leaf, code: A}]
"""
UNUSED = """
today: "2026-11-30"
system: {accepted: [{rule: missing-title, subject: leaf, reason: {zh: 甲}}]}
categories: [{id: leaf, code: A}]
"""


def told(context: Context) -> set[str]:
    """The rules that find something."""
    return {finding.rule for finding in rules.run(context)}


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("", set()),
        ("2026-11-30", set()),
        ("2026-12-01", {"empty-category", "expired-acceptance"}),
    ],
)
def test_after_its_last_day_the_finding_is_told_again(today: str, found: set[str]) -> None:
    """With the entry that is over; what is over is not unused as well."""
    assert told(replace(context_of(EXAMPLE), today=today)) == found


def test_an_entry_whose_finding_is_settled_is_unused() -> None:
    """Once the category has a standard, the acceptance hides nothing."""
    assert "unused-acceptance" not in told(context_of(EXAMPLE))
    settled = EXAMPLE.replace(
        "code: A}", "code: A, standards: [{id: s, number: GB 1-2020, title: {zh: 规范}}]}"
    )
    assert "unused-acceptance" in told(context_of(settled))


def test_nothing_is_called_unused_while_something_is_not_known() -> None:
    """A day, a file, the previous release: a finding may yet depend on it."""
    context = context_of(UNUSED)
    assert "unused-acceptance" in told(context)
    assert "unused-acceptance" not in told(replace(context, today=""))
    assert "unused-acceptance" not in told(replace(context, unreadable=frozenset({"broken"})))
    record = Release(
        release="1.0",
        date="2026-01-01",
        digest="sha256:" + "1" * 64,
        counts=Counts(categories=1, standards=0),
    )
    uncompared = replace(context, taxonomy=context.taxonomy.with_(releases=[record]))
    assert "unused-acceptance" not in told(uncompared)


def test_what_is_accepted_for_a_misspelt_rule_names_the_nearest() -> None:
    """The hint is what was probably meant."""
    context = context_of(UNUSED)
    (entry,) = context.taxonomy.system.accepted
    system = structs.replace(
        context.taxonomy.system, accepted=(structs.replace(entry, rule="missing-titel"),)
    )
    misspelt = replace(context, taxonomy=context.taxonomy.with_(system=system))
    (finding,) = rules.run(misspelt, only=["unused-acceptance"])
    assert "missing-title" in finding.hint.en
