"""Findings as checks make them, for the tests of the formats of code hosts."""

from __future__ import annotations

from msgspec.structs import replace

from stdtree import rules
from stdtree.label import Label
from stdtree.model.finding import Finding, Place, Severity, Subject
from stdtree.report import Report
from stdtree.report.of_findings import of_findings

HOSTILE = "类目%“a,b:c”\r\n::error::\x1b[31m\u202e<x>&]]>\ufffe"
"""A title that would steer a log, a terminal or an XML reader."""


def finding(rule: str, severity: str = "error", *, number: int = 1, title: str = "甲") -> Finding:
    """A finding of the rule, of another category for each number."""
    return Finding(
        rule=rule,
        severity=Severity(severity),
        subject=Subject("category", f"c{number}"),
        message=Label(f"类目“{title}”不妥", f"the category “{title}” is amiss"),
        hint=Label("改正它", "mend it"),
        field=("title", "en"),
        place=Place(f"taxonomy/categories/组 {number:05}.yaml", number, 7),
    )


def report_of(*findings: Finding, most: int | None = None) -> Report:
    """The result of a check that found them."""
    report = of_findings(findings, files=2, categories=3, standards=4, most=most)
    return replace(report, legend=rules.catalogue)


def mixed() -> Report:
    """A note, a warning and two errors, one of them hostile and one in no file."""
    gone = Finding(
        rule="lost-category",
        severity=Severity.ERROR,
        subject=Subject("category", "gone"),
        message=Label("不见了", "it is gone"),
        hint=Label("恢复它", "bring it back"),
    )
    return report_of(
        finding("empty-category", "note", number=1),
        finding("future-date", "warning", number=2),
        finding("duplicate-code", "error", number=3, title=HOSTILE),
        gone,
    )
