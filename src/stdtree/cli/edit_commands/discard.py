"""Forget the unsaved edits of an earlier session; the files stay as they are.

放弃上次未保存的编辑，文件保持原样。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.label import Label
from stdtree.workspace.alone import refuse_elsewhere

if TYPE_CHECKING:
    from stdtree.cli.session import Session


@command(
    Help(__doc__, examples=(Example("stdtree edit discard", Label("放弃编辑", "forget them")),))
)
def run(session: Session) -> None:
    """Discard, naming what was discarded."""
    workspace = session.workspace()
    steps = workspace.recoverable()
    refuse_elsewhere(workspace.private)
    workspace.discard()
    for step in steps:
        session.answer(Label("已放弃：", "forgotten: ") + step.label)
    if not steps:
        session.say(Label("没有未保存的编辑", "there are no unsaved edits"))
