"""Commit the changed files under taxonomy/ and nothing else.

提交 taxonomy/ 下有变更的文件，不动其他文件。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import TRUST, option
from stdtree.cli.trust import trusted
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label(
        "别处已暂存的内容仍保持暂存。用 --trust 同意之后才运行本仓库的 git 钩子和签名。",
        "What is staged elsewhere stays staged. The git hooks and the signing of this repository"
        " run once you have agreed by --trust.",
    ),
    examples=(
        Example("stdtree commit", Label("用建议的提交说明", "with the suggested message")),
        Example(
            'stdtree commit -m "BB 移至 C 之下"',
            Label("自己写提交说明", "with a message of your own"),
        ),
    ),
)


@command(HELP)
@option(
    "-m",
    "--message",
    metavar="TEXT",
    said=Label("提交说明；不写则用建议的说明。", "Message; else the suggested one."),
)
@TRUST
def run(session: Session, *, message: str | None, trust: bool) -> None:
    """Commit and say what was committed."""
    workspace = session.workspace()
    text = workspace.suggested_message(session.language) if message is None else message
    revision = workspace.commit(text, trusted=trusted(session, workspace, now=trust))
    first_line = text.split("\n", 1)[0]
    session.answer(Label(f"已提交 {revision}：{first_line}", f"committed {revision}: {first_line}"))
