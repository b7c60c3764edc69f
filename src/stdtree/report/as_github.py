"""Workflow commands of GitHub Actions: each finding a line that becomes an annotation.

GitHub makes annotations of the first ten errors, ten warnings and ten notices of a step and lists
the rest in the log alone. So the worst come first, and a notice counts what it will not show.
https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from stdtree.label import Label, Language
from stdtree.model.finding import Severity
from stdtree.model.names import several
from stdtree.model.output import DifferenceDocument, FilePlace, FindingEntry, FindingsDocument
from stdtree.model.output_bump import BumpDocument
from stdtree.model.words import SEVERITY
from stdtree.report import Look, Report, notices
from stdtree.report.for_hosts import findings_of, left_out, where, worst_first
from stdtree.report.notices import Notice
from stdtree.safe import safe

SHOWN = 10
"""Annotations of one kind that a step may have."""
_COMMANDS: Mapping[str, str] = {"error": "error", "warning": "warning", "note": "notice"}
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def render(report: Report, look: Look) -> str:
    """`::error file=…,line=…,col=…,title=…::message`, the worst first. Raises UsageError.

    Of a difference, and of a release number, notices: they tell what changed, not what is wrong.
    """
    if isinstance(report.data, DifferenceDocument):
        lines = [_notice(one, look.language) for one in notices.of_difference(report.data)]
    elif isinstance(report.data, BumpDocument):
        lines = [_notice(one, look.language) for one in notices.of_bump(report.data)]
    else:
        lines = _of_findings(findings_of(report, "github"), look.language)
    return "".join(f"{line}\n" for line in lines)


def _of_findings(document: FindingsDocument, language: Language) -> list[str]:
    """A line for each, the worst first; before the notes, what gets no annotation."""
    findings = worst_first(document.findings)
    lines = [_annotation(finding, language) for finding in findings]
    notes = sum(finding.severity is Severity.NOTE for finding in findings)
    lines[len(lines) - notes : len(lines) - notes] = _rest(document, language)
    return lines


def _notice(notice: Notice, language: Language) -> str:
    properties = _at(notice.place) | {"title": notice.title.in_(language)}
    return _command(notice.kind, properties, notice.message.in_(language))


def _at(place: FilePlace | None) -> dict[str, str]:
    """The properties by which an annotation is shown beside a line."""
    if place is None:
        return {}
    return {"file": place.file, "line": str(place.line), "col": str(place.column)}


def _annotation(finding: FindingEntry, language: Language) -> str:
    properties = _at(finding.place) | {"title": finding.rule}
    told = (
        f"{where(finding)} {finding.message.in_(language)}",
        finding.hint.in_(language),
    )
    return _command(_COMMANDS[finding.severity], properties, "\n".join(told))


def _rest(document: FindingsDocument, language: Language) -> Iterator[str]:
    """A notice about what gets no annotation; it takes one of the ten notices itself."""
    counted = Counter(finding.severity for finding in document.findings)
    beyond = {severity: max(count - SHOWN, 0) for severity, count in counted.items()}
    unlisted = document.summary.omitted
    if not any(beyond.values()) and not unlisted:
        return
    if counted[Severity.NOTE] >= SHOWN:
        beyond[Severity.NOTE] += 1
    told = []
    if count := sum(beyond.values()):
        worst = min((s for s in beyond if beyond[s]), key=lambda severity: severity.rank)
        told.append(_unmarked(count, worst))
    if unlisted:
        told.append(left_out(unlisted))
    message = "\n".join(label.in_(language) for label in told)
    yield _command("notice", {"title": "stdtree check"}, message)


def _unmarked(count: int, worst: Severity) -> Label:
    """How many findings are in the log alone, and how bad the worst of them is."""
    return Label(
        f"另有 {count} 个问题没有标注（最严重的为{SEVERITY[worst].zh}），见本步骤的日志",
        f"{several(count, 'more finding')} without an annotation, the worst: {worst};"
        " see the log of this step",
    )


def _command(name: str, properties: Mapping[str, str], message: str) -> str:
    told = ",".join(
        f"{key}={safe(value).translate(_IN_PROPERTIES)}" for key, value in properties.items()
    )
    return f"::{name} {told}::{safe(message, newlines=True).translate(_IN_MESSAGES)}"
