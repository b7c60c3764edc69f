"""SARIF, held to the schema of OASIS and to what GitHub asks for and takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from msgspec import structs

from stdtree.label import Language
from stdtree.model.finding import Place
from stdtree.report import Look, Report, render
from stdtree.report.as_sarif import SHOWN
from tests.report.found import finding, mixed, report_of

SCHEMA = Path(__file__).parent / "schemas/sarif-2.1.0-rtm.5.json"
VALIDATOR = Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def run_of(report: Report, language: Language = "en") -> dict[str, Any]:
    """The one run of a log that the schema accepts."""
    log = json.loads(render(report, "sarif", Look(language)))
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_the_schema_objects_to_something() -> None:
    """It is the schema it seems to be."""
    assert not VALIDATOR.is_valid({"version": "2.1.0"})
    assert not VALIDATOR.is_valid({"version": "2.1.0", "runs": [{"tool": {}, "results": []}]})


@pytest.mark.parametrize("language", ["zh", "en"])
def test_results_and_their_rules(language: Language) -> None:
    """Each result names a rule that is explained, in the chosen language."""
    run = run_of(mixed(), language)
    rules = run["tool"]["driver"]["rules"]
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning", "note"]
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["help"]["text"].startswith({"zh": "为什么：", "en": "Why: "}[language])
    told = {"zh": "类目“甲”不妥\n改正它", "en": "the category “甲” is amiss\nmend it"}
    assert run["results"][2]["message"]["text"] == told[language]


def test_places_are_relative_uris() -> None:
    """From the root of the sources, escaped; what stands nowhere is shown in system.yaml."""
    places = [result["locations"][0]["physicalLocation"] for result in run_of(mixed())["results"]]
    assert places[0]["artifactLocation"]["uri"] == "taxonomy/system.yaml"
    assert places[2] == {
        "artifactLocation": {
            "uri": "taxonomy/categories/%E7%BB%84%2000002.yaml",
            "uriBaseId": "%SRCROOT%",
        },
        "region": {"startLine": 2, "startColumn": 7},
    }


def test_fingerprints_are_not_of_lines() -> None:
    """They stay when the finding moves or is reworded; equal ones are told apart."""
    first = finding("future-date")
    moved = structs.replace(first, message=first.hint, place=Place("elsewhere.yaml", 9))
    prints = [
        result["partialFingerprints"]["primaryLocationLineHash"]
        for result in run_of(report_of(first, moved))["results"]
    ]
    assert sorted(prints) == [first.fingerprint, f"{first.fingerprint}-2"]


def test_github_gets_no_more_than_it_keeps() -> None:
    """The worst of very many; the rest is counted in a notification."""
    notes = [finding("empty-category", "note", number=number) for number in range(1, SHOWN + 3)]
    run = run_of(report_of(*notes, finding("duplicate-code")))
    assert len(run["results"]) == SHOWN
    assert run["results"][0]["ruleId"] == "duplicate-code"
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"].startswith("3 more findings not listed")


def test_nothing_found() -> None:
    """An empty list of results says that what was there is mended."""
    run = run_of(report_of())
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]
