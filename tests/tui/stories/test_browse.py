"""Browsing: move, open, close, follow, read."""

from __future__ import annotations

from stdtree.workspace import Workspace
from tests.tui.stage import stage


async def test_the_details_follow_the_cursor(workspace: Workspace) -> None:
    """Moving down shows the next category with its table of standards."""
    async with stage(workspace) as editor:
        await editor.press("down")
        await editor.sees("GB/T 1-2020", "标准gbt-1-2020", "现行")


async def test_a_branch_opens_and_closes(workspace: Workspace) -> None:
    """Right opens the branch, left closes it, left again goes to the parent."""
    async with stage(workspace) as editor:
        await editor.press("down", "down", "down", "down", "right")
        await editor.sees("▾ B1", "B11 类目brokers")
        await editor.press("left")
        await editor.until(lambda: "B11 类目brokers" not in editor.text)
        await editor.press("left")
        category = editor.main.tree_pane.category
        assert category is not None
        assert category.id == "fields"


async def test_vim_keys_do_the_same(workspace: Workspace) -> None:
    """G goes to the end, gg to the start, zR opens all."""
    async with stage(workspace) as editor:
        await editor.press("G")
        tree = editor.main.tree_pane
        assert tree.category is not None
        assert tree.category.id == "promotion"
        await editor.press("g", "g", "z", "R")
        assert tree.category is not None
        assert tree.category.id == "basics"
        await editor.sees("B11 类目brokers")


async def test_a_note_leads_to_the_category_it_names(workspace: Workspace) -> None:
    """Enter on "→ B2" in the details puts the tree on B2."""
    async with stage(workspace) as editor:
        await editor.press("G", "k", "k")
        await editor.sees("→ B2 类目incubation")
        await editor.press("tab")
        await editor.to_line("→ B2")
        await editor.press("enter")
        await editor.until(lambda: editor.main.tree_pane.category.id == "incubation")


async def test_enter_on_a_standard_shows_it_whole(workspace: Workspace) -> None:
    """The dialog names its home and the other category that lists it."""
    async with stage(workspace) as editor:
        await editor.press("G", "k", "k")
        await editor.sees("GB/T 34670-2017")
        await editor.press("tab")
        await editor.to_line("GB/T 34670")
        await editor.press("enter")
        await editor.sees("所在类目", "同时列入", "A1 类目terms")


async def test_a_small_terminal_still_shows_the_tree(workspace: Workspace) -> None:
    """At 50×14 the tree is left, and every line fits."""
    async with stage(workspace, size=(50, 14)) as editor:
        await editor.sees("▾ A 类目basics")
        editor.assert_fits(50)
