"""Rows of the list of findings, and the place in the tree each one speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import cast

from stdtree.label import Label, Language
from stdtree.model import names, words
from stdtree.model.change import ChangedEntity
from stdtree.model.finding import Finding, Severity, Subject
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.text import text_in
from stdtree.tui.present.hint import hint_shown
from stdtree.tui.present.line import Line, Piece, Style
from stdtree.tui.present.tree import ERROR_MARK, WARNING_MARK

STYLE: dict[Severity, Style] = {
    Severity.ERROR: "bad",
    Severity.WARNING: "warn",
    Severity.NOTE: "dim",
    Severity.OFF: "dim",
}
MARK: dict[Severity, str] = {
    Severity.ERROR: ERROR_MARK,
    Severity.WARNING: WARNING_MARK,
    Severity.NOTE: "·",
    Severity.OFF: " ",
}
NOTHING = Label("没有问题", "no findings")


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors before warnings before notes; those of a check come by place, and stay so."""
    by_severity: dict[Severity, list[Finding]] = {severity: [] for severity in Severity}
    for finding in findings:
        by_severity[finding.severity].append(finding)
    return tuple(chain.from_iterable(by_severity.values()))


def home_of(finding: Finding, taxonomy: Taxonomy) -> CategoryId | None:
    """The category under which a finding is shown."""
    if finding.subject.entity == "category" and taxonomy.get(finding.subject.id):
        return finding.subject.id
    if finding.subject.entity == "standard":
        placed = taxonomy.standard(finding.subject.id)
        return placed.home if placed else None
    return None


def subject_called(subject: Subject, taxonomy: Taxonomy, language: Language) -> str:
    """The subject in the user's words: code and title, standard number, name."""
    if subject.entity == "standard" and (placed := taxonomy.standard(subject.id)):
        return placed.standard.number or text_in(placed.standard.title, language)
    if subject.entity in words.ENTITY:
        return names.named(taxonomy, cast("ChangedEntity", subject.entity), subject.id).in_(
            language
        )
    return subject.id


def counts(findings: Iterable[Finding]) -> str:
    """How many of each severity, by their marks: "✗1 ⚠2 ·3"."""
    severities = [finding.severity for finding in findings]
    shown = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    return " ".join(
        f"{MARK[severity]}{severities.count(severity)}"
        for severity in shown
        if severity in severities
    )


def finding_line(finding: Finding, taxonomy: Taxonomy, language: Language) -> Line:
    """Mark, subject, message, and the way out."""
    return Line(
        (
            Piece(f"{MARK[finding.severity]} ", STYLE[finding.severity]),
            Piece(f"{subject_called(finding.subject, taxonomy, language)}  ", "strong"),
            Piece(finding.message.in_(language)),
            Piece(f"  → {hint_shown(finding.hint, language)}", "dim"),
        ),
        (Piece(f" {finding.rule}", "dim"),),
        finding.subject,
    )


def shortened(shown: Line) -> Line:
    """A line of a finding without its rule, and without a subject that the message names anyway."""
    mark, subject, message, *rest = shown.left
    words = subject.text.split(maxsplit=1)
    is_said = all(word.strip() in message.text for word in words)
    return shown._replace(left=(mark, *(() if is_said else (subject,)), message, *rest), right=())
