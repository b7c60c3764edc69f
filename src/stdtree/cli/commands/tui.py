"""Open the system full screen, to browse and edit it.

以全屏界面浏览和编辑体系。
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import option
from stdtree.errors import UsageError
from stdtree.label import Label
from stdtree.tui.terminal import THEMES, is_browser

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
        Example("stdtree tui --theme contrast", Label("高对比度", "with high contrast")),
    ),
)


@command(HELP)
@option(
    "--theme",
    type=click.Choice(tuple(THEMES)),
    said=Label(
        "配色：深色、浅色、高对比度；否则依次看 STDTREE_THEME、上次在界面中的选择、终端背景。",
        "Colours; else STDTREE_THEME, what was chosen there last, the terminal's background.",
    ),
)
def run(session: Session, *, theme: str | None) -> None:
    """Open it. Raises UsageError without a terminal."""
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    if not is_terminal and not is_browser(os.environ):
        raise UsageError(
            Label("全屏界面需要终端", "the full screen needs a terminal"),
            Label(
                "改用 stdtree show、stdtree edit、stdtree check",
                "use stdtree show, stdtree edit or stdtree check instead",
            ),
        )
    workspace = session.workspace()
    from stdtree.tui.app import run as run_app

    run_app(workspace, session.language, theme=theme)
