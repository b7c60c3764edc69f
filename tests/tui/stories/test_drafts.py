"""Draft branches from the editor."""

from __future__ import annotations

from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.tui.stage import Stage, stage
from tests.tui.stories.test_keep import rename


async def make(editor: Stage, name: str) -> None:
    """A new draft branch of what is there."""
    await editor.press("g", "b")
    await editor.sees("草案分支", "输入名称")
    await editor.type(name)
    await editor.press("enter")
    await editor.sees(f"已新建草案分支“{name}”")


async def commit(editor: Stage) -> None:
    """Commit what there is."""
    await editor.press("c")
    await editor.sees("提交说明")
    await editor.press("ctrl+s")
    await editor.sees("已提交")


async def test_there_and_back(workspace: Workspace, repo: Repo) -> None:
    """A draft is made, worked on, left and come back to; each has its own contents."""
    async with stage(workspace) as editor:
        await editor.settled()
        await make(editor, "草案")
        await rename(editor, "新")
        await commit(editor)
        await editor.press("g", "b")
        await editor.sees("● 草案", "测试者")
        await editor.type("main")
        await editor.press("enter")
        await editor.sees("已切换到“main”", "▾ A 类目basics")
        assert "类目basics新" not in editor.text
        await editor.press("g", "b")
        await editor.type("草")
        await editor.press("enter")
        await editor.sees("已切换到“草案”", "类目basics新")
    assert repo.git("symbolic-ref", "HEAD") == "refs/heads/草案"


async def test_switching_offers_to_commit_first(workspace: Workspace, repo: Repo) -> None:
    """Nothing is carried along by accident."""
    repo.git("branch", "other")
    async with stage(workspace) as editor:
        await editor.settled()
        await rename(editor, "新")
        await editor.press("g", "b")
        await editor.type("other")
        await editor.press("enter")
        await editor.sees("还有未保存的修改", "提交后切换")
        await editor.press("enter")
        await editor.sees("提交说明")
        await editor.press("ctrl+s")
        await editor.sees("已切换到“other”")
    assert "类目basics新" in repo.git("log", "-1", "--format=%s", "main")
    assert repo.git("status", "--short") == ""


async def test_or_to_take_it_along_to_a_new_one(workspace: Workspace, repo: Repo) -> None:
    """The edits stay as they are, unsaved; the branch is a new one."""
    repo.git("branch", "other")
    async with stage(workspace) as editor:
        await editor.settled()
        await rename(editor, "新")
        await editor.press("g", "b")
        await editor.type("other")
        await editor.press("enter")
        await editor.sees("提交后切换")
        await editor.press("right", "enter")
        await editor.sees("新建草案分支")
        await editor.type("mine")
        await editor.press("enter")
        await editor.sees("已新建草案分支“mine”", "● 1 未保存")
    assert repo.git("symbolic-ref", "HEAD") == "refs/heads/mine"


async def test_removing_asks_for_what_is_nowhere_else(workspace: Workspace, repo: Repo) -> None:
    """And says how it would come back."""
    async with stage(workspace) as editor:
        await editor.settled()
        await make(editor, "草案")
        await rename(editor, "新")
        await commit(editor)
        await editor.press("g", "b")
        await editor.type("main")
        await editor.press("enter")
        await editor.sees("已切换到“main”")
        await editor.press("4")
        await editor.sees("现状")
        await editor.press("D")
        await editor.sees("删除草案分支")
        await editor.press("enter")
        await editor.sees("有 1 次提交别处没有")
        await editor.press("right", "enter")
        await editor.sees("已删除“草案”；要恢复：git branch 草案")
        await editor.press("D")
        await editor.sees("没有可删除的草案分支")
    assert repo.git("branch", "--format=%(refname:short)") == "main"


async def test_a_bad_name_is_explained(workspace: Workspace) -> None:
    """With an example of a good one."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("g", "b")
        await editor.type("a..b")
        await editor.press("enter")
        await editor.sees("“a..b”不能作分支名", "draft/技术转移")
