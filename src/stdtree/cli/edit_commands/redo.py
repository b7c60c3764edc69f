"""Redo the edit undone last and save.

重做刚撤销的编辑并保存。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.editing import turn
from stdtree.cli.help import Example, Help
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session


@command(Help(__doc__, examples=(Example("stdtree edit redo", Label("重做", "redo it")),)))
def run(session: Session) -> None:
    """Step, save and say what was done."""
    workspace = session.workspace()
    word = Label("已重做：", "redone: ")
    turn(session, workspace, word=word, step=workspace.redo())
