"""SARIF 2.1.0, an OASIS standard: for code scanning of GitHub, Azure DevOps and editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import Any

from stdtree.label import Label, Language, same
from stdtree.model.finding import Severity
from stdtree.model.output import FilePlace, FindingEntry, FindingsDocument
from stdtree.report import Explained, Look, Report
from stdtree.report.for_hosts import alerts, findings_of, left_out, worst_first
from stdtree.safe import safe

SHOWN = 5000
"""Results of a run that GitHub keeps; of more than 25,000 it refuses the whole file."""
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LANGUAGES: Mapping[Language, str] = {"zh": "zh-CN", "en": "en"}
_WHY, _FIX = Label("为什么：", "Why: "), Label("怎么办：", "What to do: ")


def render(report: Report, look: Look) -> str:
    """One run: the rules that found something in words, and what they found, the worst first.

    Raises UsageError for a report of something else than findings.
    """
    import json

    document = findings_of(report, "sarif")
    shown = worst_first(document.findings)[:SHOWN]
    rules = sorted({finding.rule for finding in shown})
    legend = report.legend() if report.legend and rules else {}
    run = {
        "tool": {"driver": _driver(rules, legend, look.language)},
        "language": _LANGUAGES[look.language],
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(document, len(shown), look.language)],
        "results": [
            _result(finding, place, fingerprint=told, at=rules.index(finding.rule), look=look)
            for finding, place, told in alerts(shown, nowhere=report.nowhere)
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _driver(
    rules: Iterable[str], legend: Mapping[str, Explained], language: Language
) -> dict[str, Any]:
    told = [_rule(rule, legend.get(rule), language) for rule in rules]
    version = sys.modules["stdtree"].__version__  # by import it would stand above the engines
    return {"name": "stdtree", "semanticVersion": version, "rules": told}


def _rule(rule_id: str, rule: Explained | None, language: Language) -> dict[str, Any]:
    if rule is None:
        return {"id": rule_id}
    level = "none" if rule.severity is Severity.OFF else rule.severity.value
    help_ = _WHY + rule.why + same("\n\n") + _FIX + rule.fix
    return {
        "id": rule_id,
        "shortDescription": _text(rule.title, language),
        "fullDescription": _text(rule.why, language),
        "help": _text(help_, language),
        "defaultConfiguration": {"level": level},
    }


def _result(
    finding: FindingEntry, place: FilePlace, *, fingerprint: str, at: int, look: Look
) -> dict[str, Any]:
    """A result; `at` is where its rule stands in the list of rules."""
    from urllib.parse import quote

    subject = finding.subject
    physical = {
        "artifactLocation": {"uri": quote(place.file), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": place.line, "startColumn": place.column},
    }
    logical = {"name": subject.id, "fullyQualifiedName": f"{subject.entity}/{subject.id}"}
    return {
        "ruleId": finding.rule,
        "ruleIndex": at,
        "level": finding.severity.value,
        "message": _text(finding.message + same("\n") + finding.hint, look.language),
        "locations": [{"physicalLocation": physical, "logicalLocations": [logical]}],
        # the first is the one by which GitHub recognizes an alert
        "partialFingerprints": {"primaryLocationLineHash": fingerprint, "stdtree/v1": fingerprint},
    }


def _invocation(document: FindingsDocument, shown: int, language: Language) -> dict[str, Any]:
    """That the check went through, and how many findings are not told."""
    omitted = document.summary.omitted + len(document.findings) - shown
    if not omitted:
        return {"executionSuccessful": True}
    told = {"level": "note", "message": _text(left_out(omitted), language)}
    return {"executionSuccessful": True, "toolExecutionNotifications": [told]}


def _text(label: Label, language: Language) -> dict[str, str]:
    return {"text": safe(label.in_(language), newlines=True)}
