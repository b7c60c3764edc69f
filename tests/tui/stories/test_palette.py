"""Palette and help: everything can be found by name."""

from __future__ import annotations

from stdtree.tui.present.line import plain
from stdtree.tui.widgets.lines import Lines
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


async def test_a_command_that_cannot_run_says_why(workspace: Workspace) -> None:
    """In the palette, when it is chosen there all the same, and when its key is pressed."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("u")
        await editor.sees("没有可撤销的操作")
        await editor.press("ctrl+p")
        await editor.type("cx")
        await editor.until(lambda: "没有可撤销的操作" in editor.text, "the reason")
        await editor.press("enter")
        assert editor.app.screen is not editor.main, "the list stays, and says why not"


async def test_initials_at_the_beginning_come_first(workspace: Workspace) -> None:
    """Bc is 保存到文件."""
    async with stage(workspace) as editor:
        await editor.press("ctrl+p")
        await editor.type("bc")
        await editor.until(lambda: "bc" in editor.text)
        options = editor.app.screen.query_one("#options", Lines)
        assert plain(options.line(0), 80).startswith("保存到文件")


async def test_what_was_used_last_comes_first(workspace: Workspace) -> None:
    """The next time, and in the next session."""
    async with stage(workspace) as editor:
        await editor.press("ctrl+p")
        await editor.type("全部折叠")
        await editor.press("enter")
        await editor.press("ctrl+p")
        options = editor.app.screen.query_one("#options", Lines)
        assert plain(options.line(0), 80).startswith("全部折叠")


async def test_the_palette_leads_to_categories(workspace: Workspace) -> None:
    """By their titles, too; behind > there are commands only."""
    async with stage(workspace) as editor:
        await editor.press("ctrl+p")
        await editor.type("brokers")
        await editor.sees("B11  类目brokers")
        await editor.press("home", ">")
        await editor.until(lambda: "没有匹配项" in editor.text, "no category")
        await editor.press("backspace", "enter")
        await editor.until(lambda: editor.main.tree_pane.category)
        assert editor.main.tree_pane.category is not None
        assert editor.main.tree_pane.category.id == "brokers"


async def test_mistyped_names_are_found(workspace: Workspace) -> None:
    """What is only like a name is offered where nothing else fits."""
    async with stage(workspace) as editor:
        await editor.press("ctrl+p")
        await editor.type("comparre")
        await editor.sees("版本比较")


async def test_help_lists_the_keys(workspace: Workspace) -> None:
    """? shows help, and the full-width ？ too; it closes it again."""
    async with stage(workspace) as editor:
        await editor.press("？")
        await editor.sees("输入法", "现在可用", "撤销  (没有可撤销的操作)")
        await editor.press("？")
        await editor.until(lambda: editor.app.screen is editor.main)


async def test_help_is_filtered_by_typing(workspace: Workspace) -> None:
    """By words of both languages, initials, keys; two columns where there is room."""
    async with stage(workspace, size=(140, 40)) as editor:
        await editor.press("f1")
        await editor.sees("现在可用")
        two = max(editor.lines, key=lambda line: line.count("Ctrl"))
        assert two.count("Ctrl") > 1, "two columns"
        await editor.type("open all")
        await editor.sees("全部展开", "zR")
        await editor.until(lambda: "粘贴" not in editor.text)
        await editor.press("f12")
        await editor.sees("What applies now", "open all")
        await editor.press("enter")
        await editor.until(lambda: editor.app.screen is editor.main)


async def test_a_chord_says_how_it_goes_on(workspace: Workspace) -> None:
    """After z the bottom line names what may follow."""
    async with stage(workspace) as editor:
        await editor.press("z")
        await editor.sees("zR 全部展开")
