"""Compare two releases or revisions, in words.

比较两个版本或 git 修订，以类目和标准说明差异。
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import argument, choice_of_format, option
from stdtree.errors import UsageError
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session
    from stdtree.workspace import Workspace

WORK = "WORK"
HELP = Help(
    __doc__,
    text=Label(
        "名称先按版本解释，再看 WORK（现在的文件）和 INDEX，最后是 git 修订。",
        "A name is a release first, then WORK (the files now) or INDEX, then a git revision.",
    ),
    examples=(
        Example("stdtree diff", Label("上一版本以来的差异", "since the previous release")),
        Example("stdtree diff 1.0 1.1", Label("两个版本之间", "between two releases")),
        Example("stdtree diff main", Label("与 main 分支相比", "compared with the branch main")),
        Example(
            "stdtree diff 1.0 1.1 --correspondence",
            Label("输出对照表（CSV）", "print the correspondence as CSV"),
        ),
    ),
    exits={
        0: Label("完成；用 --exit-code 时表示没有差异。", "Done; with --exit-code, no difference."),
        1: Label("用 --exit-code 且有差异。", "With --exit-code: they differ."),
    },
)


@command(HELP)
@argument(
    "before",
    metavar="[A]",
    required=False,
    said=Label("旧的一端，默认上一版本。", "The older side; the previous release by default."),
)
@argument(
    "after",
    metavar="[B]",
    default=WORK,
    said=Label("新的一端，默认 WORK。", "The newer side; WORK by default."),
)
@choice_of_format("text", "markdown", "json")
@option("--all", "unfold", is_flag=True, said=Label("展开连带变更。", "Unfold consequences."))
@option("--exit-code", is_flag=True, said=Label("有差异时以 1 退出。", "Exit 1 if they differ."))
@option(
    "--correspondence",
    is_flag=True,
    said=Label("改为输出对照表（CSV）。", "Print the correspondence as CSV instead."),
)
def run(  # noqa: PLR0913  # one parameter for each option
    session: Session,
    *,
    before: str | None,
    after: str,
    fmt: str,
    unfold: bool,
    exit_code: bool,
    correspondence: bool,
) -> int:
    """Compare and print."""
    from stdtree.cli.correspondence import csv
    from stdtree.cli.places import places
    from stdtree.report.of_difference import of_difference

    workspace = session.workspace()
    difference = workspace.compare(before or _previous(workspace), after)
    if correspondence:
        sys.stdout.write(csv(difference, session.language))
    else:
        session.tell(of_difference(difference, locate=places(workspace, after)), fmt, unfold=unfold)
    return 1 if exit_code and difference.changes else 0


def _previous(workspace: Workspace) -> str:
    from stdtree.workspace.editions import previous

    if release := previous(workspace):
        return release
    git = workspace.repository
    instead = "stdtree diff HEAD" if git and git.head() else "stdtree show"
    raise UsageError(
        Label("还没有任何版本可比", "there is no release yet to compare with"),
        Label(f"改为输入：{instead}", f"type instead: {instead}"),
    )
