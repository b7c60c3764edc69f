"""Law: findings brought up to date after an edit are those of a check of everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as with_fields

from stdtree import rules
from stdtree.model.category import Category, ChangeNote, Retired, Successor
from stdtree.model.consultation import Comment, Consultation
from stdtree.model.organization import Organization
from stdtree.model.standard import Plan
from stdtree.model.system import Accepted
from stdtree.model.taxonomy import Taxonomy
from stdtree.rules import Context, Reach, Rule
from tests.rules.examples import context_of, has_files
from tests.trees import SYSTEM, category, standard, taxonomy

IDS = [f"c{number}" for number in range(8)]
ANY = st.sampled_from([*IDS, "nowhere"])
FEW = st.lists(ANY, max_size=2, unique=True).map(tuple)
WORDS = st.sampled_from(
    ["技术", "技朮", "转移 ", "Ｔｅｃｈ", "tech", "TECH", "а\u202eb", "\ufffd", "服務"]
)
TEXTS = st.fixed_dictionaries({"zh": WORDS}, optional={"en": WORDS})
NUMBERS = st.sampled_from([None, "GB/T 1-2020", "GBT 1-2020", "ZZ 7-2020", "GB/T 2-2020", "一"])
LOOKING = [rule for rule in rules.catalogue().values() if rule.check is not None]
NARROW = [rule for rule in LOOKING if rule.reach is not Reach.WHOLE]


@st.composite
def rows(draw: st.DrawFn) -> tuple[Any, ...]:
    """A table of standards; the same ids come up in several categories."""
    ids = draw(st.lists(st.sampled_from(["s1", "s2", "s3"]), max_size=2, unique=True))
    return tuple(
        standard(
            row,
            draw(NUMBERS),
            title=draw(TEXTS),
            status=draw(st.sampled_from([None, "in-force", "replaced"])),
            published=draw(st.sampled_from([None, "2019-01-01", "2031"])),
            also_in=draw(FEW),
            replaces=draw(st.sampled_from([(), ("s1",), ("s9",)])),
            plan=draw(st.sampled_from([None, Plan(stage="to-draft", lead="board", year=2020)])),
        )
        for row in ids
    )


@st.composite
def anything(draw: st.DrawFn, category_id: str) -> Category:
    """A category as broken as can be."""
    status = draw(st.sampled_from(["active", "active", "draft", "retired"]))
    heirs = tuple(Successor(id=heir) for heir in draw(FEW))
    return category(
        category_id,
        draw(st.sampled_from([None, "A", "A1", "A2", "B", "A11"])),
        draw(st.none() | ANY),
        title=draw(TEXTS),
        status=status,
        definition=draw(st.none() | TEXTS),
        owner=draw(st.sampled_from([None, "lab", "nobody"])),
        excludes=tuple({"zh": "别处"} | ({"see": see} if see else {}) for see in draw(FEW)),
        facets=draw(st.sampled_from([{}, {"chain": ("research",)}, {"chain": ("none",)}])),
        related=draw(FEW),
        split_from=draw(FEW),
        retired=draw(st.sampled_from([None, Retired(release="1.1", succeeded_by=heirs)])),
        change_notes=draw(
            st.sampled_from(
                [(), (ChangeNote(release="1.1", kind="code-change", reason={"zh": "改"}),)]
            )
        ),
        standards=draw(rows()),
    )


@st.composite
def forests(draw: st.DrawFn) -> tuple[Category, ...]:
    """Any of the ids, in any order."""
    chosen = draw(st.lists(st.sampled_from(IDS), unique=True))
    return tuple([draw(anything(category_id)) for category_id in chosen])


EDITS = st.lists(
    st.tuples(
        st.sampled_from(IDS).flatmap(anything),
        st.booleans(),  # whether it goes
    ),
    min_size=1,
    max_size=2,
)
REST: dict[str, Any] = {
    "system": with_fields(
        SYSTEM,
        rules={"duplicate-code": "warning", "missing-definition": "error"},
        accepted=tuple(
            Accepted(rule=rule, subject=subject, reason={"zh": "试行"}, until=until)
            for rule, subject, until in (
                ("duplicate-code", "c1", None),
                ("missing-title", "c2", None),
                ("malformed-number", "s1", None),
                ("lost-category", "c3", "2026-06-01"),
                ("circular-lineage", "c4", "2026-05-31"),
            )
        ),
    ),
    "organizations": (Organization(id="lab", name={"en": "Lab"}, kind="institute"),),
    "consultations": (
        Consultation(
            id="round",
            title={"zh": "征求意见"},
            release="1.1",
            opens="2026-01-01",
            closes="2026-02-01",
            comments=(Comment(id="k1", by="lab", comment="改", category="c1", standard="s1"),),
        ),
    ),
}


@settings(max_examples=60)
@given(forests(), forests(), st.lists(EDITS, max_size=3), st.sampled_from([(), ("c7",)]))
def test_findings_after_edits_are_those_of_a_full_check(
    then: tuple[Category, ...],
    now: tuple[Category, ...],
    edits: list[list[tuple[Category, bool]]],
    unreadable: tuple[str, ...],
) -> None:
    """For every rule, over broken trees and one edit after the other."""
    spare = [category(f"spare{number}", f"Z{number}") for number in range(9)]
    context = Context(
        taxonomy(*now, *spare, **REST),
        previous=taxonomy(*then),
        previous_name="1.0",
        unreadable=frozenset(unreadable),
        today="2026-06-01",
    )
    found = rules.run(context)
    for edit in edits:
        after = context.taxonomy.with_(
            *(changed for changed, goes in edit if not goes),
            without=[changed.id for changed, goes in edit if goes],
        )
        before, context = context, replace(context, taxonomy=after)
        found = rules.rerun(context, before, found)
        assert found == rules.run(context)


def altered(tree: Taxonomy) -> Iterator[Taxonomy]:
    """A tree with each of its categories changed in turn, in one way or another."""
    for one in tree.categories.values():
        yield tree.with_(without=[one.id])
        yield tree.with_(with_fields(one, title={"zh": "别的名称", "en": "Another title"}))
        yield tree.with_(with_fields(one, parent=None))
        yield tree.with_(with_fields(one, code="ZZ"))
        yield tree.with_(with_fields(one, status="retired", retired=Retired(release="1.1")))
        yield tree.with_(with_fields(one, status="active", retired=None))
        yield tree.with_(with_fields(one, standards=()))
        yield tree.with_(with_fields(one, id=f"{one.id}x"), without=[one.id])


@pytest.mark.parametrize("rule", NARROW, ids=lambda rule: rule.id)
def test_the_reach_of_a_rule_is_honest(rule: Rule) -> None:
    """The rule's bad and good examples, there and back by edits that the random ones may miss."""
    for example in (rule.bad, rule.good):
        assert not has_files(example)
        drawn = context_of(example)
        spare = [category(f"spare{number}", f"Z{number}") for number in range(9)]
        start = replace(drawn, taxonomy=drawn.taxonomy.with_(*spare), today="2026-06-01")
        found = rules.run(start)
        for tree in altered(start.taxonomy):
            changed = replace(start, taxonomy=tree)
            after = rules.rerun(changed, start, found)
            assert after == rules.run(changed)
            assert rules.rerun(start, changed, after) == found


def test_what_stays_is_the_same_object() -> None:
    """So that whoever knows something of a finding, such as its place, need not ask again."""
    one, other = category("one", "A", definition=None), category("other", "B", definition=None)
    spare = [category(f"spare{number}", f"Z{number}") for number in range(9)]
    before = Context(taxonomy(one, other, *spare))
    found = rules.run(before)
    kept = [finding for finding in found if finding.subject.id == "other"]
    mended = replace(before, taxonomy=before.taxonomy.with_(with_fields(one, code="C")))
    again = rules.rerun(mended, before, found)
    assert kept
    assert all(any(finding is old for finding in again) for old in kept)


def test_a_change_of_anything_else_is_checked_in_full() -> None:
    """Severities, bodies, the day: nothing is carried over."""
    before = Context(taxonomy(category("one", "A", definition=None)))
    found = rules.run(before)
    system = with_fields(SYSTEM, rules={"missing-definition": "error"})
    after = replace(before, taxonomy=before.taxonomy.with_(system=system))
    assert rules.rerun(after, before, found) == rules.run(after) != found
