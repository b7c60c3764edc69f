"""What the tree refuses is shown in the form, and nothing typed is lost."""

from __future__ import annotations

from stdtree.workspace import Workspace
from tests.tui.stage import stage


async def test_a_taken_code_is_refused_in_the_form(workspace: Workspace) -> None:
    """The form names the category that has the code; the title typed is still there."""
    async with stage(workspace) as editor:
        await editor.press("a")
        await editor.sees("新增类目")
        await editor.type("数据")
        await editor.press("tab", "tab", "ctrl+u")
        await editor.type("A1")
        await editor.sees("✗", "A1")
        await editor.press("ctrl+s")
        await editor.sees("数据", "✗")
        assert workspace.unsaved == 0


async def test_a_move_needs_a_destination(workspace: Workspace) -> None:
    """The top level is never assumed: the slot is empty until something is chosen."""
    async with stage(workspace) as editor:
        await editor.press("down", "m")
        await editor.sees("移动类目", "‹ （空） ›")
        await editor.press("ctrl+s")
        await editor.sees("✗ 必填")
        await editor.press("enter")
        await editor.sees("（顶层）")
        await editor.type("fields")
        await editor.sees("B  类目fields")
        await editor.press("enter")
        await editor.sees("‹ B 类目fields ›")
        await editor.press("tab", "tab", "right")
        await editor.sees("‹ 是 ›", "→ 将 A1 类目terms 移到 B 类目fields 之下")
        await editor.press("ctrl+s")
        await editor.until(lambda: workspace.taxonomy.categories["terms"].parent == "fields")


async def test_a_destructive_operation_asks_with_numbers(workspace: Workspace) -> None:
    """Retiring says how many categories end, and "back" returns to the filled form."""
    async with stage(workspace) as editor:
        await editor.press("G", "colon")
        await editor.sees("命令")
        await editor.type("废止")
        await editor.sees("废止类目")
        await editor.press("enter")
        await editor.sees("自版本")
        await editor.press("ctrl+s")
        await editor.sees("1 个类目不再有效", "返回修改")
        await editor.press("right", "enter")
        await editor.sees("自版本")
        await editor.press("ctrl+s")
        await editor.sees("返回修改")
        await editor.press("enter")
        await editor.until(lambda: workspace.unsaved == 1)
        await editor.until(lambda: "promotion" not in editor.text.split("2 详情")[0])
        assert editor.main.tree_pane.category.id == "fields", "nearest to what is hidden now"
