"""What `log` and `blame` tell a machine of a small repository; commit ids are left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stdtree.edit.move_standard import MoveStandard
from stdtree.edit.split_off_category import SplitOffCategory
from stdtree.report import Look, Report, render
from stdtree.report.of_blame import of_blame
from stdtree.report.of_history import of_history
from stdtree.workspace import Workspace
from stdtree.workspace.history import blame, log
from tests import trees
from tests.formats.test_golden import GOLDEN
from tests.golden import assert_golden
from tests.repos import isolate, repository
from tests.workspace.systems import define, put, rename

ID = re.compile(r'"(id|short)": "[0-9a-f]{7,40}"')


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A category released, renamed, losing a standard and a part; its definition not committed."""
    isolate(monkeypatch, tmp_path / "home")
    repo = repository(tmp_path / "system")
    put(repo.root, trees.sample())
    repo.commit_all("the system")
    repo.git("tag", "taxonomy/1.0")
    workspace = Workspace.open(repo.root)
    workspace.apply(rename("transfer", "技术转移"))
    workspace.apply(MoveStandard(id="planned-one", to="incubation"))
    workspace.apply(SplitOffCategory(id="transfer", name={"zh": "析出", "en": "Part"}))
    workspace.save()
    workspace.commit("renamed")
    workspace.apply(define("transfer", "新定义。"))
    return workspace


def told(report: Report) -> str:
    """The JSON with the same text for every commit id, which hashes the whole tree."""
    return ID.sub(r'"\1": "0123abc"', render(report, "json", Look()))


def test_log(opened: Workspace) -> None:
    """What `log` tells a machine."""
    assert_golden(GOLDEN / "log.json", told(of_history(log(opened, "transfer"))))


def test_blame(opened: Workspace) -> None:
    """What `blame` tells a machine."""
    assert_golden(GOLDEN / "blame.json", told(of_blame(blame(opened, "transfer"))))
