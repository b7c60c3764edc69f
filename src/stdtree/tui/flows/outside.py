"""Files that another program changed: seen, decided, and nothing overwritten in silence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal, cast

from stdtree.errors import OutsideChange
from stdtree.label import Label
from stdtree.tui.dialogs.outside import OutsideDialog
from stdtree.tui.dialogs.question import Question
from stdtree.tui.waiting import done, given
from stdtree.workspace.colliding import collisions, settle, write_patch

if TYPE_CHECKING:
    from stdtree.tui.flows.desk import Desk

OUTSIDE = Label("文件已被改动", "Changed outside")
OUTSIDE_ANSWERS = {
    "reload": Label("重新载入，再做一遍我的修改", "Reload and apply my edits again"),
    "edit": Label("继续编辑，暂不保存", "Keep editing, save later"),
}
OUTSIDE_HINT = Label(
    "没有覆盖任何文件；您的修改都在操作日志中。",
    "Nothing was overwritten; your edits are in the journal.",
)
RELOADED = Label(
    "已重新载入，您的修改已重做，尚未保存", "reloaded, your edits applied again, not saved yet"
)
READING = Label("正在重新读取文件…", "reading the files again…")
SURE = Label(
    "放弃自己对这些类目的未保存编辑？此事无法撤销。",
    "Give up your unsaved edits of these categories? This cannot be undone.",
)
SURE_ANSWERS = {"no": Label("不放弃", "Keep them"), "yes": Label("放弃", "Give them up")}
KEPT = Label("已保留他人的改动", "kept what others made of it")
WRITTEN = Label(
    "您的编辑已写成补丁 {0}；以后可用：stdtree apply {0}",
    "your edits are in the patch {0}; take them up with: stdtree apply {0}",
)


async def changed_outside(desk: Desk, error: OutsideChange) -> None:
    """Show both sides where both edited the same; else offer to read the files anew."""
    if await decide(desk) != "nothing":
        return
    question = Question(
        OUTSIDE,
        error.message,
        OUTSIDE_ANSWERS,
        language=desk.language,
        hint=error.hint or OUTSIDE_HINT,
    )
    if await desk.ask(question) != "reload":
        return
    desk.workspace.reload()
    desk.renew()
    desk.say(RELOADED)


async def decide(desk: Desk) -> Literal["decided", "later", "nothing"]:
    """Whether there was something to decide, and whether it was."""
    while True:
        look = partial(collisions, desk.workspace)
        found = await given(desk, OUTSIDE, READING, work=look)
        if not found:
            return "later" if found is None else "nothing"
        answer = await desk.ask(OutsideDialog(found, language=desk.language))
        if answer in {None, "later"}:
            return "later"
        if answer == "theirs":
            question = Question(OUTSIDE, SURE, SURE_ANSWERS, language=desk.language)
            if await desk.ask(question) != "yes":
                continue
        written = write_patch(desk.workspace) if answer == "patch" else ""
        choice = "again" if answer == "again" else "theirs"
        settling = partial(settle, desk.workspace, cast("Literal['again', 'theirs']", choice))
        await done(desk, OUTSIDE, READING, work=settling)
        desk.renew()
        said = Label(WRITTEN.zh.format(written), WRITTEN.en.format(written)) if written else KEPT
        desk.say(RELOADED if answer == "again" else said)
        return "decided"
