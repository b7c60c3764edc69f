"""Comparing two sides."""

from __future__ import annotations

from stdtree.edit import decode
from stdtree.workspace import Workspace
from tests.tui.stage import stage


async def test_compare_the_last_commit_with_now(workspace: Workspace) -> None:
    """Events and categories at the left, before and after at the right; Enter goes there."""
    workspace.apply(decode("move-category", {"id": "incubation", "to": "basics", "code": "A3"}))
    workspace.apply(decode("rename-category", {"id": "terms", "name": {"zh": "术语"}}))
    workspace.save()
    async with stage(workspace) as editor:
        await editor.press("f5")
        await editor.sees("HEAD → WORK", "移动", "更名", "类目 (2)")
        await editor.press("G")
        await editor.sees("A 类目basics")
        await editor.press("enter")
        await editor.until(lambda: editor.app.screen is editor.main)
        assert editor.main.tree_pane.category.id in {"incubation", "terms"}


async def test_swap_and_choose(workspace: Workspace) -> None:
    """S swaps the sides; another side is chosen from the list or typed."""
    async with stage(workspace, language="en") as editor:
        await editor.press("g", "d")
        await editor.sees("HEAD → WORK", "no differences")
        await editor.press("s")
        await editor.sees("WORK → HEAD")
        await editor.press("a")
        await editor.sees("Newer side")
        await editor.type("nowhere")
        await editor.press("down", "enter")
        await editor.sees("nowhere", "OK")
        await editor.press("enter", "escape")
        await editor.until(lambda: editor.app.screen is editor.main)
