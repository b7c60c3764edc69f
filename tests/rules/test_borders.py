"""Where each rule begins and ends: the cases in borders/, which its examples leave out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from stdtree import rules
from tests.rules.examples import context_of

CASES: list[dict[str, Any]] = [
    case
    for file in sorted((Path(__file__).parent / "borders").glob("*.yaml"))
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['rule']}: {case['case']}" for case in CASES])
def test_border(case: dict[str, Any]) -> None:
    """The rule finds just these, each with a fingerprint of its own."""
    found = rules.run(context_of(case["example"]), only=[case["rule"]])
    where = [[finding.subject.id, ".".join(map(str, finding.field))] for finding in found]
    assert sorted(where) == case["finds"]
    assert len({finding.fingerprint for finding in found}) == len(found)


def test_every_rule_that_looks_at_a_taxonomy_has_borders() -> None:
    """No rule is without a case."""
    looking = {rule.id for rule in rules.catalogue().values() if rule.check is not None}
    assert {case["rule"] for case in CASES} == looking
