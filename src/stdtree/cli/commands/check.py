"""Check the system against the validation rules.

对照校验规则检查体系。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import argument, choice_of_format, option
from stdtree.cli.outputs import target, write
from stdtree.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stdtree.cli.session import Session
    from stdtree.model.finding import Finding

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
            "stdtree check --strict --output json=findings.json",
            Label("警告也算不通过，并另存 JSON", "warnings count, too; keep JSON beside the text"),
        ),
    ),
    exits={
        0: Label("没有错误；可能有警告和提示。", "No errors; there may be warnings and notes."),
        1: Label("有错误；用 --strict 时警告也算。", "Errors, or warnings with --strict."),
    },
)


@command(HELP)
@argument(
    "name",
    metavar="[RELEASE|REVISION]",
    required=False,
    said=Label(
        "版本或 git 修订；不写则检查现在的文件。", "A release or revision; else the files now."
    ),
)
@choice_of_format("text", "json", "markdown")
@option("--strict", is_flag=True, said=Label("警告也算不通过。", "Warnings count like errors."))
@option(
    "--output",
    "outputs",
    metavar="FORMAT=FILE",
    multiple=True,
    said=Label("另存一种格式到文件；可重复。", "Write a format to a file, too; may be repeated."),
)
def run(
    session: Session, *, name: str | None, fmt: str, strict: bool, outputs: tuple[str, ...]
) -> int:
    """Run the rules, print and write what they find."""
    from stdtree.cli.findings import told

    targets = [target(output) for output in outputs]
    workspace = session.workspace()
    files = None
    if name is None:
        taxonomy, findings = workspace.taxonomy, workspace.check()
        files = len(workspace.loaded.sources) + len(workspace.loaded.unreadable)
    else:
        from stdtree.workspace.checking import check_edition

        taxonomy, findings = check_edition(workspace, name)
    report = told(findings, taxonomy, files=files)
    for other, path in targets:
        write(path, session.for_file(report, other))
    session.tell(report, fmt)
    return 1 if _fails(findings, strict=strict) else 0


def _fails(findings: Iterable[Finding], *, strict: bool) -> bool:
    fatal = {"error", "warning"} if strict else {"error"}
    return any(finding.severity in fatal for finding in findings)
