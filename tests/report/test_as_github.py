"""Workflow commands: what GitHub makes annotations of."""

from __future__ import annotations

import re

import pytest
from msgspec import structs

from stdtree.errors import UsageError
from stdtree.label import Label
from stdtree.model.finding import Place
from stdtree.report import Look, Report, render
from tests.report.found import finding, mixed, report_of

COMMAND = re.compile(r"::(?P<kind>error|warning|notice) (?P<properties>[^:]*)::(?P<message>.*)")


def commands(report: Report) -> list[re.Match[str]]:
    """Every line, which must be a command."""
    lines = render(report, "github", Look("en")).splitlines()
    found = [COMMAND.fullmatch(line) for line in lines]
    assert all(found), lines
    return [each for each in found if each]


def test_each_finding_is_a_command_and_the_worst_comes_first() -> None:
    """File, line, column and rule; the place is told again in the message, the hint below it."""
    made = commands(mixed())
    assert [each["kind"] for each in made] == ["error", "error", "warning", "notice"]
    assert made[2]["properties"] == (
        "file=taxonomy/categories/组 00002.yaml,line=2,col=7,title=future-date"
    )
    assert made[2]["message"] == (
        "taxonomy/categories/组 00002.yaml:2:7 the category “甲” is amiss%0Amend it"
    )
    assert made[0]["properties"] == "title=lost-category"


def test_the_users_language() -> None:
    """Messages and hints are those of --lang."""
    assert "类目“甲”不妥%0A改正它" in render(mixed(), "github", Look("zh"))


def test_data_cannot_make_commands() -> None:
    """What is in a title stays in its message: one line, percent signs escaped, no terminal."""
    (hostile,) = (each["message"] for each in commands(mixed()) if "duplicate" in each[0])
    assert "%25" in hostile
    assert "␛" in hostile
    assert "⟦U+202E⟧" in hostile
    odd = structs.replace(finding("future-date"), place=Place("a,b:c%/组.yaml"))
    assert "file=a%2Cb%3Ac%25/组.yaml," in render(report_of(odd), "github", Look())


@pytest.mark.parametrize(("errors", "notes", "unmarked"), [(10, 10, 0), (11, 0, 1), (13, 12, 6)])
def test_what_gets_no_annotation_is_counted(errors: int, notes: int, unmarked: int) -> None:
    """GitHub shows ten of a kind; the notice that counts stands before the notes it displaces."""
    found = [
        *(finding("duplicate-code", number=number) for number in range(1, errors + 1)),
        *(finding("empty-category", "note", number=number) for number in range(1, notes + 1)),
    ]
    made = commands(report_of(*found))
    summaries = [each for each in made if each["properties"] == "title=stdtree check"]
    assert len(made) == errors + notes + len(summaries)
    assert len(summaries) == (1 if unmarked else 0)
    if unmarked:
        assert made.index(summaries[0]) == errors
        assert re.match(rf"{unmarked} more findings? without", summaries[0]["message"])


def test_what_the_check_left_out_is_counted_too() -> None:
    """Of very many findings a report holds the worst; the notice says how many there are."""
    found = [finding("future-date", "warning", number=number) for number in range(1, 9)]
    (summary,) = (each for each in commands(report_of(*found, most=5)) if each["kind"] == "notice")
    assert "3 more findings not listed" in summary["message"]


@pytest.mark.parametrize("fmt", ["github", "gitlab", "sarif", "junit"])
def test_they_tell_findings_alone(fmt: str) -> None:
    """Another report is refused, with what to type."""
    with pytest.raises(UsageError, match=fmt) as refused:
        render(Report(Label("差异", "Difference"), ()), fmt, Look())
    assert refused.value.hint is not None
    assert f"stdtree check --format {fmt}" in refused.value.hint.en
