"""Findings as checkers tell them."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from stdtree.label import Label, Language
from stdtree.model.finding import Finding, Place, Severity, Subject
from stdtree.model.output import FindingsDocument
from stdtree.report import Look, Report, formats, render
from stdtree.report.of_findings import LIMIT, MOST, of_findings
from tests.golden import assert_golden
from tests.report.found import finding, report_of

GOLDEN = Path(__file__).parent / "golden"
FINDINGS = (
    Finding(
        rule="missing-translation",
        severity=Severity.NOTE,
        subject=Subject("category", "brokers"),
        message=Label("“B11 类目brokers”缺少英文名称", "B11 类目brokers has no English title"),
        hint=Label("补上 title.en", "add title.en"),
        field=("title", "en"),
        place=Place("taxonomy/categories/brokers.yaml", 3, 1),
    ),
    Finding(
        rule="duplicate-code",
        severity=Severity.ERROR,
        subject=Subject("category", "incubation"),
        message=Label("编号 B1 用了两次", "the code B1 is used twice"),
        hint=Label("给其中一个换一个编号", "give one of them another code"),
        field=("code",),
        related=("transfer",),
        place=Place("taxonomy/categories/incubation.yaml", 2, 7),
    ),
)


def report() -> Report:
    """Both findings in eight files."""
    return of_findings(FINDINGS, files=8, categories=8, standards=4)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_text(language: Language) -> None:
    """`path:line:col: severity rule message`, the hint below, the totals last."""
    assert_golden(GOLDEN / f"findings.{language}.txt", render(report(), "text", Look(language)))


def test_markdown_fits_into_a_comment() -> None:
    """The worst are kept, in their order; what is left out is counted."""
    many = [finding("empty-category", "warning", number=at, title="长" * 90) for at in range(600)]
    many += [finding("duplicate-code", number=number) for number in (5, 595)]
    told = render(report_of(*many, most=1000), "markdown", Look("en"))
    assert 40_000 < len(told) <= LIMIT
    kept = told.count("**error**") + told.count(" warning empty-category")
    assert told.count("**error**") == 2
    assert f"and {602 - kept} more are not listed" in told
    assert told.index("组 00005.yaml:5:7: **error**") < told.index("组 00006.yaml")
    whole = render(report_of(*many), "markdown", Look("en"))
    assert whole.count("warning empty-category") == 600


def test_what_stays_folded_is_not_counted_as_missing() -> None:
    """The line of many equal notes says itself how many there are."""
    many = [finding("empty-category", "note", number=number) for number in range(700)]
    told = render(report_of(*many, most=1000), "markdown", Look("en"))
    assert "700 times" in told
    assert "more are not listed" not in told


def test_markdown() -> None:
    """The same as a list."""
    assert_golden(GOLDEN / "findings.en.md", render(report(), "markdown", Look("en")))


def test_json() -> None:
    """The document keeps every finding with its fingerprint and reads back."""
    text = render(report(), "json", Look())
    assert_golden(GOLDEN / "findings.json", text)
    document = msgspec.json.decode(text, type=FindingsDocument)
    by_rule = {entry.rule: entry for entry in document.findings}
    assert by_rule["duplicate-code"].fingerprint == FINDINGS[1].fingerprint
    assert (document.summary.error, document.summary.warning, document.summary.note) == (1, 0, 1)


def test_nothing_found_says_so() -> None:
    """A clean check says what was checked."""
    clean = of_findings((), files=1, categories=2, standards=1)
    told = render(clean, "text", Look("en"))
    assert told == "No problems in 1 file, 2 categories, 1 standard.\n"


def test_order_is_that_of_the_places() -> None:
    """However they are handed over, findings are told by place."""
    backwards = of_findings(reversed(FINDINGS), files=8, categories=8, standards=4)
    assert render(backwards, "json", Look()) == render(report(), "json", Look())


def many(rule: str, severity: Severity, count: int) -> tuple[Finding, ...]:
    """Findings of one rule, each of another category."""
    return tuple(
        Finding(
            rule=rule,
            severity=severity,
            subject=Subject("category", f"c{number}"),
            message=Label(f"第 {number} 个", f"number {number}"),
            hint=Label("改", "mend"),
            place=Place(f"taxonomy/categories/c{number:06}.yaml"),
        )
        for number in range(count)
    )


def lines(findings: tuple[Finding, ...], *, every: bool = False) -> list[str]:
    """What a terminal shows, without and with `--all`."""
    most = None if every else MOST
    told = of_findings(findings, files=1, categories=1, standards=0, most=most)
    return render(told, "text", Look("en", unfold=every)).splitlines()


def test_notes_that_repeat_are_one_line() -> None:
    """Thirty gaps do not bury an error; `--all` opens them."""
    found = (*many("empty-category", Severity.NOTE, 30), FINDINGS[1])
    assert len(lines(found)) == 5
    assert "note empty-category 30 times (--all lists them), such as: number 0" in lines(found)
    assert sum("note empty-category number" in line for line in lines(found, every=True)) == 30


def test_of_very_many_the_worst_are_listed_and_the_rest_is_counted() -> None:
    """An error at the end of two thousand warnings is seen, in every format."""
    found = (*many("future-date", Severity.WARNING, 2 * MOST), FINDINGS[1])
    told = of_findings(found, files=1, categories=1, standards=0)
    for fmt in formats():
        text = render(told, fmt, Look("en"))
        assert "duplicate-code" in text
        assert "number 0" in text
        assert f"number {MOST - 1}" not in text
        assert str(MOST + 1) in text
    assert lines(found)[-1].endswith("1001 of them are not listed: stdtree check --all")
    assert sum("future-date" in line for line in lines(found, every=True)) == 2 * MOST
