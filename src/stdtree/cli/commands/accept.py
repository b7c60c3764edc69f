"""Accept a finding with a reason; without one, list what is accepted.

写明理由，接受一个问题；不写规则则列出已接受的问题。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.command import command
from stdtree.cli.help import Example, Help
from stdtree.cli.options import DRY_RUN, argument, option
from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.cli.session import Session

HELP = Help(
    __doc__,
    text=Label(
        "写入 system.yaml 的 accepted，可撤销（stdtree edit undo）。一次接受一条规则对一个对象的"
        "问题；过了有效期，或问题已不存在，校验会指出。读文件时发现的问题（如 YAML 写法）"
        "不能接受，只能改正或记入基线。",
        "Written to accepted in system.yaml; stdtree edit undo takes it back. What is accepted is"
        " what one rule finds in one subject; when its last day has gone by, or there is no such"
        " finding any more, the check says so. What is wrong with the writing of a file cannot be"
        " accepted: it is mended, or taken into a baseline.",
    ),
    examples=(
        Example("stdtree accept", Label("列出已接受的问题", "list what is accepted")),
        Example(
            'stdtree accept unknown-prefix "SZT 12-2015" --reason "zh=待核实" --until 2027-12-31',
            Label("接受一个问题", "accept a finding"),
        ),
        Example(
            'stdtree accept unknown-prefix "SZT 12-2015" --withdraw',
            Label("撤回", "accept it no longer"),
        ),
    ),
    exits={0: Label("已写好，或已列出。", "Written, or listed.")},
)


@command(HELP)
@argument("rule", metavar="[RULE]", required=False, said=Label("校验规则。", "Id of the rule."))
@argument(
    "about",
    metavar="[ID|CODE|NUMBER]",
    required=False,
    said=Label("问题对象：类目、标准、单位等。", "What it finds fault with: category, standard …."),
)
@option(
    "--reason",
    "reasons",
    metavar="LANG=TEXT",
    multiple=True,
    said=Label("理由；每种语言一次。", "Why it is right as it is; once for each language."),
)
@option(
    "--until",
    metavar="YYYY[-MM[-DD]]",
    said=Label("有效期至；不写则长期有效。", "Last day on which it is accepted; else for good."),
)
@option("--withdraw", is_flag=True, said=Label("撤回接受。", "Accept it no longer."))
@option("--dry-run", is_flag=True, said=DRY_RUN)
def run(  # noqa: PLR0913  # one parameter for each option
    session: Session,
    *,
    rule: str | None,
    about: str | None,
    reasons: tuple[str, ...],
    until: str | None,
    withdraw: bool,
    dry_run: bool,
) -> None:
    """List, accept or withdraw."""
    from stdtree.cli import accepting

    workspace = session.workspace()
    if rule is None:
        accepting.tell(session, workspace)
    elif withdraw:
        accepting.withdraw(session, workspace, (rule, about), dry_run=dry_run)
    else:
        given = {"reason": reasons, "until": until}
        accepting.accept(session, workspace, (rule, about), given=given, dry_run=dry_run)
