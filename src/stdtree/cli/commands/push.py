"""Give your commits and releases to the others.

推送：把提交和发布的版本交给大家。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import TRUST
from stdtree.cli.trust import trusted
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label(
        "只推送当前分支和其上已发布的版本；别人已推送的内容不会被覆盖。",
        "Only this branch and the releases on it are pushed; what others have pushed is never"
        " overwritten.",
    ),
    examples=(
        Example("stdtree push", Label("推送当前分支", "push this branch")),
        Example(
            "stdtree push --trust",
            Label(
                "第一次：信任本仓库，允许登录和钩子",
                "at first: trust this repository's log-in, hooks",
            ),
        ),
    ),
)


@command(HELP)
@TRUST
def run(session: Session, *, trust: bool) -> None:
    """Push and say where to."""
    from stdtree.cli.transfers import watched
    from stdtree.workspace.sharing import push

    workspace = session.workspace()
    allowed = trusted(session, workspace, now=trust)
    with watched(session) as watch:
        found = push(workspace, trusted=allowed, watch=watch)
    session.answer(Label(f"已推送到 {found.followed}", f"pushed to {found.followed}"))
