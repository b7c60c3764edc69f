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


async def test_escape_takes_the_search_back(workspace: Workspace) -> None:
    """Cursor and open branches are as before, wherever the hits were."""
    async with stage(workspace) as editor:
        tree = editor.main.tree_pane
        await editor.press("end")
        rows, at = list(tree.outline.rows), tree.category.id
        await editor.press("slash")
        await editor.type("brokers")
        await editor.until(lambda: tree.hits == ("brokers",))
        await editor.press("escape")
        await editor.until(lambda: tree.hits is None)
        assert list(tree.outline.rows) == rows
        assert tree.category.id == at


async def test_conditions_with_an_input_method_on(workspace: Workspace) -> None:
    """Chinese names, the full-width colon; Tab completes what is begun."""
    async with stage(workspace) as editor:
        await editor.press("f3")
        await editor.type("责任：la")
        await editor.sees("Tab：lab")
        await editor.press("tab")
        await editor.until(lambda: editor.main.tree_pane.hits == ("methods",))
        await editor.sees("责任:lab", "1 个类目")


async def test_nothing_found_says_what_to_try(workspace: Workspace) -> None:
    """And a condition that is none says which there are."""
    async with stage(workspace, language="en") as editor:
        await editor.press("/")
        await editor.type("zzz")
        await editor.sees("nothing found for “zzz” · try a shorter word")
        await editor.press("escape", "/")
        await editor.type("level:zzz")
        await editor.sees("After level: write one of part, domain, group")


async def test_earlier_searches_come_back(workspace: Workspace) -> None:
    """Up and down go through them; down after the last one goes to the tree."""
    async with stage(workspace) as editor:
        for typed in ("brokers", "methods"):
            await editor.press("/")
            await editor.type(typed)
            await editor.until(lambda: editor.main.tree_pane.hits == (typed,))  # noqa: B023 -- awaited here
            await editor.press("escape")
        await editor.press("/", "up", "up")
        await editor.until(lambda: editor.main.tree_pane.hits == ("brokers",))
        await editor.press("down")
        await editor.until(lambda: editor.main.tree_pane.hits == ("methods",))
        await editor.press("down")
        await editor.until(lambda: editor.main.tree_pane.hits is None)
        await editor.press("down")
        await editor.until(lambda: editor.app.focused is editor.main.tree_pane)


async def test_hostile_searches_do_no_harm(workspace: Workspace) -> None:
    """Whatever is pasted into the line, at 80 columns, the picture keeps its width."""
    async with stage(workspace, size=(80, 24)) as editor:
        for typed in ('"', "status:", "[/x]", "-:", "责任:“", "\x1b]52;c;x\x07"):
            await editor.press("/")
            editor.main.query_one("#search").value = typed
            await editor.still()
            editor.assert_fits(80)
            await editor.press("escape")
