"""Take up the unsaved edits of an earlier session and save them.

恢复上次未保存的编辑并保存。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.editing import save
from stdtree.cli.help import Example, Help
from stdtree.label import Label
from stdtree.workspace.alone import refuse_elsewhere

if TYPE_CHECKING:
    from stdtree.cli.session import Session


@command(
    Help(__doc__, examples=(Example("stdtree edit recover", Label("恢复并保存", "take them up")),))
)
def run(session: Session) -> None:
    """Recover, name what was recovered, and save."""
    workspace = session.workspace()
    steps = workspace.recoverable()
    refuse_elsewhere(workspace.private)
    workspace.recover()
    for step in steps:
        session.answer(Label("已恢复：", "recovered: ") + step.label)
    if not steps:
        session.say(Label("没有未保存的编辑", "there are no unsaved edits"))
    save(session, workspace)
