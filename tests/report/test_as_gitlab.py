"""Code Quality reports, held to the shape that GitLab documents."""

from __future__ import annotations

import json
from typing import Any

from stdtree.label import Language
from stdtree.report import Look, Report, render
from tests.report.found import finding, mixed, report_of


def entries(report: Report, language: Language = "en") -> list[dict[str, Any]]:
    """What GitLab reads; every key is one it asks for."""
    found: list[dict[str, Any]] = json.loads(render(report, "gitlab", Look(language)))
    for entry in found:
        assert entry.keys() == {
            "description", "check_name", "fingerprint", "severity", "location",
        }  # fmt: skip
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert isinstance(entry["location"]["lines"]["begin"], int)
        assert not entry["location"]["path"].startswith(("/", "./"))
    return found


def test_each_finding_is_an_entry() -> None:
    """The worst first, in the user's language, what stands nowhere in system.yaml."""
    found = entries(mixed())
    assert [entry["severity"] for entry in found] == ["major", "major", "minor", "info"]
    assert found[0]["location"] == {"path": "taxonomy/system.yaml", "lines": {"begin": 1}}
    assert found[2]["description"] == "the category “甲” is amiss (mend it)"
    assert entries(mixed(), "zh")[2]["description"] == "类目“甲”不妥（改正它）"
    assert "\x1b" not in found[1]["description"]


def test_no_fingerprint_repeats() -> None:
    """GitLab drops repeated ones silently; the first keeps its own, so that it stays the same."""
    same = [finding("future-date"), finding("future-date"), finding("future-date", number=2)]
    prints = [entry["fingerprint"] for entry in entries(report_of(*same))]
    assert prints[:2] == [same[0].fingerprint, f"{same[0].fingerprint}-2"]
    assert len(set(prints)) == len(prints)


def test_what_was_left_out_is_counted() -> None:
    """In an entry of its own, the last."""
    found = entries(report_of(*(finding("future-date", number=n) for n in range(1, 5)), most=2))
    assert len(found) == 3
    assert found[-1]["description"].startswith("2 more findings not listed")


def test_nothing_found_is_an_empty_list() -> None:
    """Which GitLab needs to see that what was there is mended."""
    assert entries(report_of()) == []
