"""Compare two releases or revisions, in words.

比较两个版本或 git 修订，以类目和标准说明差异。
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stdtree.cli.command import command
from stdtree.cli.ends import AFTER, BASE, BEFORE, MATCH, SUGGEST, VIA, ends
from stdtree.cli.filtering import filters
from stdtree.cli.help import Example, Help
from stdtree.cli.options import option
from stdtree.cli.showing import showing
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session

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
        Example("stdtree diff --base auto", Label("本分支的变更", "what this branch changes")),
        Example(
            "stdtree diff 1.0 1.1 --correspondence",
            Label("输出对照表（CSV）", "print the correspondence as CSV"),
        ),
        Example(
            "stdtree diff 1.0 1.1 --under BB --real",
            Label("一个分支的实质变更", "real changes in one branch"),
        ),
        Example(
            "stdtree diff 1.0 1.1 --output markdown=pr.md --output html=changes.html",
            Label("另存为文件", "write files, too"),
        ),
        Example(
            "stdtree diff 2007.tsv 2012.tsv --match",
            Label("没有共同标识的两个版本", "two editions without common ids"),
        ),
    ),
    exits={
        0: Label("完成；用 --exit-code 时表示没有差异。", "Done; with --exit-code, no difference."),
        1: Label("用 --exit-code 且有差异。", "With --exit-code: they differ."),
    },
)


@command(HELP)
@BEFORE
@AFTER
@BASE
@showing
@filters
@VIA
@SUGGEST
@MATCH
@option("--exit-code", is_flag=True, said=Label("有差异时以 1 退出。", "Exit 1 if they differ."))
def run(  # noqa: PLR0913  # one parameter for each option that it does not hand on
    session: Session,
    *,
    before: str | None,
    after: str,
    base: str | None,
    via: tuple[str, ...],
    suggest: bool,
    match: bool,
    exit_code: bool,
    **given: Any,
) -> int:
    """Compare and tell."""
    if match:
        from stdtree.cli.matching import tell_matches

        found = tell_matches(session, (before, after), given)
        return 1 if exit_code and found else 0

    from stdtree.cli.comparing import Wanted

    workspace = session.workspace()
    both = ends(session, workspace, (before, after), base)
    difference = workspace.compare(*both, via=via, suggest=suggest)
    Wanted(session, workspace, difference, given).tell()
    return 1 if exit_code and difference.changes else 0
