"""Write the files in canonical style; comments stay.

把文件改写成规范格式，保留注释。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import argument, option
from stdtree.label import Label, same

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label(
        "某条注释无处安放时，指出它并保持文件原样。",
        "Where a comment cannot be kept, it is named and the file is left alone.",
    ),
    examples=(
        Example("stdtree fmt", Label("全部文件", "all files")),
        Example(
            "stdtree fmt --check", Label("只看哪些文件不规范", "only see which are not canonical")
        ),
    ),
    exits={
        0: Label("都已是规范格式。", "All are in canonical style."),
        1: Label(
            "用 --check 时有文件不规范；或有文件无法改写。",
            "With --check: some are not; else: some could not be rewritten.",
        ),
    },
)


@command(HELP)
@argument(
    "paths",
    metavar="[PATHS]",
    nargs=-1,
    said=Label("文件；不写则为全部。", "Files; all of them by default."),
)
@option("--check", is_flag=True, said=Label("只检查，不改写。", "Only look; write nothing."))
def run(session: Session, *, paths: tuple[str, ...], check: bool) -> int:
    """Format, and name what was not in style."""
    from stdtree.workspace.formatting import format_files

    code = 0
    for path, changed, reason in format_files(session.workspace(), paths, check=check):
        if reason is not None:
            session.say(same(f"{path}: ") + reason)
        elif changed:
            session.answer(same(path))
        if reason is not None or (check and changed):
            code = 1
    return code
