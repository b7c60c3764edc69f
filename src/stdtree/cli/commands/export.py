"""Write the products of a release or of a difference: tables, snapshot, documents.

生成版本或差异的成果：标准明细表、统计表、对照表、快照和变更说明。
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import argument, option
from stdtree.errors import UsageError
from stdtree.label import Label, same

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label(
        "同样的输入总是得到逐字节相同的文件。成果写入 exports/版本/，与 --against 的差异写入"
        " exports/旧..新/。",
        "The same input gives the same bytes. Products go to exports/RELEASE/, those of a"
        " difference (--against) to exports/OLD..NEW/.",
    ),
    examples=(
        Example("stdtree export 1.1", Label("一个版本的全部成果", "all products of a release")),
        Example(
            "stdtree export 1.1 --against 1.0",
            Label("两个版本之间的差异", "what changed since 1.0"),
        ),
        Example("stdtree export --check", Label("全部成果是否最新", "whether all are fresh")),
        Example(
            "stdtree export WORK --into /tmp/draft", Label("草稿的成果", "products of the draft")
        ),
    ),
    exits={
        0: Label("完成；用 --check 时表示文件都是最新的。", "Done; with --check: all are fresh."),
        1: Label("用 --check 且有文件过期。", "With --check: some files are stale."),
    },
)


@command(HELP)
@argument(
    "name",
    metavar="[RELEASE|REVISION]",
    required=False,
    said=Label(
        "版本、WORK 或 git 修订；不写则为所有版本及其与前一版本的差异。",
        "A release, WORK or a revision; else every release, and what changed since the one before.",
    ),
)
@option(
    "--against",
    metavar="RELEASE|REVISION",
    said=Label("改为导出与它的差异。", "Export the difference from this one instead."),
)
@option(
    "--only",
    metavar="PRODUCT",
    multiple=True,
    said=Label("只要这种成果；可重复。", "Only this product; may be repeated."),
)
@option("--into", metavar="DIR", said=Label("写到此文件夹。", "Write into this folder."))
@option(
    "--check",
    is_flag=True,
    said=Label("不写文件，只列出已过期的。", "Write nothing; name the files that are stale."),
)
def run(  # noqa: PLR0913  # one parameter for each option
    session: Session,
    *,
    name: str | None,
    against: str | None,
    only: tuple[str, ...],
    into: str | None,
    check: bool,
) -> int:
    """Write the files and name them."""
    from stdtree.workspace.exporting import export, published, stale

    if name is None and (against or only or into):
        raise UsageError(
            Label("没有说明导出哪个版本", "it is not said which release to export"),
            Label("写上版本：stdtree export 1.1 …", "name it: stdtree export 1.1 …"),
        )
    workspace, work = session.workspace(), stale if check else export
    found = False
    for edition, older in [(name, against)] if name is not None else published(workspace):
        folder = Path(into) if into else None
        for path in work(workspace, edition, against=older, only=only, into=folder):
            session.answer(same(path))
            found = True
    return 1 if check and found else 0
