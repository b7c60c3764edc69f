"""`check --fix`: show what would be mended, ask, mend it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from stdtree.cli.options import option
from stdtree.errors import UsageError
from stdtree.label import Label, same

if TYPE_CHECKING:
    from stdtree.cli.session import Session
    from stdtree.workspace import Workspace
    from stdtree.workspace.fixing import Plan


FIX = option(
    "--fix",
    "fixing",
    is_flag=True,
    said=Label(
        "列出能准确改正的问题，经同意后改正并保存；未经同意则不改，退出码为 1。",
        "List the findings that can be mended with certainty; mend and save them if you agree;"
        " without consent nothing is written, and the exit code is 1.",
    ),
)
YES = option(
    "--yes", is_flag=True, said=Label("与 --fix 同用：不再询问。", "With --fix: do not ask.")
)


def fix(session: Session, workspace: Workspace, *, name: str | None, yes: bool) -> bool:
    """Shows the fixes; applies and saves them with `yes` or consent. Whether fixes are waiting.

    All of it goes beside the result: stdout is for the findings that remain. Raises UsageError for
    an edition that has a `name`.
    """
    from stdtree.model.names import several
    from stdtree.workspace.fixing import apply, planned

    if name is not None:
        raise UsageError(
            Label(f"--fix 只改现在的文件，不改 {name}", f"--fix mends the files now, not {name}"),
            Label("去掉版本名：stdtree check --fix", "leave the name out: stdtree check --fix"),
        )
    plan = planned(workspace)
    _show(session, plan)
    count = len(plan.mends)
    if not count:
        session.say(Label("没有可自动改正的问题", "no finding can be mended automatically"))
        return False
    if not (yes or _agreed(session, count)):
        session.say(
            Label(
                f"未写任何文件；执行以上 {count} 项改正：stdtree check --fix --yes",
                f"nothing was written; to make {several(count, 'fix', 'fixes')}:"
                " stdtree check --fix --yes",
            )
        )
        return True
    apply(workspace, plan)
    for path in workspace.save():
        session.say(Label("  已写入 ", "  written: ") + same(path))
    session.say(
        Label(
            f"已改正 {count} 处；逐项撤销：stdtree edit undo",
            f"{several(count, 'fix', 'fixes')} made; take one back: stdtree edit undo",
        )
    )
    return False


def _show(session: Session, plan: Plan) -> None:
    for mend in plan.mends:
        because = Label(f"（{mend.finding.rule}：", f" ({mend.finding.rule}: ")
        session.say(mend.label + because + mend.finding.message + Label("）", ")"))
    for finding, error in plan.refused.values():
        session.say(Label("无法改正：", "cannot be mended: ") + finding.message)
        session.say(same("  ") + error.message)


def _agreed(session: Session, count: int) -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    import click

    question = Label(f"执行以上 {count} 项改正？", f"Do all this ({count})?")
    return click.confirm(question.in_(session.language), err=True)
