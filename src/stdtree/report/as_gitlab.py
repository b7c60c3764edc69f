"""Code Quality report of GitLab: a JSON list that merge requests compare with the target branch.

GitLab counts no entries, but the bytes of an artifact; what a check leaves out is an entry, too.
https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stdtree.label import Language
from stdtree.model.output import FilePlace, FindingEntry
from stdtree.report import Look, Report
from stdtree.report.for_hosts import alerts, findings_of, left_out, worst_first
from stdtree.safe import safe

_SEVERITIES: Mapping[str, str] = {"error": "major", "warning": "minor", "note": "info"}
"""`critical` and `blocker` are for programs that crash."""


def render(report: Report, look: Look) -> str:
    """One entry for each finding, with a fingerprint that no other has. Raises UsageError."""
    import json

    document = findings_of(report, "gitlab")
    entries = [
        _entry(finding, (fingerprint, place), look.language)
        for finding, place, fingerprint in alerts(
            worst_first(document.findings), nowhere=report.nowhere
        )
    ]
    if document.summary.omitted:
        told = left_out(document.summary.omitted).in_(look.language)
        head = ("stdtree", "stdtree-omitted", "info")
        entries.append(_row(told, head, FilePlace(report.nowhere)))
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(
    finding: FindingEntry, known: tuple[str, FilePlace], language: Language
) -> dict[str, Any]:
    fingerprint, place = known
    message, hint = finding.message.in_(language), finding.hint.in_(language)
    told = f"{message}（{hint}）" if language == "zh" else f"{message} ({hint})"
    head = (finding.rule, fingerprint, _SEVERITIES[finding.severity])
    return _row(told, head, place)


def _row(told: str, head: tuple[str, str, str], place: FilePlace) -> dict[str, Any]:
    rule, fingerprint, severity = head
    return {
        "description": safe(told),
        "check_name": rule,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": place.file, "lines": {"begin": place.line}},
    }
