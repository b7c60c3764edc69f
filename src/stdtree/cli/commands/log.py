"""Tell which commits changed a category or standard, and what each of them did.

列出改动一个类目或一项标准的提交，以及各自做了什么。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import NAMED, choice_of_format, option
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label(
        "移到其他文件夹、更名、改码之后仍可追溯。说的是 git 提交；尚未提交的编辑步骤见"
        " stdtree edit log。",
        "Followed through moves between folders, renames and recodes. It speaks of git commits; the"
        " steps of editing are in stdtree edit log.",
    ),
    examples=(
        Example("stdtree log BB", Label("一个类目的历史", "the history of a category")),
        Example('stdtree log "GB/T 34670-2017"', Label("一项标准的历史", "of a standard")),
        Example("stdtree log BB --since 1.0", Label("某一版本以来", "since a release")),
        Example(
            "stdtree log B2@1.0", Label("按 1.0 的编号，截至 1.0", "by its code in 1.0, up to it")
        ),
        Example("stdtree log BB --lineage", Label("连同前身和去向", "with what it came from")),
    ),
)


@command(HELP)
@NAMED
@option(
    "-n",
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    said=Label("只列最近 N 次提交。", "Only the newest N commits."),
)
@option(
    "--since",
    metavar="RELEASE|REVISION",
    said=Label("只列此版本或 git 修订之后的提交。", "Only commits after this release or revision."),
)
@option(
    "--lineage",
    is_flag=True,
    said=Label(
        "接着列出其前身和去向的历史。", "Then the histories of what it came from and went to."
    ),
)
@choice_of_format("text", "json", "markdown")
def run(  # noqa: PLR0913  # one parameter for each option
    session: Session,
    *,
    name: str,
    limit: int | None,
    since: str | None,
    lineage: bool,
    fmt: str,
) -> None:
    """Read the history and print it."""
    from stdtree.report.of_history import of_history
    from stdtree.workspace.history import log

    histories = log(session.workspace(), name, since=since, limit=limit, with_lineage=lineage)
    session.tell(of_history(histories), fmt)
