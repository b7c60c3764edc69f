"""Where things stand: branch, unsaved steps, and what changed since the last commit, in words."""

from __future__ import annotations

from stdtree.label import Label, same
from stdtree.model.difference import Difference
from stdtree.report import (
    Block,
    Paragraph,
    Report,
    difference_categories,
    difference_standards,
)
from stdtree.report.difference_document import document


def of_status(difference: Difference, *, branch: str | None, unsaved: int) -> Report:
    """`difference` is last commit → now; `branch` is None without a git repository."""
    blocks: list[Block] = [Paragraph(_where(branch), "strong")]
    if unsaved:
        said = Label(
            f"{unsaved} 步操作尚未保存。", f"{unsaved} operation{'s' * (unsaved != 1)} not saved."
        )
        blocks.append(Paragraph(said, "warn"))
    if difference:
        count = len(difference.changes)
        said = Label(
            f"{count} 项变更尚未提交：", f"{count} change{'s' * (count != 1)} not committed:"
        )
        blocks.append(Paragraph(said, "warn"))
        blocks += difference_categories.section(difference)
        blocks += difference_standards.section(difference)
        blocks += difference_standards.others(difference)
    else:
        said = Label("内容与上次提交相同。", "The contents are those of the last commit.")
        blocks.append(Paragraph(said, "good"))
    return Report(Label("当前状态", "Status"), tuple(blocks), document(difference))


def _where(branch: str | None) -> Label:
    if branch is None:
        return Label("不在 git 仓库中。", "Not in a git repository.")
    return Label("分支 ", "On branch ") + same(branch)
