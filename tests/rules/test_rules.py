"""The laws that hold for all rules, on trees as broken as can be drawn."""

from __future__ import annotations

import re
import sys
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree import plugins, rules
from stdtree.edit import operation_ids
from stdtree.model.category import Category
from stdtree.model.finding import Severity, Subject
from stdtree.model.system import Accepted
from stdtree.model.taxonomy import Taxonomy
from stdtree.rules import Context, Issued
from tests.rules.examples import context_of
from tests.trees import IDS, SYSTEM, categories, sample


@st.composite
def broken(draw: st.DrawFn) -> Taxonomy:
    """Categories under any parents: missing ones, retired ones, themselves, each other."""
    found = [
        msgspec.structs.replace(
            category, parent=draw(st.none() | st.sampled_from([*IDS, "nowhere"]))
        )
        for category in draw(categories(IDS))
    ]
    return Taxonomy(SYSTEM, found)


@given(broken(), broken(), st.randoms(use_true_random=False))
def test_order_of_files_means_nothing(now: Taxonomy, before: Taxonomy, random: object) -> None:
    """The same categories in another order give the same findings; each has its own fingerprint."""
    shuffled: list[Category] = list(now.categories.values())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    context = Context(now, previous=before, previous_name="1.0")
    found = rules.run(context)
    assert rules.run(replace(context, taxonomy=Taxonomy(SYSTEM, shuffled))) == found
    assert len({finding.fingerprint for finding in found}) == len(found)


def test_sample_is_clean() -> None:
    """A system in order has no errors."""
    found = rules.run(Context(sample()))
    assert [finding for finding in found if finding.severity is Severity.ERROR] == []


def test_accepted_findings_are_left_out() -> None:
    """Accepting is for one rule and one subject."""
    bad = context_of(rules.catalogue()["duplicate-code"].bad)
    (finding,) = rules.run(bad, only=["duplicate-code"])
    everything = len(rules.run(bad))

    def after_accepting(rule: str, subject: str) -> int:
        accepted = Accepted(rule=rule, subject=subject, reason={"zh": "试行"})
        system = msgspec.structs.replace(bad.taxonomy.system, accepted=(accepted,))
        return len(rules.run(replace(bad, taxonomy=bad.taxonomy.with_(system=system))))

    assert after_accepting("duplicate-code", finding.subject.id) == everything - 1
    assert after_accepting("duplicate-code", finding.related[0]) == everything
    assert after_accepting("missing-title", finding.subject.id) == everything


@pytest.mark.parametrize("severity", list(Severity))
def test_system_sets_severities(severity: Severity) -> None:
    """system.yaml has the last word; `off` silences the rule."""
    bad = context_of(rules.catalogue()["duplicate-code"].bad)
    system = msgspec.structs.replace(bad.taxonomy.system, rules={"duplicate-code": severity.value})
    silenced = replace(bad, taxonomy=bad.taxonomy.with_(system=system))
    found = rules.run(silenced, only=["duplicate-code"])
    assert [finding.severity for finding in found] == ([severity] if severity != "off" else [])


@pytest.mark.parametrize("rule", ["dangling-parent", "dangling-reference", "lost-category"])
def test_what_cannot_be_read_is_not_missing(rule: str) -> None:
    """A category whose file is broken exists: its own finding is enough."""
    context = context_of(
        """
        previous: {categories: [{id: broken, code: A}]}
        categories:
          - {id: child, code: AA, parent: broken, excludes: [{zh: 孵化, see: broken}]}
        """
    )
    assert len(rules.run(context, only=[rule])) == 1
    assert rules.run(replace(context, unreadable=frozenset({"broken"})), only=[rule]) == ()


@pytest.mark.parametrize("rule", ["empty-category", "replaced-without-successor", "single-child"])
def test_what_cannot_be_read_may_hold_what_seems_missing(rule: str) -> None:
    """A child, a standard, a new edition may stand in the file that is broken."""
    context = context_of(rules.catalogue()[rule].bad)
    assert len(rules.run(context, only=[rule])) == 1
    assert rules.run(replace(context, unreadable=frozenset({"broken"})), only=[rule]) == ()


def test_organizations_that_cannot_be_read_are_not_missing() -> None:
    """The same for organizations.yaml as a whole; other references are looked at."""
    context = context_of(
        """
        categories:
          - {id: child, code: A, owner: sample-board, excludes: [{zh: 孵化, see: nowhere}]}
        """
    )
    only = ["dangling-reference"]
    assert len(rules.run(context, only=only)) == 2
    unread = replace(context, unreadable=frozenset({"organizations"}))
    assert [finding.related for finding in rules.run(unread, only=only)] == [("nowhere",)]


def test_a_record_that_cannot_be_read_is_not_missing() -> None:
    """A release whose record is broken was recorded: its own finding is enough."""
    issued = (Issued("1.0", "exports/1.0/taxonomy.json", "sha256:" + "1" * 64),)
    context = replace(context_of("categories: [{id: a, code: A}]"), issued=issued)
    assert len(rules.run(context, only=["changed-release"])) == 1
    unread = replace(context, unreadable=frozenset({"1.0"}))
    assert rules.run(unread, only=["changed-release"]) == ()


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ("technology-transfr", "did you mean: technology-transfer?"),
        ("zzz", "move it under another"),
    ],
)
def test_near_misses_are_proposed(wrong: str, hint: str) -> None:
    """The hint names what was probably meant, if anything is near."""
    context = context_of(
        {
            "categories": [
                {"id": "technology-transfer", "code": "B"},
                {"id": "brokers", "code": "BA", "parent": wrong},
            ]
        }
    )
    (finding,) = rules.run(context, only=["dangling-parent"])
    assert finding.subject == Subject("category", "brokers")
    assert finding.hint.en.startswith(hint)


def test_hints_name_operations_that_exist() -> None:
    """What a hint says to type can be typed."""
    operations = set(operation_ids())
    for rule in rules.catalogue().values():
        if rule.check is not None:
            for finding in rules.run(context_of(rule.bad), only=[rule.id]):
                named = re.findall(r"stdtree edit ([a-z-]+)", finding.hint.zh + finding.hint.en)
                assert set(named) <= operations


def test_rule_is_named_for_its_file() -> None:
    """Every module of the package is a rule, and its id is the file's name."""
    assert tuple(rules.catalogue()) == plugins.names(sys.modules["stdtree.rules"])
    assert all(rule.id == name for name, rule in rules.catalogue().items())
