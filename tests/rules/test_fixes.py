"""The law of fixes: what a finding proposes mends it, harms nothing and touches nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from stdtree import edit, rules
from stdtree.errors import EditError
from stdtree.model.finding import Finding, Severity
from stdtree.model.taxonomy import Taxonomy
from stdtree.rules import Context
from tests.rules.dirt import dirty
from tests.rules.examples import context_of
from tests.trees import plain


def _found(taxonomy: Taxonomy) -> tuple[Finding, ...]:
    return rules.run(Context(taxonomy))


def _errors(taxonomy: Taxonomy) -> set[str]:
    return {f.fingerprint for f in _found(taxonomy) if f.severity is Severity.ERROR}


def _applied(taxonomy: Taxonomy, finding: Finding) -> Taxonomy | None:
    """The tree after the fix; None if another error is in its way."""
    assert finding.fix
    try:
        return edit.decode(finding.fix.operation, finding.fix.fields).apply(taxonomy)
    except EditError as error:
        assert finding.rule == "unnormalized-number" or "retired" in error.message.en  # noqa: PT017
        return None


@settings(max_examples=50)
@given(dirty())
def test_a_fix_mends_its_finding_and_nothing_else(taxonomy: Taxonomy) -> None:
    """The finding is gone, no error came, and only the field that it names has changed."""
    errors = _errors(taxonomy)
    for finding in _found(taxonomy):
        after = _applied(taxonomy, finding) if finding.fix else None
        if after is not None:
            assert finding.fingerprint not in {f.fingerprint for f in _found(after)}
            assert _errors(after) <= errors
            assert set(_differing(taxonomy, after)) == {(finding.subject.id, finding.field[0])}


@given(dirty())
def test_after_a_fix_the_rest_is_as_if_checked_anew(taxonomy: Taxonomy) -> None:
    """Rules about texts say of a category what follows from it alone."""
    before, found = Context(taxonomy), _found(taxonomy)
    for finding in found[:3]:
        after = _applied(taxonomy, finding) if finding.fix else None
        if after is not None:
            assert rules.rerun(Context(after), before, found) == _found(after)


@settings(max_examples=50)
@given(dirty())
def test_fixes_come_to_an_end(taxonomy: Taxonomy) -> None:
    """One after the other, they leave a tree without fixes; each finding is mended once a field."""
    refused: set[str] = set()
    for _ in range(200):
        waiting = [f for f in _found(taxonomy) if f.fix and f.fingerprint not in refused]
        if not waiting:
            break
        after = _applied(taxonomy, waiting[0])
        if after is None:
            refused.add(waiting[0].fingerprint)
        else:
            taxonomy = after
    else:
        pytest.fail("fixes go round in a circle")


FIXABLE = [
    rule for rule in rules.catalogue().values() if rule.check and "check --fix" in rule.fix.en
]


@pytest.mark.parametrize("rule", FIXABLE, ids=lambda rule: rule.id)
def test_the_example_has_a_fix(rule: rules.Rule) -> None:
    """What a rule says of --fix holds for its own example."""
    assert any(finding.fix for finding in rules.run(context_of(rule.bad), only=[rule.id]))


def test_only_rules_that_say_so_have_fixes() -> None:
    """Readers of docs/rules.md learn what --fix does."""
    fixing = {
        rule.id
        for rule in rules.catalogue().values()
        if rule.check and any(f.fix for f in rules.run(context_of(rule.bad), only=[rule.id]))
    }
    assert fixing == {rule.id for rule in FIXABLE}


def _differing(before: Taxonomy, after: Taxonomy) -> Iterator[tuple[str, str]]:
    """Which fields of which categories and standards differ."""
    old, new = (
        {**taxonomy.categories, **{key: row.standard for key, row in taxonomy.standards.items()}}
        for taxonomy in (before, after)
    )
    assert old.keys() == new.keys()
    for key in old:
        left, right = _flat(old[key]), _flat(new[key])
        yield from (
            (key, name) for name in left.keys() | right.keys() if left.get(name) != right.get(name)
        )


def _flat(value: msgspec.Struct) -> dict[str, Any]:
    """Its fields; the rows of a category stand for themselves."""
    return {name: part for name, part in plain(value).items() if name != "standards"}
