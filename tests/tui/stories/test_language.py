"""Chinese and English, switched while running."""

from __future__ import annotations

from stdtree.workspace import Workspace
from tests.tui.stage import stage


async def test_switch_to_english_and_back(workspace: Workspace) -> None:
    """F12 changes panes, keys and titles, and keeps the place."""
    async with stage(workspace) as editor:
        await editor.press("down")
        await editor.press("f12")
        await editor.sees("1 Tree", "Demo standards system", "A1 Category terms  类目terms", "help")
        assert editor.main.tree_pane.category.id == "terms"
        await editor.press("f12")
        await editor.sees("1 类目树", "帮助")
