"""Where things stand."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from stdtree.label import Label, same
from stdtree.model.finding import Finding, Severity, Subject
from stdtree.report import Look, render
from stdtree.report.of_status import of_status
from tests.differences import small

NONE = replace(small(), changes=(), events=())
FOUND = Finding(
    rule="schema",
    severity=Severity.ERROR,
    subject=Subject("file", "x"),
    message=same("x"),
    hint=same("x"),
)


def test_changes_since_the_commit() -> None:
    """Branch, unsaved steps, and the changes in words."""
    told = render(of_status(small(), branch="draft-1.1", unsaved=1), "text", Look("en"))
    assert told.startswith(
        "On branch draft-1.1\n\nNo errors and no warnings.\n\n"
        "1 category not saved: stdtree edit recover\n\n16 changes not committed:\n"
    )
    assert "~ B1 → B4 Technology transfer · recoded" in told


def test_nothing_changed() -> None:
    """A clean state is three lines; a detached HEAD is said."""
    told = render(of_status(NONE, branch=None), "text", Look("zh"))
    assert told == (
        "当前不在任何分支上（游离的 HEAD）。\n\n校验没有错误和警告。\n\n内容与上次提交相同。\n"
    )


def test_what_stands_in_the_way() -> None:
    """A merge that waits, findings by severity, and what could not be read."""
    waiting = Label("分支合并尚未完成", "a merge is under way")
    unread = replace(NONE, warnings=(Label("无法读取", "not readable in WORK: x"),))
    found = [FOUND, FOUND, msgspec.structs.replace(FOUND, severity=Severity.WARNING)]
    report = of_status(unread, branch="main", under_way=waiting, findings=found)
    told = render(report, "text", Look("en")).splitlines()
    assert told[2:7:2] == [
        "a merge is under way",
        "2 errors and 1 warning: stdtree check",
        "not readable in WORK: x",
    ]
