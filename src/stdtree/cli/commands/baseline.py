"""Make a baseline of the findings there are, so that only new ones count.

为已有的问题建立基线，此后只看新问题。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from stdtree.cli.command import command
from stdtree.cli.dates import day
from stdtree.cli.help import Example, Help
from stdtree.cli.options import argument, option
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session
    from stdtree.workspace.baseline import Action

HELP = Help(
    __doc__,
    text=Label(
        "文件默认为体系根目录下的 .stdtree-baseline.json：它不是体系内容，所以不在 taxonomy/ 中。"
        "只有用 stdtree check --baseline FILE 指明时才起作用。单个问题须说明理由的，"
        "写入 system.yaml 的 accepted。",
        "The file is .stdtree-baseline.json at the root of the system unless you name another: it"
        " is no part of the content, so it is not in taxonomy/. It counts only where"
        " stdtree check --baseline FILE names it. A single finding that is right as it is belongs"
        " into accepted in system.yaml, with a reason.",
    ),
    examples=(
        Example("stdtree baseline create", Label("记下已有的问题", "note the findings there are")),
        Example(
            "stdtree check --baseline .stdtree-baseline.json --strict",
            Label("只看新问题", "only new ones count"),
        ),
        Example("stdtree baseline prune", Label("删去已解决的", "take out what is settled")),
    ),
    exits={0: Label("基线已写好。", "The baseline is written.")},
)


@command(HELP)
@argument(
    "action",
    type=click.Choice(("create", "update", "prune")),
    said=Label(
        "create 新建；update 收入现有的全部问题；prune 只删去已解决的。",
        "create: a new one; update: take in all there are now; prune: only take out the settled.",
    ),
)
@argument(
    "file",
    metavar="[FILE]",
    required=False,
    said=Label("基线文件。", "File of the baseline."),
)
@option(
    "--date",
    metavar="YYYY-MM-DD",
    said=Label("按这一天判断日期和计划；默认今天。", "Judge dates and plans by it; else today."),
)
def run(session: Session, *, action: Action, file: str | None, date: str | None) -> None:
    """Write it, and say what changed."""
    from pathlib import Path

    from stdtree.model.names import several
    from stdtree.workspace.baseline import write

    path = Path(file) if file else None
    made = write(session.workspace(), action, path, today=day(date))
    session.answer(
        Label(
            f"{made.path}：已知 {made.known} 个问题（新增 {made.added}，删去 {made.removed}）",
            f"{made.path}: {several(made.known, 'known finding')}"
            f" ({made.added} added, {made.removed} removed)",
        )
    )
