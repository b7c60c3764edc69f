"""Making a release: number, checklist and notes in one dialog, then what was written."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from stdtree.label import Label
from stdtree.model.release import release_key
from stdtree.tui.dialogs.dialog import OK
from stdtree.tui.dialogs.question import Busy, Question
from stdtree.tui.dialogs.release import TITLE, Planned, ReleaseDialog
from stdtree.tui.flows.consent import consent
from stdtree.tui.present.line import line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stdtree.tui.screens.workbench import Workbench

RELEASING = Label("正在发布，请稍候…", "releasing, please wait…")
RELEASED = Label(
    "已发布 {name}（{date}），写入 {count} 个文件：", "Released {name} ({date}), {count} files:"
)


async def release(desk: Workbench) -> None:
    """Ask, go through the checklist, release, and show what was written."""
    workspace = desk.workspace
    dialog = ReleaseDialog(
        Planned(proposed(workspace.names()[:-1]), desk.today(), notes={}, reason={}),
        lambda planned: workspace.release_checklist(
            planned.name, date=planned.date, reason=planned.reason
        ),
        languages=workspace.taxonomy.system.languages,
        language=desk.language,
    )
    planned = await desk.ask(dialog)
    trusted = await consent(desk) if planned else None
    if planned is None or trusted is None:
        return
    busy = Busy(TITLE, RELEASING, language=desk.language)
    await desk.app.push_screen(busy)
    try:
        paths = await asyncio.to_thread(
            workspace.release,
            planned.name,
            date=planned.date,
            notes=planned.notes or None,
            reason=planned.reason or None,
            trusted=trusted,
        )
    finally:
        busy.dismiss(None)
    desk.renew()
    text = _told(planned, len(paths))
    listed = [line(f"  {path}") for path in paths]
    await desk.ask(Question(TITLE, text, {"ok": OK}, language=desk.language, lines=listed))


def proposed(known: Sequence[str]) -> str:
    """The next minor number, as forms propose it for what is retired; 1.0 to begin with."""
    if not known:
        return "1.0"
    major, minor, _ = max(map(release_key, known))
    return f"{major}.{minor + 1}"


def _told(planned: Planned, count: int) -> Label:
    values = {"name": planned.name, "date": planned.date, "count": count}
    return Label(RELEASED.zh.format(**values), RELEASED.en.format(**values))
