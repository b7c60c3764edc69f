"""Renaming in the row of the tree."""

from __future__ import annotations

import pytest

from stdtree.tui.widgets.rename import RowRename, TitleEntry
from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.trees import category, taxonomy
from tests.tui.files import opened
from tests.tui.stage import Stage, stage


def row(editor: Stage, text: str) -> str:
    """The left of the line of the screen that holds `text`."""
    return next(line[:50] for line in editor.lines if text in line)


async def test_one_title_is_one_step(workspace: Workspace) -> None:
    """F2, type, Enter: the row shows it, u takes it back; the tree was never laid out anew."""
    async with stage(workspace) as editor:
        await editor.settled()
        before, region = row(editor, "A 类目basics"), editor.main.tree_pane.region
        await editor.press("down", "f2")
        await editor.until(lambda: isinstance(editor.main.focused, TitleEntry))
        assert row(editor, "A 类目basics") == before
        assert editor.main.tree_pane.region == region
        await editor.type("与术语")
        await editor.sees("├─  A1 类目terms与术语", "确定", "另一语言")
        editor.assert_fits(120)
        await editor.press("enter")
        await editor.until(lambda: not editor.main.query(RowRename))
        await editor.sees("A1 类目terms与术语", "● 1 未保存")
        assert [step.operation for step in workspace.steps()] == ["rename-category"]
        await editor.press("u")
        await editor.sees("已撤销")
        assert workspace.taxonomy.categories["terms"].title["zh"] == "类目terms"


async def test_both_languages_in_one_step(workspace: Workspace) -> None:
    """Tab goes to the other language and back; nothing typed is lost, F12 included."""
    async with stage(workspace) as editor:
        await editor.press("r")
        await editor.type("甲")
        await editor.press("tab")
        await editor.sees("Category basics")
        await editor.type("!")
        await editor.press("f12")
        await editor.sees("Category basics!", "other language")
        await editor.press("tab")
        await editor.sees("类目basics甲")
        await editor.press("enter")
        await editor.until(workspace.steps)
        title = workspace.taxonomy.categories["basics"].title
        assert title == {"zh": "类目basics甲", "en": "Category basics!"}
        assert len(workspace.steps()) == 1


async def test_escape_and_no_change_leave_no_step(workspace: Workspace) -> None:
    """Both go back to the tree; keys of the tree apply again."""
    async with stage(workspace) as editor:
        await editor.press("f2")
        await editor.type("x")
        await editor.press("escape")
        await editor.until(lambda: not editor.main.query(RowRename))
        await editor.press("f2", "enter")
        await editor.until(lambda: not editor.main.query(RowRename))
        await editor.press("down")
        await editor.until(lambda: editor.main.tree_pane.category.id == "terms")
        assert workspace.steps() == ()


async def test_a_refusal_is_said_and_the_text_stays(workspace: Workspace) -> None:
    """The first language cannot be emptied; typing goes on; other keys of the screen are off."""
    async with stage(workspace) as editor:
        await editor.press("f2", "ctrl+u", "enter")
        await editor.sees("✗ 名称缺少必备语言 zh")
        await editor.type("uq新名")
        await editor.press("enter")
        await editor.until(workspace.steps)
        assert workspace.taxonomy.categories["basics"].title["zh"] == "uq新名"


async def test_it_stays_on_its_row(workspace: Workspace) -> None:
    """Smaller and larger again: still over the row, the text as it was typed."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("down", "f2")
        await editor.type("甲")
        for size in ((80, 24), (50, 14), (120, 40)):
            await editor.pilot.resize_terminal(*size)
            await editor.sees("A1 类目terms甲")
            editor.assert_fits(size[0])


@pytest.mark.parametrize("title", ["x[/]", "esc\x1b]52;c;aGk=\x07", "长" * 200])
async def test_any_title_can_be_renamed(repo: Repo, title: str) -> None:
    """Deep rows too: the line is never wider than the tree."""
    chain = [category(f"c{n}", f"A{'1' * n}", f"c{n - 1}" if n else None) for n in range(1, 30)]
    made = taxonomy(category("c0", "A", title={"zh": title}), *chain)
    workspace = opened(repo, made)
    async with stage(workspace, size=(60, 20)) as editor:
        await editor.settled()
        await editor.press("=", "f2")
        await editor.type("完")
        editor.assert_fits(60)
        await editor.press("enter")
        await editor.until(workspace.steps)
        await editor.press("end", "f2")
        await editor.type("完")
        await editor.sees("类目c29完")
        editor.assert_fits(60)
