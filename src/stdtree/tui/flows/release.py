"""Making a release: number, checklist and notes in one dialog, then what was written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from stdtree.label import Label
from stdtree.model.release import release_key
from stdtree.tui.commands import every
from stdtree.tui.dialogs.confirm_release import ConfirmRelease
from stdtree.tui.dialogs.dialog import OK
from stdtree.tui.dialogs.question import Question
from stdtree.tui.dialogs.release import TITLE, Planned, ReleaseDialog, Todo
from stdtree.tui.flows import committed, keep
from stdtree.tui.flows.consent import consent
from stdtree.tui.present.line import line
from stdtree.tui.waiting import done, given
from stdtree.workspace.releasing import trial

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stdtree.tui.screens.workbench import Workbench

PREPARING = Label("正在预演…", "working out what it will do…")
MENDED = Label("改正后再按 g r 发布", "mend them, then release with g r")
RELEASING = Label("正在发布，请稍候…", "releasing, please wait…")
RELEASED = Label(
    "已发布 {name}（{date}），写入 {count} 个文件：", "Released {name} ({date}), {count} files:"
)


async def release(desk: Workbench) -> None:
    """Ask, go through the checklist, show what will be done, release, and show what was written."""
    planned = await _planned(desk)
    trusted = await consent(desk) if planned else None
    if planned is None or trusted is None:
        return
    release_it = partial(desk.workspace.release, planned.name, **_record(planned), trusted=trusted)
    paths = await done(desk, TITLE, RELEASING, work=release_it)
    desk.renew()
    text = _told(planned, len(paths))
    listed = [line(f"  {path}") for path in paths]
    await desk.ask(Question(TITLE, text, {"ok": OK}, language=desk.language, lines=listed))


async def _planned(desk: Workbench) -> Planned | None:
    """A release whose checklist is done and that somebody confirmed; None if nobody did."""
    workspace = desk.workspace
    planned = Planned(proposed(workspace.names()[:-1]), desk.today(), notes={}, reason={})
    while True:
        answer = await desk.ask(
            ReleaseDialog(
                planned,
                lambda one: workspace.release_checklist(one.name, date=one.date, reason=one.reason),
                languages=workspace.taxonomy.system.languages,
                language=desk.language,
            )
        )
        if answer is None:
            return None
        if isinstance(answer, Todo):
            planned = answer.planned
            if not await _seen_to(desk, answer):
                return None
            continue
        planned = answer
        try_it = partial(trial, workspace, planned.name, **_record(planned))
        files = await given(desk, TITLE, PREPARING, work=try_it)
        if files is not None:
            confirm = ConfirmRelease(
                planned.name, files, branch=workspace.branch or "", language=desk.language
            )
            if await desk.ask(confirm):
                return planned


async def _seen_to(desk: Workbench, todo: Todo) -> bool:
    """Go where a point of the checklist is seen to; False if the release has to wait for it."""
    if todo.topic == "kept":
        await keep.commit(desk)
    elif todo.topic == "history":
        await committed.look(desk)
    else:
        listing = next(one for one in every() if (one.id, one.where) == ("findings", "main"))
        desk.run(listing)
        desk.say(MENDED)
        return False
    return True


def _record(planned: Planned) -> dict[str, Any]:
    """What stands in the record of the release."""
    return {
        "date": planned.date,
        "notes": planned.notes or None,
        "reason": planned.reason or None,
    }


def proposed(known: Sequence[str]) -> str:
    """The next minor number, as forms propose it for what is retired; 1.0 to begin with."""
    if not known:
        return "1.0"
    major, minor, _ = max(map(release_key, known))
    return f"{major}.{minor + 1}"


def _told(planned: Planned, count: int) -> Label:
    values = {"name": planned.name, "date": planned.date, "count": count}
    return Label(RELEASED.zh.format(**values), RELEASED.en.format(**values))
