"""Which findings are shown, and under which headings."""

from __future__ import annotations

from stdtree.label import same
from stdtree.model.finding import Finding, Severity, Subject
from stdtree.tui.present.finding_list import Filter, Head, by_rule, chosen, counted
from tests.trees import sample


def finding(rule: str, severity: Severity, about: str) -> Finding:
    """A finding of a category."""
    return Finding(rule, severity, Subject("category", about), same("…"), same("…"))


FINDINGS = (
    finding("duplicate-code", Severity.ERROR, "terms"),
    finding("untidy-text", Severity.WARNING, "transfer"),
    finding("untidy-text", Severity.WARNING, "brokers"),
    finding("empty-category", Severity.NOTE, "methods"),
)


def test_by_severity_rule_and_branch() -> None:
    """Each narrows what the others leave."""
    tree = sample()
    assert chosen(FINDINGS, tree, Filter()) == FINDINGS
    assert chosen(FINDINGS, tree, Filter(worst=Severity.ERROR)) == FINDINGS[:1]
    assert chosen(FINDINGS, tree, Filter(worst=Severity.WARNING)) == FINDINGS[:3]
    assert chosen(FINDINGS, tree, Filter(rule="untidy-text")) == FINDINGS[1:3]
    assert chosen(FINDINGS, tree, Filter(under="fields")) == FINDINGS[1:3]
    assert chosen(FINDINGS, tree, Filter(rule="untidy-text", under="basics")) == ()


def test_under_headings_the_worst_first() -> None:
    """With how many there are; a closed heading hides them."""
    rows = list(by_rule(FINDINGS, {"untidy-text"}))
    heads = [row for row in rows if isinstance(row, Head)]
    assert [(head.rule, head.many) for head in heads] == [
        ("duplicate-code", 1),
        ("untidy-text", 2),
        ("empty-category", 1),
    ]
    assert FINDINGS[1] not in rows
    assert FINDINGS[0] in rows


def test_the_count_says_of_how_many() -> None:
    """And which ones they are."""
    assert counted(FINDINGS, FINDINGS, same(""), "zh") == " (✗1 ⚠2 ·1)"
    wanted = Filter(worst=Severity.ERROR).told(sample())
    assert counted(FINDINGS, FINDINGS[:1], wanted, "zh") == " (✗1/4) · 只看错误"
    assert counted((), (), same(""), "zh") == " (0)"
