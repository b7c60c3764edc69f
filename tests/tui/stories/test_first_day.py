"""Story: somebody's first day; what was in the way of one who had never seen the editor."""

from __future__ import annotations

from rich.cells import cell_len

from stdtree.workspace import Workspace
from tests.tui.stage import stage


async def test_a_condition_that_fits_nothing_says_so(workspace: Workspace) -> None:
    """状态：草案 is a condition in full: that there is no draft is told before its completion."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("/")
        await editor.type("状态：草案")
        await editor.sees("没有找到“状态：草案”", "Tab：draft")


async def test_a_key_stands_once_in_the_bottom_line(workspace: Workspace) -> None:
    """With categories chosen, Enter and `m` are for them; the same keys are not named again."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("space", "space")
        await editor.sees("选中 2")
        assert editor.lines[-1].count("⏎") == 1
        assert editor.lines[-1].count(" m ") == 1


async def test_tab_in_a_list_stays_in_the_line_to_type_in(workspace: Workspace) -> None:
    """Tab, then Enter: what is marked is taken."""
    async with stage(workspace) as editor:
        await editor.press("m")
        await editor.sees("移动类目")
        await editor.press("b")
        await editor.sees("没有匹配项" if "没有匹配项" in editor.text else "↑↓ 选择")
        await editor.press("tab", "enter")
        await editor.until(lambda: "↑↓ 选择" not in editor.text, "the list closed")
        await editor.sees("移动类目", "‹ B ")


async def test_f1_in_a_dialog_tells_its_keys(workspace: Workspace) -> None:
    """And F1 once more closes it; the form is as it was."""
    async with stage(workspace) as editor:
        await editor.press("a")
        await editor.sees("新增类目")
        await editor.type("数据")
        await editor.press("f1")
        await editor.sees("对话框中的按键", "外部编辑器写长文字")
        await editor.press("f1")
        await editor.until(lambda: "对话框中的按键" not in editor.text)
        await editor.sees("新增类目", "数据")


async def test_the_number_of_a_standard_comes_first(workspace: Workspace) -> None:
    """Whoever enters a standard has its number at hand: the cursor is in that field."""
    async with stage(workspace) as editor:
        await editor.press("i")
        await editor.type("新增标准")
        await editor.press("enter")
        await editor.sees("所在类目")
        await editor.type("gbt19001-2016")
        await editor.until(
            lambda: any("标准编号" in row and "gbt19001-2016" in row for row in editor.lines)
        )


async def test_comparing_fits_a_small_terminal(workspace: Workspace) -> None:
    """80 columns: both panes have their right border."""
    async with stage(workspace, size=(80, 24)) as editor:
        await editor.settled()
        await editor.press("f5")
        await editor.sees("版本比较")
        await editor.until(lambda: sum(row.endswith("╮") for row in editor.lines) == 2)
        assert {cell_len(row) for row in editor.lines} == {80}
