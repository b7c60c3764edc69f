"""Take over what others have pushed, if you have not gone on yourself.

取回更新：在本机没有新提交时，跟上大家推送的内容。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import TRUST
from stdtree.cli.trust import trusted
from stdtree.label import Label
from stdtree.model.names import several

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label(
        "不合并：双方都有新提交时，说明怎么办，不改动任何内容。尚未提交的文件不会被覆盖。",
        "Nothing is merged: where both sides have gone on it says what to do and changes nothing."
        " Files that are not committed are not overwritten.",
    ),
    examples=(Example("stdtree pull", Label("取回更新", "take over what is new")),),
)
NOTHING = Label("已是最新", "up to date")


@command(HELP)
@TRUST
def run(session: Session, *, trust: bool) -> None:
    """Pull and say what came."""
    from stdtree.cli.transfers import watched
    from stdtree.workspace.sharing import pull

    workspace = session.workspace()
    before = workspace.repository.head() if workspace.repository else None
    allowed = trusted(session, workspace, now=trust)
    with watched(session) as watch:
        changed = pull(workspace, trusted=allowed, watch=watch)
    if not changed:
        session.answer(NOTHING)
        return
    here = (before or "")[:10]
    session.answer(
        Label(
            f"已更新 {len(changed)} 个文件；看变更：stdtree diff {here} HEAD",
            f"{several(len(changed), 'file')} updated; what changed: stdtree diff {here} HEAD",
        )
    )
