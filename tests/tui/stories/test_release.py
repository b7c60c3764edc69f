"""Releasing from the editor."""

from __future__ import annotations

import pytest

from stdtree.tui.flows.release import proposed
from stdtree.tui.widgets.panes import FindingList
from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.trees import category, taxonomy
from tests.tui.files import opened
from tests.tui.stage import stage
from tests.tui.stories.test_keep import rename


@pytest.mark.parametrize(
    ("known", "next_one"), [((), "1.0"), (("1.0", "1.1"), "1.2"), (("1.9", "1.10.3"), "1.11")]
)
def test_the_next_number(known: tuple[str, ...], next_one: str) -> None:
    """The minor number after the highest."""
    assert proposed(known) == next_one


async def test_what_is_missing_is_listed_with_the_way_out(workspace: Workspace) -> None:
    """Unsaved edits and a bad number stand in the checklist; OK does not release."""
    async with stage(workspace) as editor:
        await rename(editor, "新")
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
        await editor.sees("还没有写入任何文件", "加标签 taxonomy/1.0", "taxonomy/releases/1.0.yaml")
        await editor.type("1.1")
        await editor.press("enter")
        await editor.sees("✗ 请输入 1.0")
        assert repo.git("tag") == ""
        await editor.press("backspace")
        await editor.type("０")
        await editor.press("enter")
        await editor.sees("已发布 1.0", "releases/1.0.yaml")
        await editor.press("enter")
        await editor.sees("已保存并提交")
    assert repo.git("tag").split() == ["taxonomy/1.0"]
    record = (repo.root / "taxonomy/releases/1.0.yaml").read_text(encoding="utf-8")
    assert "首版" in record


async def test_enter_leads_to_what_is_missing(workspace: Workspace, repo: Repo) -> None:
    """The commit is made from the checklist; what was entered is still there afterwards."""
    async with stage(workspace) as editor:
        await editor.settled()
        await rename(editor, "新")
        await editor.press("g", "r")
        await editor.sees("✗ 还有 1 个类目未保存", "（⏎ 前往）")
        await editor.press("tab", "tab")
        await editor.type("理由")
        await editor.press("tab", "tab", "tab", "down")
        await editor.still()  # another reason: gone through again
        await editor.press("enter")
        await editor.sees("提交说明")
        await editor.press("ctrl+s")
        await editor.sees("发布前检查", "✓ 全部编辑已保存并提交", "理由")
    assert repo.git("status", "--short") == ""


async def test_enter_leads_to_the_findings(repo: Repo) -> None:
    """An error in the system: its list is one key away."""
    one, two = (category(name, "A", title={"zh": name}) for name in ("one", "two"))
    workspace = opened(repo, taxonomy(one, two))
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("g", "r")
        await editor.sees("个错误或警告")
        await editor.press("tab", "tab", "tab", "tab", "tab", "down", "down", "enter")
        await editor.until(lambda: editor.app.screen is editor.main)
        await editor.sees("改正后再按 g r 发布")
        assert isinstance(editor.main.focused, FindingList)


async def test_the_confirmation_can_be_declined(workspace: Workspace, repo: Repo) -> None:
    """Escape goes back to the dialog; nothing is written."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("g", "r")
        await editor.sees("✓ 首个版本")
        await editor.press("ctrl+s")
        await editor.sees("还没有写入任何文件")
        await editor.press("escape")
        await editor.sees("发布前检查")
        await editor.press("escape")
        await editor.until(lambda: editor.app.screen is editor.main)
    assert (repo.git("tag"), repo.git("status", "--short")) == ("", "")
