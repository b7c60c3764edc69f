"""Carry out the operations of a file, all of them or none.

执行文件中的全部编辑操作，有一项不能执行则全部不执行。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.batch_lines import LINE, operations_of
from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.operation_command import DRY_RUN, REHEARSE
from stdtree.cli.options import argument, option
from stdtree.errors import UsageError
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label(
        f"每行一个 JSON：{LINE}。"
        "各项名称同该操作的选项，连字符写作下划线。类目可用标识或体系编号，标准可用标识或标准编号。"
        "后面的行可以引用前面的行新增的内容。每行是操作日志中的一步，可逐步撤销。",
        f"One JSON object a line: {LINE}."
        " Fields are called like the operation's options, with underscores for hyphens. Name"
        " categories by id or code, standards by id or number; a line may name what lines before it"
        " added. Each line is a step in the journal and is undone as one.",
    ),
    examples=(
        Example("stdtree edit batch edits.jsonl --dry-run", REHEARSE),
        Example("stdtree edit batch edits.jsonl", Label("全部执行", "carry them out")),
        Example("stdtree edit batch -", Label("从标准输入读取", "from standard input")),
    ),
)


@command(HELP)
@argument(
    "file", metavar="FILE", said=Label("文件；- 为标准输入。", "The file; - is standard input.")
)
@option("--dry-run", is_flag=True, said=DRY_RUN)
def run(session: Session, *, file: str, dry_run: bool) -> None:
    """Try all lines on the tree; then journal them and save once."""
    from stdtree.cli.editing import edit

    workspace = session.workspace()
    operations = operations_of(_text(file), workspace.taxonomy)
    edit(session, workspace, operations=operations, dry_run=dry_run)


def _text(file: str) -> str:
    """What the file holds. Raises UsageError if it cannot be read or is not UTF-8."""
    import sys
    from pathlib import Path

    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise UsageError(
            Label(f"无法读取 {file}：{error.strerror}", f"cannot read {file}: {error.strerror}"),
            Label("请检查文件名", "look at the name of the file"),
        ) from None
    except UnicodeDecodeError:
        raise UsageError(
            Label(f"{file} 不是 UTF-8 文本", f"{file} is not UTF-8 text"),
            Label("请另存为 UTF-8", "save it as UTF-8"),
        ) from None
