"""The branches: which is checked out, who worked on each last, and on what."""

from __future__ import annotations

from collections.abc import Iterable

from stdtree.label import Label, same
from stdtree.model.branch import Branch
from stdtree.report import Cell, Report, Table

TITLE = Label("分支", "Branches")
_COLUMNS = (
    same(""),
    Label("名称", "Name"),
    Label("最后提交", "Last commit"),
    Label("作者", "By"),
    Label("说明", "What"),
)
_ELSEWHERE = Label("（只在共享仓库）", " (shared repository only)")


def of_branches(branches: Iterable[Branch]) -> Report:
    """A row for each, in the order given."""
    return Report(TITLE, (Table(_COLUMNS, tuple(map(_row, branches)), cut=(4,)),))


def _row(branch: Branch) -> tuple[Cell, ...]:
    name = same(branch.name) if branch.is_here else same(branch.name) + _ELSEWHERE
    return (
        Cell(same("*" if branch.is_current else " ")),
        Cell(name, "strong" if branch.is_current else "plain" if branch.is_here else "dim"),
        Cell(same(branch.date)),
        Cell(same(branch.author)),
        Cell(same(branch.subject)),
    )
