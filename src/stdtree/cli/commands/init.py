"""Start a standards system in a folder, empty or as the sample.

在文件夹中建立标准体系：空体系或示例体系。
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from stdtree.cli.answers import texts
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
        "--sample 建立一个 git 仓库，内有示例体系的历史和标签 taxonomy/1.0、taxonomy/1.1。",
        "--sample makes a git repository with the history of the sample system and the tags"
        " taxonomy/1.0 and taxonomy/1.1.",
    ),
    examples=(
        Example("stdtree init --sample demo", Label("示例体系", "the sample system")),
        Example(
            'stdtree init --title "zh=科技服务业标准体系"',
            Label("在当前文件夹建立空体系", "an empty system in this folder"),
        ),
    ),
)


@command(HELP)
@argument(
    "folder",
    metavar="[DIR]",
    default=".",
    said=Label("文件夹，默认当前文件夹。", "The folder; the current one by default."),
)
@option("--sample", is_flag=True, said=Label("建立示例体系。", "Make the sample system."))
@option(
    "--title",
    "titles",
    metavar="LANG=TEXT",
    multiple=True,
    said=Label("体系名称；每种语言一次。", "Title of the system; once for each language."),
)
def run(session: Session, *, folder: str, sample: bool, titles: tuple[str, ...]) -> None:
    """Make the files, and say what to type next."""
    from stdtree.workspace.starting import start, start_sample

    where = Path(session.folder or ".") / folder
    if sample is bool(titles):
        raise UsageError(
            Label("请用 --sample 或 --title 之一", "give either --sample or --title"),
            Label(
                '例如 stdtree init --title "zh=科技服务业标准体系"',
                'for example stdtree init --title "zh=科技服务业标准体系"',
            ),
        )
    if sample:
        start_sample(where)
    else:
        for path in start(where, texts(titles, "zh")):
            session.answer(same(path))
    go = "" if where == Path() else f"cd {where} && "
    session.answer(Label(f"下一步：{go}stdtree check", f"next: {go}stdtree check"))
