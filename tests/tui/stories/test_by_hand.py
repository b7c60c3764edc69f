"""A whole category as YAML: here where no editor of one's own can be used."""

from __future__ import annotations

import pytest

from stdtree.tui.widgets.entry import Area
from stdtree.workspace import Workspace
from tests.tui.stage import Stage, stage


@pytest.fixture(autouse=True)
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine where none is set."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)


def area(editor: Stage) -> Area:
    """The text."""
    return editor.app.screen.query_one(Area)


async def test_several_fields_are_one_step(workspace: Workspace) -> None:
    """What it does is shown before it is taken; one undo takes all of it back."""
    async with stage(workspace) as editor:
        await editor.press("f", "B", "1", "enter")
        await editor.until(lambda: editor.app.screen is editor.main)
        await editor.press("e")
        await editor.sees("编辑整个类目 B1 类目transfer", "code: B1")
        text = area(editor).text
        area(editor).text = text.replace("code: B1", "code: B9").replace("孵化", "企业孵化")
        await editor.press("ctrl+s")
        await editor.sees("编辑 B1 类目transfer：体系编号、不包括", "编号变动 2 个", "采用")
        await editor.press("enter")
        await editor.until(workspace.steps)
        assert workspace.taxonomy.categories["transfer"].code == "B9"
        assert len(workspace.steps()) == 1


async def test_what_is_refused_can_be_mended(workspace: Workspace) -> None:
    """The line is named, the text comes back as it was typed; then it is thrown away."""
    async with stage(workspace) as editor:
        await editor.press("e")
        await editor.sees("code: A")
        area(editor).text = area(editor).text.replace("code: A", "code: B")
        await editor.press("ctrl+s")
        await editor.sees("有 1 处不能采用", "第 4 行", "返回编辑")
        await editor.press("enter")
        await editor.sees("code: B")
        await editor.press("ctrl+s")
        await editor.sees("返回编辑")
        await editor.press("right", "enter")
        await editor.sees("没有改动")
        assert workspace.steps() == ()


async def test_without_a_change_nothing_happens(workspace: Workspace) -> None:
    """Closing the text at once is no step."""
    async with stage(workspace) as editor:
        await editor.press("e")
        await editor.sees("code: A")
        await editor.press("escape")
        await editor.sees("没有改动")
        assert workspace.steps() == ()
