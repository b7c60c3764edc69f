"""Find categories and standards by code, number, title or pinyin initials.

按编号、名称或拼音首字母查找类目和标准。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import argument, choice_of_format, option
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    examples=(
        Example("stdtree find 技术转移", Label("按名称", "by title")),
        Example("stdtree find jszy", Label("按拼音首字母", "by initials of the pinyin")),
        Example("stdtree find 34670", Label("按标准编号", "by standard number")),
    ),
    exits={
        0: Label("找到了。", "Something was found."),
        1: Label("什么也没找到。", "Nothing was found."),
    },
)
DEFAULT_LIMIT = 20


@command(HELP)
@argument("text", metavar="TEXT", said=Label("要查找的文字。", "What to look for."))
@choice_of_format("text", "json", "markdown")
@option(
    "--limit",
    type=click.IntRange(min=1),
    default=DEFAULT_LIMIT,
    metavar="N",
    said=Label(
        f"最多列出几项，默认 {DEFAULT_LIMIT}。", f"How many at most; {DEFAULT_LIMIT} by default."
    ),
)
def run(session: Session, *, text: str, fmt: str, limit: int) -> int:
    """Print what fits, best first."""
    from stdtree.report.of_found import of_found

    workspace = session.workspace()
    found = tuple(workspace.search(text, limit))
    session.tell(of_found(workspace.taxonomy, found), fmt)
    if not found:
        session.say(Label(f"没有找到“{text}”", f"nothing found for “{text}”"))
    return 0 if found else 1
