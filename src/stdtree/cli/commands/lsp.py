"""Serve an editor: findings, fixes, completion and navigation, by the Language Server Protocol.

为编辑器提供语言服务：问题、改正、补全和跳转（LSP）。
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.errors import UsageError
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label(
        "由编辑器启动，在标准输入输出上对话；不写任何文件。配置见 docs/editors.md。",
        "Started by the editor, speaks on stdin and stdout, writes no file."
        " How to set up editors: docs/editors.en.md.",
    ),
    examples=(
        Example("stdtree lsp", Label("编辑器的配置中所写的命令", "what an editor's settings say")),
        Example("stdtree -C demo lsp --lang zh", Label("指定体系与语言", "elsewhere")),
    ),
    exits={
        0: Label("编辑器已正常告别。", "The editor said goodbye."),
        1: Label("编辑器未正常告别。", "The editor left without saying goodbye."),
    },
)
_LIBRARIES = ("pygls", "lsprotocol")


@command(HELP)
def run(session: Session) -> int:
    """Speak until the editor leaves. Raises UsageError if the extra is not installed."""
    try:
        from stdtree.lsp.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _LIBRARIES:
            raise
        raise UsageError(
            Label("语言服务所需的 pygls 尚未安装", "pygls, which speaks with editors, is missing"),
            Label("安装：pip install 'stdtree[lsp]'", "install it: pip install 'stdtree[lsp]'"),
        ) from error
    folder = Path(session.folder) if session.folder else None
    return serve(folder, session.language, language_is_asked=session.language_is_asked)
