"""Releasing from the editor."""

from __future__ import annotations

import pytest

from stdtree.tui.flows.release import proposed
from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.tui.stage import stage


@pytest.mark.parametrize(
    ("known", "next_one"), [((), "1.0"), (("1.0", "1.1"), "1.2"), (("1.9", "1.10.3"), "1.11")]
)
def test_the_next_number(known: tuple[str, ...], next_one: str) -> None:
    """The minor number after the highest."""
    assert proposed(known) == next_one


async def test_what_is_missing_is_listed_with_the_way_out(workspace: Workspace) -> None:
    """Unsaved edits and a bad number stand in the checklist; OK does not release."""
    async with stage(workspace) as editor:
        await editor.press("f2")
        await editor.sees("类目更名")
        await editor.type("新")
        await editor.press("ctrl+s")
        await editor.sees("● 1 未保存")
        await editor.press("g", "r")
        await editor.sees("发布前检查", "✓ git 可以提交", "✗ 还有 1 个类目未保存", "Ctrl+S")
        await editor.press("f10")
        await editor.sees("✗ 检查表还有未完成的项")
        await editor.press("ctrl+u")
        await editor.type("x")
        await editor.sees("✗ x 不能作版本号")
        await editor.press("escape")
        await editor.until(lambda: editor.app.screen is editor.main)


async def test_release_writes_commits_and_tags(workspace: Workspace, repo: Repo) -> None:
    """The number is proposed, notes are recorded, and what was written is listed."""
    async with stage(workspace) as editor:
        await editor.press("g", "r")
        await editor.sees("发布版本", "1.0", "✓ 首个版本")
        await editor.press("tab", "end", "x", "ctrl+s")
        await editor.sees("✗ 日期写作")
        await editor.press("backspace", "tab", "tab")
        await editor.type("首版")
        await editor.press("escape")
        await editor.sees("放弃填写的内容？")
        await editor.press("enter", "ctrl+s")
        await editor.sees("已发布 1.0", "releases/1.0.yaml")
        await editor.press("enter")
        await editor.sees("已保存并提交")
    assert repo.git("tag").split() == ["taxonomy/1.0"]
    record = (repo.root / "taxonomy/releases/1.0.yaml").read_text(encoding="utf-8")
    assert "首版" in record
