"""Another program changed the very category that is being edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.edit import decode
from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.tui.stage import Stage, stage
from tests.tui.stories.test_keep import rename


@pytest.fixture
def file(repo: Repo, workspace: Workspace) -> Path:
    """The file of the category under the cursor."""
    del workspace  # it is written by then
    return repo.root / "taxonomy/categories/basics.yaml"


def text_of(file: Path) -> str:
    """What a file holds."""
    return file.read_text(encoding="utf-8")


def meddle(file: Path) -> str:
    """Somebody else changes title and definition; what the file holds then."""
    text = file.read_text(encoding="utf-8")
    theirs = text.replace("类目basics", "他的名称").replace("basics的定义。", "他的定义。")
    assert theirs.count("他的") == 2
    file.write_text(theirs, encoding="utf-8")
    return theirs


async def collide(editor: Stage, file: Path) -> str:
    """Edit, be overtaken, save."""
    await rename(editor, "我的")
    theirs = meddle(file)
    await editor.press("ctrl+s")
    await editor.sees("他人也改动了这些类目", "! 名称", "类目basics我的", "他的名称", "他的定义。")
    return theirs


async def test_mine_again(workspace: Workspace, file: Path) -> None:
    """Both sides beside each other; then my field and their other one are in the file."""
    async with stage(workspace) as editor:
        await editor.settled()
        theirs = await collide(editor, file)
        editor.assert_fits(120)
        assert text_of(file) == theirs
        await editor.press("enter")
        await editor.sees("已重新载入，您的修改已重做", "类目basics我的")
        await editor.press("ctrl+s")
        await editor.sees("已保存 1 个文件")
    saved = text_of(file)
    assert ("类目basics我的" in saved, "他的定义。" in saved) == (True, True)


async def test_theirs_asks_again(workspace: Workspace, file: Path) -> None:
    """Giving up one's own edits is never one key away."""
    async with stage(workspace) as editor:
        await editor.settled()
        theirs = await collide(editor, file)
        await editor.press("right", "enter")
        await editor.sees("放弃自己对这些类目的未保存编辑？")
        await editor.press("enter")
        await editor.sees("他人也改动了这些类目")
        await editor.press("right", "enter")
        await editor.sees("放弃自己对这些类目的未保存编辑？")
        await editor.press("right", "enter")
        await editor.sees("已保留他人的改动", "他的名称")
    assert text_of(file) == theirs


async def test_mine_as_a_patch(workspace: Workspace, file: Path, repo: Repo) -> None:
    """The file's name is told; the patch holds my edit."""
    async with stage(workspace) as editor:
        await editor.settled()
        theirs = await collide(editor, file)
        await editor.press("right", "right", "enter")
        await editor.sees("您的编辑已写成补丁 stdtree-edits.json")
    assert text_of(file) == theirs
    assert "类目basics我的" in text_of(repo.root / "stdtree-edits.json")


async def test_later_changes_nothing(workspace: Workspace, file: Path) -> None:
    """Escape: the edit is unsaved as before, the file theirs."""
    async with stage(workspace, size=(80, 24)) as editor:
        await editor.settled()
        theirs = await collide(editor, file)
        editor.assert_fits(80)
        await editor.press("escape")
        await editor.until(lambda: editor.app.screen is editor.main)
        assert workspace.unsaved == 1
    assert text_of(file) == theirs


async def test_after_a_crash(workspace: Workspace, file: Path, repo: Repo) -> None:
    """Edits of a session that ended are held against what others did since."""
    workspace.apply(decode("rename-category", {"id": "basics", "name": {"zh": "没保存的"}}))
    meddle(file)
    async with stage(Workspace.open(repo.root)) as editor:
        await editor.sees("恢复未保存的修改", "没保存的")
        await editor.press("enter")
        await editor.sees("他人也改动了这些类目", "他的名称")
        await editor.press("enter")
        await editor.sees("▾ A 没保存的", "● 1 未保存")
