"""Where things stand."""

from __future__ import annotations

from dataclasses import replace

from stdtree.report import Look, render
from stdtree.report.of_status import of_status
from tests.differences import small


def test_changes_since_the_commit() -> None:
    """Branch, unsaved steps, and the changes in words."""
    told = render(of_status(small(), branch="draft-1.1", unsaved=1), "text", Look("en"))
    assert told.startswith(
        "On branch draft-1.1\n\n1 operation not saved.\n\n16 changes not committed:\n"
    )
    assert "recoded: B1 → B4" in told


def test_nothing_changed() -> None:
    """A clean state is two lines; without a repository that is said."""
    none = replace(small(), changes=(), events=())
    told = render(of_status(none, branch=None, unsaved=0), "text", Look("zh"))
    assert told == "不在 git 仓库中。\n\n内容与上次提交相同。\n"
