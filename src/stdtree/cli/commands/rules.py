"""List the validation rules with their severities.

列出校验规则及其严重程度。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import choice_of_format
from stdtree.label import Label, same

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label(
        "严重程度可在 system.yaml 的 rules 中另行设定；“校验规则”一览显示的是默认值。",
        "The severities are those by default; system.yaml (rules) may set others.",
    ),
    examples=(
        Example("stdtree rules", Label("全部规则", "all rules")),
        Example("stdtree explain duplicate-code", Label("说明一条规则", "explain one")),
    ),
)


@command(HELP)
@choice_of_format("text", "json", "markdown")
def run(session: Session, *, fmt: str) -> None:
    """Print the table."""
    from stdtree.model import words
    from stdtree.report import Cell, Report, Style, Table
    from stdtree.rules import catalogue

    rules = catalogue()
    styles: dict[str, Style] = {"error": "bad", "warning": "warn", "note": "dim", "off": "dim"}
    table = Table(
        (
            Label("校验规则", "Rule"),
            Label("严重程度", "Severity"),
            Label("说明", "Offence"),
        ),
        tuple(
            (
                Cell(same(rule.id), "strong"),
                Cell(words.SEVERITY[rule.severity], styles[rule.severity]),
                Cell(rule.title),
            )
            for rule in rules.values()
        ),
    )
    data = [{"id": r.id, "severity": r.severity, "title": r.title} for r in rules.values()]
    session.tell(Report(Label("校验规则", "Validation rules"), (table,), data), fmt)
