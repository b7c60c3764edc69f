"""Forms speak of what was entered, in their own words."""

from __future__ import annotations

from stdtree.workspace import Workspace
from tests.tui.stage import stage


async def test_a_form_that_was_only_opened_finds_no_fault(workspace: Workspace) -> None:
    """Renaming opens without a refusal; one comes with OK, and goes with the first letter."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("enter")
        await editor.sees("类目更名")
        await editor.press("enter")
        await editor.sees("修改类目在各语言中的名称")
        assert "✗" not in await editor.still()
        await editor.press("ctrl+s")
        await editor.sees("✗ A 类目basics 没有任何改动")
        await editor.type("新")
        await editor.sees("→ 将 A 类目basics 更名为 类目basics新")
        assert "✗" not in editor.text


async def test_a_refusal_names_fields_and_no_options(workspace: Workspace) -> None:
    """Moving A1 below B: the way out is a field of the form, and all of it fits on 80×24."""
    async with stage(workspace, size=(80, 24), language="en") as editor:
        await editor.press("down", "m")
        await editor.sees("Move category")
        await editor.press("enter")
        await editor.type("fields")
        await editor.sees("B  Category fields")
        await editor.press("enter")
        await editor.sees("✗", '("New code")', '("Recode")', "OK", "Cancel")
        assert "--" not in editor.text


async def test_the_usual_operations_come_first_and_others_say_why_not(workspace: Workspace) -> None:
    """Renaming is one Enter away; what is for drafts cannot be taken, and says so."""
    async with stage(workspace) as editor:
        await editor.press("enter")
        await editor.sees("操作", "类目更名", "只用于草案")
        await editor.type("启用草案")
        await editor.sees("启用草案")
        await editor.press("enter")
        await editor.until(lambda: editor.text.count("只用于草案") > 1)
        await editor.press("escape", "enter", "enter")
        await editor.sees("修改类目在各语言中的名称")
