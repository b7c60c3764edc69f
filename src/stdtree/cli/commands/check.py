"""Check the system against the validation rules.

对照校验规则检查体系。
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stdtree.cli.baseline import BASELINE
from stdtree.cli.command import command
from stdtree.cli.dates import day
from stdtree.cli.fixing import FIX, YES, fix
from stdtree.cli.help import Example, Help
from stdtree.cli.options import argument, choice_of_format, option
from stdtree.cli.outputs import OUTPUT, all_named, refuse_unknown, write_all
from stdtree.cli.since import checked, outside, ranged
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label(
        "标准输出只含所选格式的内容。",
        "Standard output holds the chosen format and nothing else.",
    ),
    examples=(
        Example("stdtree check", Label("检查现在的文件", "check the files as they are now")),
        Example("stdtree check 1.0", Label("检查一个版本", "check a release")),
        Example(
            "stdtree check --strict --format github --output sarif=stdtree.sarif",
            Label("在 CI 中标注，并另存 SARIF", "annotate in CI; write SARIF, too"),
        ),
        Example(
            "stdtree check --base auto",
            Label("只看本分支改动之处", "only what this branch changes"),
        ),
        Example("stdtree check --fix", Label("改正能准确改正的", "mend what is certain")),
    ),
    exits={
        0: Label("没有错误；可能有警告和提示。", "No errors; there may be warnings and notes."),
        1: Label("有错误；用 --strict 时警告也算。", "Errors, or warnings with --strict."),
    },
)

FORMATS = ("text", "json", "markdown", "github", "gitlab", "sarif", "junit")
FOR_PEOPLE = ("text", "markdown")
"""Formats that say themselves which range they are of."""


@command(HELP)
@argument(
    "name",
    metavar="[RELEASE|REVISION]",
    required=False,
    said=Label(
        "版本或 git 修订；不写则检查现在的文件。", "A release or revision; else the files now."
    ),
)
@choice_of_format(*FORMATS)
@option(
    "--date",
    metavar="YYYY-MM-DD",
    said=Label("按这一天判断日期和计划；默认今天。", "Judge dates and plans by it; else today."),
)
@ranged
@BASELINE
@option("--all", "unfold", is_flag=True, said=Label("列出全部问题。", "List every finding."))
@option("--strict", is_flag=True, said=Label("警告也算不通过。", "Warnings count like errors."))
@OUTPUT
@FIX
@YES
def run(  # noqa: PLR0913 -- one parameter for each option that it does not hand on
    session: Session,
    *,
    name: str | None,
    fmt: str,
    strict: bool,
    outputs: tuple[str, ...],
    fixing: bool,
    yes: bool,
    **given: Any,
) -> int:
    """Run the rules, print and write what they find."""
    from stdtree.cli.findings import fail

    files = all_named(outputs, FORMATS)
    refuse_unknown((file.fmt or fmt for file in files), FORMATS, instead=Label("", ""))
    given["date"] = day(given["date"])
    workspace = session.workspace()
    waiting = fixing and fix(session, workspace, name=name or outside(given), yes=yes)
    shown = checked(workspace, name, given)
    if write_all(files, fmt, lambda other: session.for_file(shown.report, other)):
        session.tell(shown.report, fmt, unfold=given["unfold"])
    if fmt not in FOR_PEOPLE:
        for told in shown.said:
            session.say(told)
    return 1 if waiting or fail(shown.findings, strict=strict) else 0
