"""Palette and help: everything can be found by name."""

from __future__ import annotations

from stdtree.workspace import Workspace
from tests.tui.stage import stage


async def test_a_command_by_its_english_name_in_chinese(workspace: Workspace) -> None:
    """Commands are found in both languages and show their keys."""
    async with stage(workspace) as editor:
        await editor.press("ctrl+p")
        await editor.sees("命令")
        await editor.type("open all")
        await editor.sees("全部展开")
        await editor.press("enter")
        await editor.sees("B11 类目brokers")


async def test_pinyin_initials_find_an_operation(workspace: Workspace) -> None:
    """Ydlm is 移动类目."""
    async with stage(workspace) as editor:
        await editor.press("：")
        await editor.type("ydlm")
        await editor.until(lambda: "新增类目" not in editor.text)
        await editor.sees("移动类目")
        await editor.press("enter")
        await editor.sees("‹ （空） ›")


async def test_help_lists_the_keys(workspace: Workspace) -> None:
    """? shows help, and the full-width ？ too; q closes it."""
    async with stage(workspace) as editor:
        await editor.press("？")
        await editor.sees("输入法", "全部展开", "zR")
        await editor.press("q")
        await editor.until(lambda: editor.app.screen is editor.main)


async def test_a_chord_says_how_it_goes_on(workspace: Workspace) -> None:
    """After z the bottom line names what may follow."""
    async with stage(workspace) as editor:
        await editor.press("z")
        await editor.sees("zR 全部展开")
