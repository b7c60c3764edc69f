"""List the steps of editing in the journal, oldest first.

列出操作日志中的编辑步骤，旧的在前。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import choice_of_format
from stdtree.label import Label, same

if TYPE_CHECKING:
    from stdtree.cli.session import Session


HELP = Help(
    __doc__,
    text=Label(
        "即 undo 和 redo 所走的步骤。git 提交中的历史见 stdtree log ID。",
        "What undo and redo walk through. The history in git commits: stdtree log ID.",
    ),
    examples=(Example("stdtree edit log", Label("操作日志", "the journal")),),
)


@command(HELP)
@choice_of_format("text", "json", "markdown")
def run(session: Session, *, fmt: str) -> None:
    """Print the journal."""
    from stdtree.report import Cell, Report, Table

    steps = session.workspace().steps()
    table = Table(
        (Label("序号", "No."), Label("操作", "Operation"), Label("状态", "State")),
        tuple(
            (Cell(same(str(s.number))), Cell(s.label), Cell(_state(undone=s.undone, saved=s.saved)))
            for s in steps
        ),
        numeric=(0,),
    )
    data = [
        {
            "number": step.number,
            "operation": step.operation,
            "label": step.label,
            "undone": step.undone,
            "saved": step.saved,
        }
        for step in steps
    ]
    session.tell(Report(Label("操作日志", "Journal"), (table,), data), fmt)


def _state(*, undone: bool, saved: bool) -> Label:
    if undone:
        return Label("已撤销", "undone")
    return Label("已保存", "saved") if saved else Label("未保存", "not saved")
