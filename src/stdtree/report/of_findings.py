"""Findings told as checkers do: one line each with place, severity and rule; a summary last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from stdtree.label import Label, same
from stdtree.model.finding import Finding, Severity, sort_key
from stdtree.model.names import several
from stdtree.model.output import FilePlace, FindingEntry, FindingsDocument, FindingsSummary
from stdtree.report import Block, Cell, Item, Listing, Paragraph, Report, Style

_STYLES: Mapping[Severity, Style] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "warn",
    Severity.NOTE: "dim",
    Severity.OFF: "dim",
}


def of_findings(
    findings: Iterable[Finding], *, files: int, categories: int, standards: int
) -> Report:
    """`path:line:col: severity rule message` for each, its hint below, and the totals."""
    found = tuple(sorted(findings, key=sort_key))
    counted = Counter(finding.severity for finding in found)
    summary = FindingsSummary(
        files=files,
        categories=categories,
        standards=standards,
        error=counted[Severity.ERROR],
        warning=counted[Severity.WARNING],
        note=counted[Severity.NOTE],
    )
    blocks: tuple[Block, ...] = (
        (Listing(tuple(_item(finding) for finding in found)),) if found else ()
    )
    return Report(
        Label("校验结果", "Result of the check"),
        (*blocks, _told(summary)),
        FindingsDocument(
            format="stdtree-findings/1",
            summary=summary,
            findings=tuple(_entry(finding) for finding in found),
        ),
    )


def _item(finding: Finding) -> Item:
    place = finding.place or f"{finding.subject.entity}/{finding.subject.id}"
    cells = (
        Cell(same(f"{place}:")),
        Cell(same(finding.severity.value), _STYLES[finding.severity]),
        Cell(same(finding.rule), "dim"),
        Cell(finding.message),
    )
    return Item(cells, (Item((Cell(finding.hint, "dim"),)),))


def _told(summary: FindingsSummary) -> Paragraph:
    zh = f"{summary.files} 个文件，{summary.categories} 个类目，{summary.standards} 项标准"
    en = (
        f"{several(summary.files, 'file')},"
        f" {several(summary.categories, 'category', 'categories')},"
        f" {several(summary.standards, 'standard')}"
    )
    if not summary.error + summary.warning + summary.note:
        return Paragraph(Label(f"{zh}：没有问题。", f"No problems in {en}."), "good")
    found = Label(
        f"{zh}：{summary.error} 个错误，{summary.warning} 个警告，{summary.note} 个提示。",
        f"{several(summary.error, 'error')}, {several(summary.warning, 'warning')}, "
        f"{several(summary.note, 'note')} in {en}.",
    )
    return Paragraph(found, "bad" if summary.error else "warn")


def _entry(finding: Finding) -> FindingEntry:
    place = finding.place
    return FindingEntry(
        rule=finding.rule,
        severity=finding.severity,
        subject=finding.subject,
        message=finding.message,
        hint=finding.hint,
        fingerprint=finding.fingerprint,
        field=finding.field,
        related=finding.related,
        place=FilePlace(place.path, place.line, place.column) if place else None,
    )
