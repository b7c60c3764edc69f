"""What an edit does, told before it is done."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.edit import decode
from stdtree.label import Label
from stdtree.model.finding import Finding, Severity, Subject
from stdtree.tui.present.effects import effects, findings_told
from tests.trees import sample


@pytest.mark.parametrize(
    ("operation", "fields", "zh", "en"),
    [
        (
            "recode-category",
            {"id": "transfer", "code": "B9"},
            "改动 2 个类目\n编号变动 2 个：B11 → B91、B1 → B9",
            "2 codes change: B11 → B91, B1 → B9",
        ),
        ("add-category", {"parent": "basics", "name": {"zh": "新"}}, "新增 1 个类目", "1 categor"),
        (
            "move-standard",
            {"id": "gbt-1-2020", "to": "methods"},
            "改动 2 个类目、移动 1 项标准",
            "1 standards moved",
        ),
        (
            "retire-category",
            {"id": "incubation", "release": "1.1"},
            "1 个类目不再有效、1 处仍引用已失效的类目或标准",
            "1 references to what ends",
        ),
    ],
)
def test_counts_codes_and_references(
    operation: str, fields: dict[str, Any], zh: str, en: str
) -> None:
    """Of categories, standards and what refers to those that end."""
    told = effects(sample(), decode(operation, fields).apply(sample()))
    assert told.zh == zh
    assert en in told.en


def test_nothing_changes() -> None:
    """It says so."""
    assert effects(sample(), sample()).zh == "没有变化"


def test_findings_worst_first_and_counted() -> None:
    """Three are named, the rest is counted."""

    def finding(number: int, severity: Severity) -> Finding:
        message = Label(f"问题{number}", f"finding {number}")
        return Finding("rule", severity, Subject("category", f"c{number}"), message, message)

    come = [finding(n, Severity.NOTE) for n in range(4)] + [finding(9, Severity.ERROR)]
    assert findings_told(come, []).zh == "将出现问题 5 个：问题9；问题0；问题1 …"
    assert findings_told([], come[:1]).en == "findings to go, 1: finding 0"
    assert findings_told([], []).zh == ""
