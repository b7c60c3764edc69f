"""Open the system full screen, to browse and edit it.

以全屏界面浏览和编辑体系。
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.errors import UsageError
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label("在界面中按 ? 查看按键。", "Press ? there for the keys."),
    examples=(
        Example("stdtree tui", Label("打开当前文件夹中的体系", "open the system in this folder")),
        Example(
            "stdtree -C demo tui --lang zh", Label("打开另一处，用中文", "elsewhere, in Chinese")
        ),
    ),
)


@command(HELP)
def run(session: Session) -> None:
    """Open it. Raises UsageError without a terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        raise UsageError(
            Label("全屏界面需要终端", "the full screen needs a terminal"),
            Label(
                "改用 stdtree show、stdtree edit、stdtree check",
                "use stdtree show, stdtree edit or stdtree check instead",
            ),
        )
    workspace = session.workspace()
    from stdtree.tui.app import run as run_app

    run_app(workspace, session.language)
