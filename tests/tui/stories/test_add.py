"""Adding a category through its form."""

from __future__ import annotations

from stdtree.workspace import Workspace
from tests.tui.stage import stage


async def test_add_a_category_below(workspace: Workspace) -> None:
    """The form proposes the code, makes the id, and the cursor goes to the new category."""
    async with stage(workspace) as editor:
        await editor.press("a")
        await editor.sees("新增类目", "上级类目", "‹ A 类目basics ›", "A3")
        await editor.type("数据")
        await editor.press("enter")
        await editor.type("Data")
        await editor.sees("新增 1 个类目")
        await editor.press("f10")
        await editor.sees("A3 数据  Data")
        assert workspace.taxonomy.categories["data"].parent == "basics"
        assert editor.main.tree_pane.category.id == "data"


async def test_what_is_missing_is_said_beside_its_field(workspace: Workspace) -> None:
    """OK without a title names the field; the form stays with all that was typed."""
    async with stage(workspace) as editor:
        await editor.press("a")
        await editor.sees("新增类目")
        await editor.press("ctrl+s")
        await editor.sees("✗ 必填")
        assert workspace.unsaved == 0
        await editor.press("escape")
        await editor.until(lambda: "必填" not in editor.text)


async def test_escape_asks_before_it_throws_text_away(workspace: Workspace) -> None:
    """With nothing typed it closes; with a title typed it asks, and the first answer goes back."""
    async with stage(workspace) as editor:
        await editor.press("a")
        await editor.sees("新增类目")
        await editor.press("escape")
        await editor.until(lambda: editor.app.screen is editor.main)
        await editor.press("a")
        await editor.sees("新增类目")
        await editor.type("数据")
        await editor.press("escape")
        await editor.sees("放弃填写的内容")
        await editor.press("enter")
        await editor.until(lambda: "放弃填写的内容" not in editor.text)
        await editor.sees("数据")
        await editor.press("escape", "right", "enter")
        await editor.until(lambda: editor.app.screen is editor.main)


async def test_a_sibling_at_the_top(workspace: Workspace) -> None:
    """O on a root proposes another root."""
    async with stage(workspace) as editor:
        await editor.press("o")
        await editor.sees("‹ （顶层） ›", "C")


async def test_the_parent_can_be_picked(workspace: Workspace) -> None:
    """Typing in the slot of the parent opens the list; Enter takes the best match."""
    async with stage(workspace) as editor:
        await editor.press("a")
        await editor.sees("上级类目")
        await editor.press("shift+tab")
        await editor.press("B")
        await editor.sees("↑↓ 选择")
        await editor.type("2")
        await editor.sees("incubation")
        await editor.press("enter")
        await editor.sees("‹ B2 类目incubation ›")
