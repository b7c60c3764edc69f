"""Searching: filter while typing, hits, jump."""

from __future__ import annotations

from stdtree.tui.widgets.panes import Details
from stdtree.workspace import Workspace
from tests.tui.stage import stage


async def test_filter_by_standard_number(workspace: Workspace) -> None:
    """/ shows the home of the standard and what is above it; Escape shows all again."""
    async with stage(workspace) as editor:
        await editor.press("slash")
        await editor.type("GB/T 34670")
        await editor.until(lambda: editor.main.tree_pane.hits == ("transfer",))
        assert "A1 类目terms" not in editor.text.split("2 详情")[0]
        await editor.press("enter")
        await editor.sees("GB/T 34670-2017")
        await editor.press("escape")
        await editor.sees("A1 类目terms")
        assert editor.main.tree_pane.category.id == "transfer"


async def test_chinese_typed_into_the_tree_searches(workspace: Workspace) -> None:
    """With an input method on there is no need for the slash."""
    async with stage(workspace) as editor:
        await editor.press("类")
        await editor.until(lambda: len(editor.main.tree_pane.hits or ()) == 8)


async def test_the_full_width_slash_searches(workspace: Workspace) -> None:
    """／ and 、 are the same key."""
    for slash in "／、":
        async with stage(workspace) as editor:
            await editor.press(slash)
            await editor.until(lambda: editor.main.focused.id == "search")


async def test_next_and_previous_hit(workspace: Workspace) -> None:
    """N and N go from hit to hit over what is shown between."""
    async with stage(workspace) as editor:
        await editor.press("f3")
        await editor.type("B1")
        await editor.until(lambda: editor.main.tree_pane.hits == ("transfer", "brokers"))
        await editor.press("enter", "n")
        assert editor.main.tree_pane.category.id == "brokers"
        await editor.press("N")
        assert editor.main.tree_pane.category.id == "transfer"


async def test_jump_to_a_standard(workspace: Workspace) -> None:
    """F finds a standard and puts the cursor on its row."""
    async with stage(workspace) as editor:
        await editor.press("f")
        await editor.sees("跳到")
        await editor.type("tmac")
        await editor.sees("T/TMAC 021-2020")
        await editor.press("enter")
        await editor.until(lambda: editor.main.tree_pane.category.id == "brokers")
        assert editor.main.subject.id == "t-tmac-021-2020"


async def test_tab_goes_past_the_line_that_keeps_a_filter(workspace: Workspace) -> None:
    """Tree, details, findings: the search is opened by its own key."""
    async with stage(workspace) as editor:
        await editor.press("/")
        await editor.type("transfer")
        await editor.sees("B1 类目transfer")
        await editor.press("enter", "tab")
        await editor.until(lambda: editor.app.focused is editor.main.query_one(Details))
        await editor.press("shift+tab")
        await editor.until(lambda: editor.app.focused is editor.main.tree_pane)
