"""Find categories and standards by words and conditions.

按文字和条件查找类目和标准。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import argument, choice_of_format, option
from stdtree.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label(
        "各词以空格分隔，须全部符合：编号、标识、各语言的名称、拼音（jszy、jishu）、"
        "任意写法的标准编号、定义、注释；引号内的空格属于该词。"
        "条件：编号：B* 位于：B 层级：领域 状态：草案 责任：单位 分面：产业链环节=研究开发"
        " 文字：… 缺：en 标准编号：GB/T* 计划：拟修订 问题：错误 规则：标识 变更：1.0；"
        "取值间的逗号表示任一，条件前的 - 表示不符合（先写 --）。",
        "All words have to fit: code, id, title in any language, pinyin (jszy, jishu), standard"
        " number in any spelling, definition, notes; quotation marks keep words together."
        " Conditions: code:B* under:B level:domain status:draft owner:ID facet:chain=research"
        " text:… missing:en number:GB/T* plan:to-revise finding:error rule:ID changed:1.0; a comma"
        " between values means any of them, a - before a condition that it does not hold (write --"
        " first).",
    ),
    examples=(
        Example("stdtree find 技术转移", Label("按名称", "by title")),
        Example("stdtree find jszy", Label("按拼音首字母", "by initials of the pinyin")),
        Example("stdtree find gbt34670", Label("按标准编号", "by standard number")),
        Example(
            "stdtree find under:B status:draft",
            Label("B 之下的草案类目", "the draft categories below B"),
        ),
        Example("stdtree find 问题:错误", Label("有错误的类目", "the categories with errors")),
    ),
    exits={
        0: Label("找到了。", "Something was found."),
        1: Label("什么也没找到。", "Nothing was found."),
    },
)
DEFAULT_LIMIT = 20


@command(HELP)
@argument(
    "texts",
    metavar="TEXT",
    nargs=-1,
    required=True,
    said=Label("要查找的文字和条件。", "Words and conditions to look for."),
)
@choice_of_format("text", "json", "markdown")
@option(
    "--limit",
    type=click.IntRange(min=1),
    default=DEFAULT_LIMIT,
    metavar="N",
    said=Label(
        f"最多列出几项，默认 {DEFAULT_LIMIT}。", f"How many at most; {DEFAULT_LIMIT} by default."
    ),
)
def run(session: Session, *, texts: Sequence[str], fmt: str, limit: int) -> int:
    """Print what fits, best first."""
    from stdtree.cli.dates import day
    from stdtree.report.of_found import of_found
    from stdtree.search import hits
    from stdtree.search.typing import to_try

    workspace, text = session.workspace(), " ".join(texts)
    found = workspace.search.found(
        text, findings=lambda: workspace.check(today=day(None)), limit=limit
    )
    session.tell(of_found(workspace.taxonomy, hits(found)), fmt)
    if not found:
        session.say(Label(f"没有找到“{text}”", f"nothing found for “{text}”"))
        session.say(to_try(text))
    return 0 if found else 1
