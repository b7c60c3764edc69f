"""Tell for each field of a category or standard which commit last changed it.

说明类目或标准的各个字段最后由哪次提交改动。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import NAMED, choice_of_format, option
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label(
        "每个字段一行：现值、提交、日期、作者，以及首次包含该值的版本。只改排版的提交不算改动。",
        "A line for each field: its value, the commit, its date and author, and the first release"
        " that has the commit. Commits that only reformatted a file changed nothing.",
    ),
    examples=(
        Example("stdtree blame BB", Label("一个类目", "a category")),
        Example(
            "stdtree blame BB --standards", Label("标准也逐字段说明", "standards by field, too")
        ),
        Example('stdtree blame "GB/T 34670-2017"', Label("一项标准", "a standard")),
        Example("stdtree blame BB@1.1", Label("某一版本中的类目", "a category of a release")),
    ),
)


@command(HELP)
@NAMED
@option(
    "--standards",
    is_flag=True,
    said=Label(
        "标准明细表也逐字段列出。", "The rows of the table of standards field by field, too."
    ),
)
@choice_of_format("text", "json", "markdown")
def run(session: Session, *, name: str, standards: bool, fmt: str) -> None:
    """Find out and print."""
    from stdtree.report.of_blame import of_blame
    from stdtree.workspace.history import blame

    found = blame(session.workspace(), name, rows_by_field=standards)
    session.tell(of_blame(found), fmt)
