"""Findings told as checkers do: one line each with place, severity and rule; a summary last.

What would bury the rest is folded or left out and counted: notes that repeat, and, of very many
findings, all but the worst.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import structs

from stdtree.label import Label, same
from stdtree.model.finding import Finding, Place, Severity, sort_key
from stdtree.model.names import several
from stdtree.model.output import FilePlace, FindingEntry, FindingsDocument, FindingsSummary
from stdtree.report import Block, Cell, Item, Listing, Paragraph, Report, Style

_STYLES: Mapping[Severity, Style] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "warn",
    Severity.NOTE: "dim",
    Severity.OFF: "dim",
}
FEW = 3
"""So many notes of a rule stand by themselves; more are one line that opens."""
MOST = 1000
"""So many findings are told, the worst ones; the rest is counted."""
LIMIT = 60_000
"""Characters of a document: forges take no more than some 65,000 in a comment."""


class Paths(NamedTuple):
    """What files are called, whose paths in findings begin at the root of the system."""

    inside: str = ""
    """From the root of the repository to that of the system, with `/`: for machines."""
    here: Callable[[str], str] = str
    """From where the reader is: for people."""


PLAIN = Paths()


def of_findings(  # noqa: PLR0913 -- three totals
    findings: Iterable[Finding],
    *,
    files: int,
    categories: int,
    standards: int,
    most: int | None = MOST,
    paths: Paths = PLAIN,
) -> Report:
    """`path:line:col: severity rule message` for each, its hint below, and the totals.

    At most `most` findings are told, errors before notes, and fewer in a document that is to fit
    into a comment; None tells them all.
    """
    found = tuple(sorted(findings, key=sort_key))
    counted = Counter(finding.severity for finding in found)
    shown = found
    if most is not None and len(found) > most:
        worst = sorted(found, key=lambda finding: finding.severity.rank)[:most]
        shown = tuple(sorted(worst, key=sort_key))
    summary = FindingsSummary(
        files=files,
        categories=categories,
        standards=standards,
        error=counted[Severity.ERROR],
        warning=counted[Severity.WARNING],
        note=counted[Severity.NOTE],
        omitted=len(found) - len(shown),
    )
    blocks: tuple[Block, ...] = (Listing(tuple(_items(shown, paths.here))),) if found else ()
    return Report(
        Label("校验结果", "Result of the check"),
        (*blocks, _told(summary)),
        FindingsDocument(
            format="stdtree-findings/1",
            summary=summary,
            findings=tuple(_entry(finding, paths.inside) for finding in shown),
        ),
        limit=LIMIT if most is not None else None,
        nowhere=f"{paths.inside}taxonomy/system.yaml",
    )


def _items(found: Sequence[Finding], here: Callable[[str], str]) -> Iterator[Item]:
    """A line for each finding; notes that repeat are one line at the end."""
    notes: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.severity is Severity.NOTE:
            notes.setdefault(finding.rule, []).append(finding)
    for finding in found:
        if finding.severity is not Severity.NOTE or len(notes[finding.rule]) <= FEW:
            yield _item(finding, here)
    for rule, group in sorted(notes.items()):
        if len(group) > FEW:
            yield _group(rule, group, here)


def _group(rule: str, notes: Sequence[Finding], here: Callable[[str], str]) -> Item:
    """All notes of a rule: how many, and the first as an example."""
    many = Label(
        f"{len(notes)} 处（--all 全部列出），例如：",
        f"{len(notes)} times (--all lists them), such as: ",
    )
    cells = (
        Cell(same(Severity.NOTE.value), _STYLES[Severity.NOTE]),
        Cell(same(rule), "dim"),
        Cell(many + notes[0].message),
    )
    below = tuple(structs.replace(_item(note, here), counts=0) for note in notes)
    rank = Severity.NOTE.rank
    return Item(cells, below, folded=True, counts=len(notes), rank=rank)


def _item(finding: Finding, here: Callable[[str], str]) -> Item:
    place = finding.place
    where = f"{finding.subject.entity}/{finding.subject.id}"
    if place is not None:
        where = str(structs.replace(place, path=here(place.path)))
    cells = (
        Cell(same(f"{where}:")),
        Cell(same(finding.severity.value), _STYLES[finding.severity]),
        Cell(same(finding.rule), "dim"),
        Cell(finding.message),
    )
    below = (Item((Cell(finding.hint, "dim"),)),)
    return Item(cells, below, counts=1, rank=finding.severity.rank)


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
    if summary.omitted:
        found += Label(
            f"其中 {summary.omitted} 个未列出：stdtree check --all",
            f" {summary.omitted} of them are not listed: stdtree check --all",
        )
    style: Style = "bad" if summary.error else "warn" if summary.warning else "good"
    return Paragraph(found, style)


def _entry(finding: Finding, inside: str) -> FindingEntry:
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
        place=_hosted(place, inside) if place else None,
        fix=finding.fix,
    )


def _hosted(place: Place, inside: str) -> FilePlace:
    """A place from the root of the repository, unless it is outside."""
    path = place.path if place.path.startswith("/") else inside + place.path
    return FilePlace(path, place.line, place.column)
