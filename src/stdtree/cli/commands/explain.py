"""Explain a validation rule: why it is there, what to do, a bad and a good example.

说明一条校验规则：为什么有它、怎么办、反例和正例。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import argument, choice_of_format
from stdtree.errors import UsageError
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    examples=(
        Example("stdtree explain duplicate-code", Label("说明一条规则", "explain one rule")),
        Example("stdtree rules", Label("列出全部规则", "list all of them")),
    ),
)


@command(HELP)
@argument("rule", metavar="RULE", said=Label("校验规则的标识。", "Id of the rule."))
@choice_of_format("text", "markdown", "json")
def run(session: Session, *, rule: str, fmt: str) -> None:
    """Print what the rule says about itself."""
    from stdtree.report.of_rule import of_rule
    from stdtree.rules import catalogue

    rules = catalogue()
    if rule not in rules:
        from stdtree.model.nearest import did_you_mean

        raise UsageError(
            Label(f"没有校验规则“{rule}”", f"there is no rule “{rule}”"),
            did_you_mean(rule, rules)
            or Label("输入 stdtree rules 列出全部规则", "type stdtree rules to list them all"),
        )
    session.tell(of_rule(rules[rule]), fmt)
