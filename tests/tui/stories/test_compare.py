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
        await editor.sees("上次提交 (HEAD) → 当前内容 (WORK)", "移动", "更名", "类目变更 (2)")
        await editor.press("G")
        await editor.sees("A 类目basics")
        await editor.press("enter")
        await editor.until(lambda: editor.app.screen is editor.main)
        assert editor.main.tree_pane.category.id in {"incubation", "terms"}


async def test_swap_and_choose(workspace: Workspace) -> None:
    """S swaps the sides; another side is chosen from the list or typed."""
    async with stage(workspace, language="en") as editor:
        await editor.press("g", "d")
        await editor.sees("last commit (HEAD) → now (WORK)", "no differences")
        await editor.press("s")
        await editor.sees("now (WORK) → last commit (HEAD)")
        await editor.press("a")
        await editor.sees("Newer side")
        await editor.type("nowhere")
        await editor.press("down", "enter")
        await editor.sees("nowhere", "OK")
        await editor.press("enter", "escape")
        await editor.until(lambda: editor.app.screen is editor.main)


async def test_many_changes_begin_with_what_kinds_there_are(workspace: Workspace) -> None:
    """Headings with counts, closed; the overview beside them; keys open and close a group."""
    for number in range(30):
        name = {"zh": f"新类目{number:02}"}
        workspace.apply(decode("add-category", {"parent": "methods", "name": name}))
    workspace.save()
    async with stage(workspace) as editor:
        await editor.press("f5")
        await editor.sees("个事件", "▸ 产生 (30)", "▸ 类目变更 (30)", "变更要求提升", "新增 30")
        assert "  + " not in editor.text
        await editor.press("end", "enter")
        await editor.sees("▾ 类目变更 (30)", "+ A21 新类目00")
        await editor.press("right", "right")
        await editor.sees("位置：A 类目basics › A2 类目methods")
        await editor.press("f12")
        await editor.sees("▾ changes: category (30)", "place: A Category basics")
        await editor.press("left", "left")
        await editor.sees("▸ changes: category (30)")
        await editor.press("equals_sign")
        await editor.sees("▾ creation (30)")
        await editor.press("minus")
        await editor.sees("▸ creation (30)")
