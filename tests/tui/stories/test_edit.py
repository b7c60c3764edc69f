"""Editing: rename, undo, redo."""

from __future__ import annotations

from stdtree.workspace import Workspace
from tests.tui.stage import stage


async def test_rename_undo_redo(workspace: Workspace) -> None:
    """The form renames; u takes it back; Ctrl+R does it again."""
    async with stage(workspace) as editor:
        await editor.press("enter")
        await editor.sees("类目更名")
        await editor.press("enter")
        await editor.sees("修改类目在各语言中的名称")
        await editor.type("与术语")
        await editor.sees("→ 将 A 类目basics 更名为 类目basics与术语")
        await editor.press("ctrl+s")
        await editor.sees("▾ A 类目basics与术语", "● 1 未保存")
        assert workspace.taxonomy.categories["basics"].title["zh"] == "类目basics与术语"
        await editor.press("u")
        await editor.sees("已撤销", "已保存")
        assert workspace.taxonomy.categories["basics"].title["zh"] == "类目basics"
        await editor.press("ctrl+r")
        await editor.sees("已重做", "类目basics与术语")


async def test_nothing_to_undo_is_said(workspace: Workspace) -> None:
    """At the start u says that there is nothing."""
    async with stage(workspace, language="en") as editor:
        await editor.press("u")
        await editor.sees("nothing to undo")


async def test_only_what_was_edited_is_journalled(workspace: Workspace) -> None:
    """A form that shows all fields of a standard passes on the one that changed."""
    async with stage(workspace) as editor:
        await editor.press("down")
        await editor.sees("GB/T 1-2020")
        await editor.press("tab", "end", "i")
        await editor.sees("操作")
        await editor.type("编辑标准")
        await editor.press("enter")
        await editor.sees("标准名称")
        await editor.press("tab", "tab", "tab")
        await editor.press("right")
        await editor.press("ctrl+s")
        await editor.until(workspace.steps)
        (step,) = workspace.steps()
        assert step.label.zh.endswith("状态")
        assert "、" not in step.label.zh
