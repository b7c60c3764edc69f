"""What the formats of code hosts share: they tell findings, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from stdtree.errors import UsageError
from stdtree.label import Label
from stdtree.model.names import several
from stdtree.model.output import FilePlace, FindingEntry, FindingsDocument
from stdtree.report import Report


def findings_of(report: Report, fmt: str) -> FindingsDocument:
    """The findings that a report tells. Raises UsageError if it tells something else."""
    if isinstance(report.data, FindingsDocument):
        return report.data
    raise UsageError(
        Label(f"格式 {fmt} 只用于校验结果", f"the format {fmt} is for the result of a check"),
        Label(f"输入 stdtree check --format {fmt}", f"type stdtree check --format {fmt}"),
    )


def worst_first(findings: Iterable[FindingEntry]) -> list[FindingEntry]:
    """Errors before warnings before notes, each by place: hosts cut at the end."""
    return sorted(findings, key=lambda finding: finding.severity.rank)


def alerts(
    findings: Iterable[FindingEntry], *, nowhere: str
) -> Iterator[tuple[FindingEntry, FilePlace, str]]:
    """Each finding with a place, which hosts ask for, and a fingerprint of its own.

    Of equal fingerprints the second ends in `-2`: hosts drop what repeats one, and say nothing.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.fingerprint] += 1
        number = seen[finding.fingerprint]
        told = finding.fingerprint if number == 1 else f"{finding.fingerprint}-{number}"
        yield finding, finding.place or FilePlace(nowhere), told


def left_out(count: int) -> Label:
    """How many findings a host is not told, and where they are."""
    return Label(
        f"另有 {count} 个问题未列出：stdtree check --all",
        f"{several(count, 'more finding')} not listed: stdtree check --all",
    )


def where(finding: FindingEntry) -> str:
    """`path:line:col`, or what it speaks of if that stands in no file."""
    place = finding.place
    if place is None:
        return f"{finding.subject.entity}/{finding.subject.id}"
    return f"{place.file}:{place.line}:{place.column}"
