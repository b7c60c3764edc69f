"""Keeping work: save, commit, recover, leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from stdtree.errors import OutsideChange
from stdtree.label import Label
from stdtree.store.half_moved import cut_short
from stdtree.tui.dialogs.commit import CommitDialog
from stdtree.tui.dialogs.dialog import OK
from stdtree.tui.dialogs.question import Message, Question
from stdtree.tui.flows.consent import consent
from stdtree.tui.flows.outside import changed_outside, decide
from stdtree.tui.present.difference import change_lines
from stdtree.tui.present.line import Piece, line
from stdtree.tui.waiting import done, given
from stdtree.workspace.cut_short import end_move

if TYPE_CHECKING:
    from stdtree.tui.flows.desk import Desk
    from stdtree.workspace import Step, Workspace

SAVED = Label("已保存 {} 个文件", "{} files saved")
NOTHING_TO_SAVE = Label("没有未保存的修改", "nothing to save")
COMMIT = Label("提交（记入历史）", "Commit (to the history)")
COMPARING = Label("正在比较…", "comparing…")
COMMITTING = Label("正在提交，请稍候…", "committing, please wait…")
COMMITTED = Label("已提交：{}", "committed: {}")
NOTHING_TO_COMMIT = Label("与上次提交相比没有变更", "nothing changed since the last commit")
MENDED = Label(
    "上次写到一半的 {} 个文件已补全", "{} files whose writing had been cut short are complete now"
)
RECOVERY = Label("恢复未保存的修改", "Recover unsaved edits")
RECOVERY_TEXT = Label(
    "上次没有保存就结束了，下面 {} 步操作还在操作日志中。",
    "The last session ended without saving; these {} operations are in the journal.",
)
RECOVERY_ANSWERS = {
    "recover": Label("恢复", "Recover"),
    "leave": Label("退出，以后再说", "Quit, decide later"),
    "discard": Label("丢弃", "Discard"),
}
ELSEWHERE = Label("已在另一个窗口打开", "Open in another window")
ELSEWHERE_TEXT = Label(
    "另一个窗口或浏览器页面正在编辑此体系。",
    "Another window, or a page of a browser, is editing this system.",
)
ELSEWHERE_HINT = Label(
    "那里尚未保存的修改，这里看不到。两处都改时，后改的一处会被拒绝：不会互相覆盖。",
    "What is not saved there is not seen here. If both edit, the later one is refused:"
    " neither overwrites the other.",
)
ELSEWHERE_ANSWERS = {
    "leave": Label("退出", "Quit"),
    "stay": Label("仍然打开", "Open all the same"),
}
SURE = Label("确定丢弃这些修改？此事无法撤销。", "Discard these edits? This cannot be undone.")
SURE_ANSWERS = {"no": Label("不丢弃", "Keep them"), "yes": Label("丢弃", "Discard")}
JOURNAL = Label("操作日志", "Journal of operations")
QUIT = Label("退出", "Quit")
QUIT_TEXT = Label("有 {} 步修改没有保存。", "{} edits are not saved.")
QUIT_ANSWERS = {
    "save": Label("保存并退出", "Save and quit"),
    "later": Label("不保存退出", "Quit without saving"),
    "stay": Label("继续编辑", "Keep editing"),
}
QUIT_HINT = Label(
    "不保存退出也不会丢失：下次启动时可以恢复。",
    "Without saving nothing is lost either: the next start offers to recover.",
)


async def save(desk: Desk) -> bool:
    """Write the edits to the files; True if nothing is left unsaved."""
    if not desk.workspace.unsaved:
        desk.say(NOTHING_TO_SAVE)
        return True
    try:
        paths = desk.workspace.save()
    except OutsideChange as error:
        await changed_outside(desk, error)
        return False
    desk.renew()
    desk.say(_filled(SAVED, len(paths)))
    return True


async def commit(desk: Desk) -> bool:
    """Ask for the message, save what is unsaved, commit; True if that was done."""
    difference = await given(desk, COMMIT, COMPARING, work=desk.workspace.changed)
    if difference is None:
        return False
    if not difference:
        desk.say(NOTHING_TO_COMMIT)
        return False
    dialog = CommitDialog(
        desk.workspace.suggested_message(desk.language),
        change_lines(difference, desk.language),
        unsaved=bool(desk.workspace.unsaved),
        language=desk.language,
    )
    message = await desk.ask(dialog)
    if message is None:
        return False
    trusted = await consent(desk)
    if trusted is None or (desk.workspace.unsaved and not await save(desk)):
        return False
    revision = await done(
        desk, COMMIT, COMMITTING, work=lambda: desk.workspace.commit(message, trusted=trusted)
    )
    desk.renew()
    summary = message.split("\n", 1)[0]
    desk.say(_filled(COMMITTED, f"{summary} ({revision})"))
    return True


def is_needed(workspace: Workspace) -> bool:
    """Whether an earlier session ended in the middle of something."""
    return bool(workspace.mended or workspace.recoverable() or cut_short(workspace.private))


async def recover(desk: Desk) -> None:
    """Offer to take up the edits of a session that ended without saving."""
    if desk.workspace.mended:
        desk.say(_filled(MENDED, len(desk.workspace.mended)))
    if said := end_move(desk.workspace):
        desk.renew()
        await desk.ask(Message(said, None, language=desk.language))
    steps = desk.workspace.recoverable()
    if not steps:
        return
    answer = None
    while answer is None:
        answer = await _recovery_answer(desk, steps)
    if answer == "recover":
        try:
            desk.workspace.recover()
        except OutsideChange:
            if await decide(desk) != "decided":
                desk.leave()
                return
    elif answer == "discard":
        desk.workspace.discard()
    else:
        desk.leave()
    desk.renew()


async def beside(desk: Desk) -> None:
    """Say that another window has the system open; its edits are not ours to recover."""
    question = Question(
        ELSEWHERE,
        ELSEWHERE_TEXT,
        ELSEWHERE_ANSWERS,
        language=desk.language,
        hint=ELSEWHERE_HINT,
    )
    if await desk.ask(question) != "stay":
        desk.leave()


async def _recovery_answer(desk: Desk, steps: Sequence[Step]) -> str | None:
    """What to do with the edits; None if discarding them was not meant."""
    listed = [
        line(Piece(f"{step.number:>3} ", "dim"), step.label.in_(desk.language)) for step in steps
    ]
    text, language = _filled(RECOVERY_TEXT, len(steps)), desk.language
    question = Question(RECOVERY, text, RECOVERY_ANSWERS, language=language, lines=listed)
    answer = await desk.ask(question) or "leave"
    if answer == "discard":
        sure = await desk.ask(Question(RECOVERY, SURE, SURE_ANSWERS, language=language))
        return answer if sure == "yes" else None
    return answer


async def leave(desk: Desk) -> None:
    """End the program; ask if edits are unsaved."""
    unsaved = desk.workspace.unsaved
    if unsaved:
        text = _filled(QUIT_TEXT, unsaved)
        answer = await desk.ask(
            Question(QUIT, text, QUIT_ANSWERS, language=desk.language, hint=QUIT_HINT)
        )
        if answer not in {"save", "later"} or (answer == "save" and not await save(desk)):
            return
    desk.leave()


async def show_steps(desk: Desk) -> None:
    """Show the journal, the latest step first."""
    listed = [
        line(
            Piece(f"{step.number:>3} ", "dim"),
            Piece(step.label.in_(desk.language), "dim" if step.undone else "plain"),
            right=(Piece(f" {_state(step).in_(desk.language)}", "dim"),),
        )
        for step in reversed(desk.workspace.steps())
    ]
    text = Label(f"{len(listed)} 步", f"{len(listed)} steps")
    await desk.ask(Question(JOURNAL, text, {"ok": OK}, language=desk.language, lines=listed))


def _state(step: Step) -> Label:
    if step.undone:
        return Label("已撤销", "undone")
    return Label("已保存", "saved") if step.saved else Label("未保存", "not saved")


def _filled(label: Label, value: object) -> Label:
    return Label(label.zh.format(value), label.en.format(value))
