"""Findings mended, one or all of a rule; accepted as they are, or no longer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from stdtree.edit import Operation, decode, operation_type
from stdtree.errors import EditError
from stdtree.label import Label, same
from stdtree.model.finding import Finding
from stdtree.model.system import Accepted
from stdtree.model.taxonomy import Taxonomy
from stdtree.tui import waiting
from stdtree.tui.dialogs.dialog import CANCEL
from stdtree.tui.dialogs.question import Question
from stdtree.tui.flows.operate import filled
from stdtree.tui.flows.several import FormOfSeveral
from stdtree.tui.present.effects import effects, findings_told
from stdtree.tui.present.finding_list import Head
from stdtree.tui.present.hint import hint_shown
from stdtree.tui.present.line import Piece, line
from stdtree.tui.widgets.panes import FindingList

if TYPE_CHECKING:
    from stdtree.tui.flows.desk import Desk
    from stdtree.tui.screens.workbench import Workbench

MEND = Label("改正", "Mend")
NO_FIX = Label("须由人决定：", "a person decides: ")
NO_FIXES = Label("规则 {} 没有可以自动改正的问题", "{} finds nothing that can be mended at once")
TRYING = Label("正在试算改正…", "working out what mends them…")
DOING = Label("正在改正…", "mending it…")
ALL_OF = Label("改正 {} 处 {} 问题", "Mend {} findings of {}")
CHANGED = Label("其间有别的编辑，请再试一次", "something was edited meanwhile, try again")
ACCEPT = Label("接受问题", "Accept the finding")
WITHDRAW = Label("撤回接受", "Withdraw the acceptance")
NOT_ACCEPTED = Label(
    "只能撤回已接受的问题：按 A 显示", "only accepted findings can be withdrawn: A shows them"
)


async def mend(desk: Workbench) -> None:
    """Mend the finding under the cursor where that is certain; first say what that does."""
    row = desk.query_one(FindingList).row
    if not isinstance(row, Finding):
        return
    if row.fix is None:
        hint = Label(hint_shown(row.hint, "zh"), hint_shown(row.hint, "en"))
        desk.say(NO_FIX + hint)
        return
    operation = decode(row.fix.operation, row.fix.fields)
    await do(desk, MEND, operation)


async def mend_all(desk: Workbench) -> None:
    """Mend whatever the rule under the cursor finds, in one step; first say what that does."""
    from stdtree.workspace import fixing, together

    row = desk.query_one(FindingList).row
    if row is None:
        return
    workspace, before = desk.workspace, desk.workspace.taxonomy

    def tried() -> tuple[fixing.Plan, Label]:
        plan = fixing.planned(workspace, rule=row.rule)
        after = together.after_all(before, [one.operation for one in plan.mends])
        return plan, effects(before, after)

    found = await waiting.given(desk, MEND, TRYING, work=tried)
    if found is None:
        return
    plan, told = found
    operations = [one.operation for one in plan.mends]
    if not operations:
        desk.say(_filled(NO_FIXES, row.rule))
        return
    label = _filled(ALL_OF, len(operations), row.rule)
    steps = [one.label for one in plan.mends]
    if await _agreed(desk, MEND, label + same("\n") + told, steps=steps):
        if workspace.taxonomy is not before:
            raise EditError(CHANGED, None)
        done = await waiting.done(
            desk, MEND, DOING, work=lambda: together.apply_together(workspace, operations, label)
        )
        desk.renew()
        desk.say(done)


async def do(desk: Desk, title: Label, operation: Operation) -> None:
    """Apply an operation as soon as somebody has agreed to what it does."""
    before = desk.workspace.taxonomy
    after = operation.apply(before)
    text = operation.describe(before) + same("\n") + effects(before, after)
    told = _findings(desk, before, after)
    text = text + same("\n") + told if told.zh else text
    if await _agreed(desk, title, text):
        done = await waiting.done(desk, title, DOING, work=lambda: desk.workspace.apply(operation))
        desk.renew()
        desk.say(done)


def _findings(desk: Desk, before: Taxonomy, after: Taxonomy) -> Label:
    live = desk.workspace.live
    found = live.trial(before, after) if live else None
    return findings_told(*found) if found else same("")


async def _agreed(desk: Desk, title: Label, text: Label, steps: Sequence[Label] = ()) -> bool:
    lines = [line(Piece("· ", "dim"), one.in_(desk.language)) for one in steps]
    answers = {"yes": title, "no": CANCEL}
    question = Question(title, text, answers, language=desk.language, lines=lines)
    return await desk.ask(question) == "yes"


async def accept(desk: Workbench) -> None:
    """Ask for the reason why the finding under the cursor is right as it is."""
    row = desk.query_one(FindingList).row
    if isinstance(row, Head) or row is None:
        return
    about = row.subject.id if isinstance(row, Finding) else row.subject
    operation = operation_type("accept-finding")
    answered = {"id": about, "rule": row.rule}
    given: dict[str, object] = dict(answered)
    if isinstance(row, Accepted):
        given |= {"reason": dict(row.reason), "until": row.until}
    form = FormOfSeveral(operation, desk.workspace.taxonomy, given, proposed={}, answered=answered)
    done = await filled(desk, form, heading=ACCEPT + same(f" · {row.rule}"))
    if done is not None:
        desk.renew()
        desk.say(done)


async def withdraw(desk: Workbench) -> None:
    """Accept a finding no longer: it is told again."""
    row = desk.query_one(FindingList).row
    if not isinstance(row, Accepted):
        desk.say(NOT_ACCEPTED)
        return
    fields = {"id": row.subject, "rule": row.rule}
    await do(desk, WITHDRAW, decode("withdraw-acceptance", fields))


def _filled(label: Label, *values: object) -> Label:
    return Label(label.zh.format(*values), label.en.format(*values))
