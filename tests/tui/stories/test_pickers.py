"""Fields that offer, read and step: standard numbers, dates, facets, categories, choices."""

from __future__ import annotations

from stdtree.workspace import Workspace
from tests.tui.stage import Stage, stage


async def form(editor: Stage, name: str) -> None:
    """Open the form of an operation through the palette."""
    await editor.settled()
    await editor.press("ctrl+p")
    await editor.sees("命令")
    await editor.type(name)
    await editor.press("enter")
    await editor.sees("Ctrl+S 确定")


async def test_a_number_is_read_while_it_is_typed(workspace: Workspace) -> None:
    """Its normal form and what it says; on leaving, the field holds the normal form."""
    async with stage(workspace) as editor:
        await form(editor, "新增标准")
        await editor.sees("标准编号")
        field = editor.app.screen.query_one("#field-number Entry")
        field.focus()
        await editor.type("gbt20001.5-2017")
        await editor.sees("GB/T 20001.5-2017  推荐性国家标准 · 2017 年")
        await editor.press("tab")
        await editor.until(lambda: field.value == "GB/T 20001.5-2017")
        field.focus()
        await editor.type("x")
        await editor.sees("认不出的编号")


async def test_dates_in_any_form_and_by_arrows(workspace: Workspace) -> None:
    """2026年3月1日 is kept as 2026-03-01; arrows step days; nonsense is said beside the field."""
    async with stage(workspace) as editor:
        await form(editor, "新增标准")
        field = editor.app.screen.query_one("#field-published Entry")
        field.focus()
        await editor.type("2026年3月1日")
        await editor.sees("2026-03-01 周日")
        await editor.press("up")
        await editor.until(lambda: field.value == "2026-03-02")
        await editor.press("down", "down")
        await editor.until(lambda: field.value == "2026-02-28")
        await editor.type("x")
        await editor.sees("不是日期")


async def test_facet_then_values(workspace: Workspace) -> None:
    """Values are ticked by name; what the category has is ticked at first."""
    async with stage(workspace) as editor:
        await editor.press("f", "B", "3", "enter")
        await editor.until(lambda: editor.app.screen is editor.main)
        await form(editor, "设置分面")
        await editor.sees("‹ 产业链环节 ›", "[ ] 研究", "[x] 转化")
        editor.app.screen.query_one("Ticks").focus()
        await editor.press("space")
        await editor.sees("[x] 研究", "→ 将 B3 类目promotion")
        await editor.press("ctrl+s")
        await editor.until(workspace.steps)
        facets = workspace.taxonomy.categories["promotion"].facets
        assert facets == {"chain": ("research", "transfer")}


async def test_a_category_by_what_is_like_it(workspace: Workspace) -> None:
    """With its path; a slip of the finger finds it all the same."""
    async with stage(workspace) as editor:
        await form(editor, "移动类目")
        editor.app.screen.query_one("#field-to Slot").focus()
        await editor.press("enter")
        await editor.type("Category incubatoin")
        await editor.sees("B2  类目incubation  类目fields")
        await editor.press("enter")
        await editor.sees("‹ B2 类目incubation ›")


async def test_a_choice_from_a_list(workspace: Workspace) -> None:
    """Enter lists all; a letter finds by pinyin initials; arrows step as before."""
    async with stage(workspace) as editor:
        await form(editor, "新增类目")
        slot = editor.app.screen.query_one("#field-status Slot")
        slot.focus()
        await editor.press("c")
        await editor.sees("↑↓ 选择", "草案", "有效")
        await editor.type("a")
        await editor.until(lambda: "active" not in editor.text.split("↑↓ 选择")[0])
        await editor.press("enter")
        await editor.sees("‹ 草案 ›")
        await editor.press("right")
        await editor.sees("‹ 有效 ›")


async def test_what_an_edit_does_and_the_findings_it_brings(workspace: Workspace) -> None:
    """Codes that change, and a duplicate title, before anything is done."""
    async with stage(workspace) as editor:
        await editor.press("f", "B", "1", "enter")
        await editor.until(lambda: editor.app.screen is editor.main)
        await form(editor, "类目改码")
        await editor.press("end", "backspace")
        await editor.type("9")
        await editor.sees("改动 2 个类目", "编号变动 2 个", "B1 → B9", "B11 → B91")
        await editor.press("escape", "right", "enter")
        await editor.until(lambda: editor.app.screen is editor.main)
        await form(editor, "类目更名")
        await editor.press("end", *["backspace"] * len("transfer"))
        await editor.type("promotion")
        await editor.sees("将出现问题")


async def test_a_form_in_the_other_language(workspace: Workspace) -> None:
    """F12 changes every word of ours and nothing that was typed."""
    async with stage(workspace) as editor:
        await form(editor, "新增类目")
        await editor.type("数据")
        await editor.sees("新增 1 个类目")
        await editor.press("f12")
        await editor.sees(
            "Add category", "Under", "‹ A Category basics ›", "1 categories added", "OK", "数据"
        )
        assert "上级类目" not in editor.text
        await editor.press("f12")
        await editor.sees("新增类目", "上级类目", "新增 1 个类目")
        await editor.press("ctrl+s")
        await editor.until(workspace.steps)
        assert editor.main.language == "zh"
