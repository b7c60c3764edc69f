"""What may take a while, done in a thread; a dialog says so if it does, and Escape stops it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from stdtree.tui.dialogs.busy import Busy
from stdtree.tui.dialogs.transfer import TransferDialog

if TYPE_CHECKING:
    from stdtree.label import Label
    from stdtree.store.transfer import Watch
    from stdtree.tui.dialogs.dialog import Dialog
    from stdtree.tui.flows.desk import Desk
    from stdtree.tui.screens.keyed import KeyedScreen

Result = TypeVar("Result")


async def done(
    desk: Desk | KeyedScreen | Dialog[Any], title: Label, text: Label, *, work: Callable[[], Result]
) -> Result:
    """What `work` gives, which writes: it goes on to its end, and no key does anything."""
    busy = Busy(title, text, language=desk.language, can_stop=False)
    await desk.app.push_screen(busy)
    try:
        return await asyncio.to_thread(work)
    finally:
        busy.dismiss(None)


async def given(
    desk: Desk | KeyedScreen | Dialog[Any], title: Label, text: Label, *, work: Callable[[], Result]
) -> Result | None:
    """What `work` gives, which writes nothing; None if Escape was pressed before."""
    busy = Busy(title, text, language=desk.language, can_stop=True)
    await desk.app.push_screen(busy)
    working = asyncio.ensure_future(asyncio.to_thread(work))
    stopped = asyncio.ensure_future(busy.stopped.wait())
    try:
        await asyncio.wait((working, stopped), return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return await working
        working.add_done_callback(_forget)
        return None
    finally:
        stopped.cancel()
        busy.dismiss(None)


def _forget(working: asyncio.Future[Any]) -> None:
    """What nobody waits for any more may fail, too."""
    if not working.cancelled():
        working.exception()


async def transferred(desk: Desk, title: Label, work: Callable[[Watch], Result]) -> Result:
    """What `work` gives, with its progress on the screen. Raises Stopped if Escape was pressed."""
    dialog = TransferDialog(title, desk.language)
    await desk.app.push_screen(dialog)
    try:
        return await asyncio.to_thread(work, dialog.transfer)
    finally:
        dialog.transfer.stop.set()  # the editor may be ending: git ends with it
        dialog.dismiss(None)
