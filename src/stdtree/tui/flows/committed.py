"""Looking at what is not committed and not shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.tui.screens.git import GitScreen

if TYPE_CHECKING:
    from stdtree.tui.screens.workbench import Workbench


async def look(desk: Workbench) -> None:
    """Open the screen; go to what was chosen there."""
    chosen = await desk.app.push_screen_wait(GitScreen(desk))
    if chosen is not None:
        desk.go_to(chosen)
