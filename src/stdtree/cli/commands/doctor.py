"""Look at what stdtree works with: programs, repository, terminal, files; say what to mend.

检查运行环境：程序、仓库、终端和文件，并说明如何处理。
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import choice_of_format
from stdtree.cli.session import screen_width
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label(
        "只看不改，也不运行仓库中的任何程序。内容上的问题见 stdtree check。",
        "Nothing is changed, and no program of the repository runs. For the contents there is"
        " stdtree check.",
    ),
    examples=(
        Example("stdtree doctor", Label("有什么不对？", "what is wrong?")),
        Example(
            "stdtree doctor --format json", Label("报告缺陷时附上", "to send along with a report")
        ),
    ),
    exits={
        0: Label("没有故障；可能有需要留意之处。", "No trouble; there may be notes."),
        1: Label("有故障。", "There is trouble."),
    },
)


@command(HELP)
@choice_of_format("text", "json", "markdown")
def run(session: Session, *, fmt: str) -> int:
    """Examine and tell."""
    from pathlib import Path

    from stdtree.report.of_doctor import of_doctor
    from stdtree.workspace.doctor import examine
    from stdtree.workspace.doctor.patient import Patient, Screen

    screen = Screen(sys.stdout.isatty(), sys.stdout.encoding, screen_width(), session.has_color)
    folder = Path(session.folder) if session.folder else Path.cwd()
    checkups = tuple(examine(Patient(folder, os.environ, screen)))
    session.tell(of_doctor(checkups), fmt)
    return 1 if any(one.health == "trouble" for one in checkups) else 0
