"""The examples of every rule do what its documentation says."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree import rules
from stdtree.model.finding import Finding, Severity
from stdtree.rules import Rule
from stdtree.store.baseline_file import NAME, read_baseline
from stdtree.store.file_tree import DiskTree
from stdtree.store.load import load
from stdtree.workspace import Workspace
from stdtree.workspace.baseline import stale
from tests.rules.examples import context_of, has_files, write_files

RULES = list(rules.catalogue().values())


def _ids(rule: Rule) -> str:
    return rule.id


def _findings(example: str, folder: Path) -> tuple[Finding, ...]:
    if not has_files(example):
        return rules.run(context_of(example))
    write_files(example, folder)
    loaded = load(DiskTree(folder))
    found = (*loaded.findings, *rules.run(rules.Context(loaded.taxonomy)))
    file = folder / NAME
    if not file.exists():
        return found
    rows = read_baseline(file).compare(found).stale
    return (*found, *stale(Workspace(folder), file, rows))


@pytest.mark.parametrize("rule", RULES, ids=_ids)
def test_bad_example_is_reported(rule: Rule, tmp_path: Path) -> None:
    """The rule objects, with its own severity, in both languages; no other error is in the way."""
    found = _findings(rule.bad, tmp_path)
    own = [finding for finding in found if finding.rule == rule.id]
    assert own
    assert {finding.severity for finding in own} == {rule.severity}
    for finding in own:
        for label in (finding.message, finding.hint):
            assert label.zh
            assert label.en
            assert not label.zh.endswith("。")
            assert not label.en.endswith(".")
    others = {finding.rule for finding in found if finding.severity is Severity.ERROR} - {rule.id}
    assert not others


@pytest.mark.parametrize("rule", RULES, ids=_ids)
def test_good_example_is_clean(rule: Rule, tmp_path: Path) -> None:
    """The mended example has no error and nothing that this rule objects to."""
    found = _findings(rule.good, tmp_path)
    assert [f for f in found if f.rule == rule.id or f.severity is Severity.ERROR] == []


@pytest.mark.parametrize("rule", RULES, ids=_ids)
def test_examples_are_of_one_kind(rule: Rule) -> None:
    """What is found while loading is shown by files, the rest by values; bad and good differ."""
    assert has_files(rule.bad) == has_files(rule.good) == (rule.check is None)
    assert rule.bad != rule.good
