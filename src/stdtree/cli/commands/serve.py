"""Serve the editor to a browser, for somebody without a terminal.

在浏览器中编辑，供不用终端的同事使用。
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import option
from stdtree.errors import UsageError
from stdtree.label import Label, same

if TYPE_CHECKING:
    from stdtree.cli.session import Session

PORT = 8420
HELP = Help(
    __doc__,
    text=Label(
        "把给出的网址在浏览器中打开；知道网址的人都能编辑，不要转发。每个打开的页面是一个编辑器，"
        "按 Ctrl+C 结束；没有保存的修改留在操作日志中。需要安装 stdtree[serve]。",
        "Open the address it prints in a browser; whoever knows it can edit: keep it to yourself."
        " Each open page is an editor of its own. Ctrl+C ends it; what is not saved stays in the"
        " journal. Needs stdtree[serve].",
    ),
    examples=(
        Example("stdtree serve", Label("供本机的浏览器使用", "for a browser on this machine")),
        Example("stdtree serve --port 0", Label("任取一个空闲端口", "on any port that is free")),
    ),
)
EXPOSED = Label(
    "注意：本机以外也能访问，且传输不加密；知道网址的人都能编辑。",
    "Take care: other machines can reach it, and nothing is encrypted;"
    " whoever knows the address can edit.",
)
_LIBRARIES = ("textual_serve", "aiohttp", "aiohttp_jinja2")


@command(HELP)
@option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    said=Label(
        f"端口，默认 {PORT}；0 为任一空闲端口。",
        f"Port, {PORT} by default; 0 takes any that is free.",
    ),
)
@option(
    "--host",
    metavar="ADDRESS",
    default="127.0.0.1",
    said=Label("监听的地址，默认仅限本机。", "Address to listen on; only this machine by default."),
)
@option(
    "--expose",
    is_flag=True,
    said=Label("允许本机以外的访问（配合 --host）。", "Let other machines in (with --host)."),
)
def run(session: Session, *, port: int, host: str, expose: bool) -> None:
    """Serve until Ctrl+C. Raises UsageError where it cannot or should not."""
    try:
        from stdtree.tui.web.gate import is_loopback
        from stdtree.tui.web.server import Place, serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _LIBRARIES:
            raise
        raise UsageError(
            Label("浏览器界面所需的 textual-serve 尚未安装", "textual-serve is missing"),
            Label("安装：pip install 'stdtree[serve]'", "install it: pip install 'stdtree[serve]'"),
        ) from error
    if not is_loopback(host):
        if not expose:
            raise UsageError(
                Label(f"{host} 可从本机以外访问", f"other machines can reach {host}"),
                Label(
                    "确要如此，请加 --expose；更稳妥的是经 SSH 转发："
                    f"ssh -L {port}:127.0.0.1:{port} 主机",
                    "if that is meant, add --expose; safer is a tunnel:"
                    f" ssh -L {port}:127.0.0.1:{port} HOST",
                ),
            )
        session.say(EXPOSED)
    workspace = session.workspace()
    place = Place(host, port, title=workspace.root.name, language=session.language)
    editor = ("-m", "stdtree", "-C", str(workspace.root), "--lang", session.language, "tui")

    def tell(address: str) -> None:
        session.answer(same(address))
        sys.stdout.flush()

    serve(place, editor, say=tell)
