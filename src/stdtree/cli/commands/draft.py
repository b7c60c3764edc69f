"""Work on a draft branch that others do not see until you push it.

草案分支：推送之前别人看不到的工作。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import TRUST, argument, option
from stdtree.cli.trust import trusted
from stdtree.errors import UsageError
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label(
        "不带名称则列出各分支。切换前须保存并提交；新建草案则把现有修改一起带去。",
        "Without a name the branches are listed. Save and commit before you switch; a new draft"
        " takes along what is not committed.",
    ),
    examples=(
        Example("stdtree draft", Label("列出分支", "list the branches")),
        Example("stdtree draft --new 技术转移", Label("新建并切换过去", "make one and go there")),
        Example("stdtree draft main", Label("切换到 main", "go to main")),
        Example(
            "stdtree draft 技术转移 --delete",
            Label("删除已并入的草案", "remove a draft that is merged"),
        ),
    ),
)


@command(HELP)
@argument("name", required=False, said=Label("分支名。", "Name of a branch."))
@option("--new", is_flag=True, said=Label("新建此分支并切换过去。", "Make it and go there."))
@option("--delete", is_flag=True, said=Label("删除此分支。", "Remove it."))
@option(
    "--anyway",
    is_flag=True,
    said=Label(
        "与 --delete 同用：别处没有的提交也一并删除。",
        "With --delete: even if no other branch has its commits.",
    ),
)
@TRUST
def run(  # noqa: PLR0913 -- one for each option
    session: Session, *, name: str | None, new: bool, delete: bool, anyway: bool, trust: bool
) -> None:
    """List, make, switch or remove."""
    from stdtree.workspace import branches

    workspace = session.workspace()
    if name is None:
        if new or delete:
            raise UsageError(
                Label("缺少分支名", "the name of the branch is missing"),
                Label(
                    "例如：stdtree draft --new 技术转移", "such as: stdtree draft --new transfer"
                ),
            )
        from stdtree.report.of_branches import of_branches

        session.tell(of_branches(branches.branches(workspace)))
    elif new:
        branches.start(workspace, name)
        session.answer(Label(f"已新建并切换到 {name}", f"made and switched to {name}"))
    elif delete:
        gone = branches.delete(workspace, name, anyway=anyway)
        session.answer(
            Label(
                f"已删除 {name}；要恢复：git branch {name} {gone.commit[:10]}",
                f"removed {name}; to bring it back: git branch {name} {gone.commit[:10]}",
            )
        )
    else:
        branches.switch(workspace, name, trusted=trusted(session, workspace, now=trust))
        session.answer(Label(f"已切换到 {name}", f"switched to {name}"))
