"""Choosing several categories, and doing one thing with all of them in one step."""

from __future__ import annotations

from stdtree.workspace import Workspace
from tests.tui.stage import Stage, stage


def chosen(editor: Stage) -> tuple[str, ...]:
    """The ids of what is chosen."""
    return editor.main.tree_pane.chosen


async def test_mark_range_invert_clear(workspace: Workspace) -> None:
    """Space marks and goes on, v chooses a range, * inverts, Escape clears."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("down", "space", "space")
        assert chosen(editor) == ("terms", "methods")
        await editor.sees("●├─  A1", "选中 2")
        await editor.press("v", "down")
        assert chosen(editor) == ("terms", "methods", "fields", "transfer")
        await editor.press("v", "*")
        assert "terms" not in chosen(editor)
        assert "promotion" in chosen(editor)
        await editor.press("escape")
        assert chosen(editor) == ("transfer",)
        assert "选中" not in editor.text


async def test_all_hits_of_a_search(workspace: Workspace) -> None:
    """M marks what the search found, and not what is above it."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("/")
        await editor.type("brokers")
        await editor.until(lambda: editor.main.tree_pane.hits == ("brokers",), "the hit")
        await editor.press("enter", "M", "escape")
        await editor.press("M")
        await editor.until(lambda: editor.main.tree_pane.hits is not None, "the filter")
        assert chosen(editor) == ("brokers",)


async def test_a_bulk_move_is_one_step(workspace: Workspace) -> None:
    """Two branches go under another parent; what happens is said first; one undo takes it back."""
    async with stage(workspace) as editor:
        await editor.settled()
        before = workspace.taxonomy
        await editor.to_line("B2 类目incubation")
        await editor.press("space", "space", "x", "home", "p")
        await editor.sees("移动类目 · 2 个类目", "改动 2 个类目", "编号变动 2 个")
        assert workspace.taxonomy is before
        await editor.press("ctrl+s")
        await editor.until(lambda: workspace.taxonomy is not before, "the move")
        moved = [workspace.taxonomy.categories[one] for one in ("incubation", "promotion")]
        assert [(one.parent, one.code) for one in moved] == [("basics", "A3"), ("basics", "A4")]
        await editor.sees("选中的 2 个类目")
        await editor.press("u")
        assert workspace.taxonomy == before


async def test_operations_are_offered_for_what_they_suit(workspace: Workspace) -> None:
    """Enter on several offers what can be done with several, and with how many of them."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("space", "space", "enter")
        await editor.sees("对选中的类目", "移动类目", "废止类目", "设置责任单位", "启用草案")


async def test_those_in_the_way_are_named(workspace: Workspace) -> None:
    """Retiring is refused for what still holds something, by name, and nothing happens."""
    async with stage(workspace) as editor:
        await editor.settled()
        before = workspace.taxonomy
        await editor.to_line("B1 类目transfer")
        await editor.press("space", "space", "enter")
        await editor.type("废止")
        await editor.press("enter")
        await editor.sees("废止类目 · 2 个类目")
        await editor.press("ctrl+s")
        await editor.sees("B1 类目transfer")
        assert workspace.taxonomy is before
