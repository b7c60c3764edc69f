"""Keeping work: save, commit, quit, and what happens when files change outside."""

from __future__ import annotations

from pathlib import Path

from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.trees import sample
from tests.tui.files import write_system
from tests.tui.stage import Stage, stage


async def rename(editor: Stage, text: str) -> None:
    """Append to the title of the category under the cursor."""
    await editor.press("f2")
    await editor.sees("Tab 另一语言")
    await editor.type(text)
    await editor.press("enter")
    await editor.sees("未保存")


async def test_save_writes_one_file(workspace: Workspace, repo: Repo) -> None:
    """Ctrl+S writes the file of the category and no other."""
    async with stage(workspace) as editor:
        await rename(editor, "新")
        await editor.press("ctrl+s")
        await editor.sees("已保存 1 个文件")
    assert repo.git("status --short").split() == ["M", "taxonomy/categories/basics.yaml"]


async def test_commit_saves_first_and_proposes_the_message(
    workspace: Workspace, repo: Repo
) -> None:
    """The dialog lists the change in words; the commit holds the proposed message."""
    async with stage(workspace) as editor:
        await rename(editor, "新")
        await editor.press("c")
        await editor.sees(
            "提交（记入历史）", "更名为 类目basics新", "~ A 类目basics新", "保存并提交"
        )
        await editor.press("f10")
        await editor.sees("已提交")
    assert "类目basics新" in repo.git("log", "-1", "--format=%s")
    assert repo.git("status --short") == ""


async def test_the_first_line_says_where_the_work_is_kept(workspace: Workspace) -> None:
    """Unsaved, saved but not committed, committed: in words."""
    async with stage(workspace) as editor:
        await editor.sees("已保存并提交")
        await rename(editor, "新")
        await editor.press("ctrl+s")
        await editor.sees("已保存，1 个文件未提交")
        await editor.press("c")
        await editor.sees("提交说明")
        await editor.type("x")
        await editor.press("escape")
        await editor.sees("放弃填写的内容？")
        await editor.press("enter", "ctrl+s")
        await editor.sees("已提交：x", "已保存并提交")


async def test_nothing_to_commit_is_said(workspace: Workspace) -> None:
    """Without a change there is no dialog."""
    async with stage(workspace, language="en") as editor:
        await editor.press("f9")
        await editor.sees("nothing changed since the last commit")


async def test_quit_asks_and_can_save(workspace: Workspace, repo: Repo) -> None:
    """Q with unsaved edits asks; Escape stays; "save and quit" saves and ends."""
    async with stage(workspace) as editor:
        await rename(editor, "新")
        await editor.press("q")
        await editor.sees("保存并退出")
        await editor.press("escape")
        await editor.until(lambda: editor.app.screen is editor.main)
        await editor.press("ctrl+q")
        await editor.sees("保存并退出")
        await editor.press("enter")
        await editor.until(lambda: not editor.app.is_running)
    assert workspace.unsaved == 0
    assert repo.git("status --short").split() == ["M", "taxonomy/categories/basics.yaml"]


async def test_a_file_changed_outside_is_never_overwritten(
    workspace: Workspace, repo: Repo
) -> None:
    """Saving names the file; the other program's text stays as it is."""
    async with stage(workspace) as editor:
        await rename(editor, "新")
        path = repo.root / "taxonomy/categories/basics.yaml"
        theirs = path.read_text(encoding="utf-8") + "# theirs\n"
        path.write_text(theirs, encoding="utf-8")
        await editor.press("ctrl+s")
        await editor.sees("文件已被改动", "basics.yaml", "继续编辑")
        assert path.read_text(encoding="utf-8") == theirs
        await editor.press("enter")
        await editor.sees("已重新载入")
        await editor.press("ctrl+s")
        await editor.sees("已保存 1 个文件")
    saved = path.read_text(encoding="utf-8")
    assert "# theirs" in saved
    assert "类目basics新" in saved


async def test_the_journal_is_shown(workspace: Workspace) -> None:
    """Gl lists the steps with their state."""
    async with stage(workspace) as editor:
        await rename(editor, "新")
        await editor.press("g", "l")
        await editor.sees("操作日志", "更名为", "未保存")


async def test_without_git_there_is_a_way_out_instead_of_a_commit(tmp_path: Path) -> None:
    """The bottom line says what to type; the editor goes on."""
    workspace = Workspace.open(_plain_folder(tmp_path))
    async with stage(workspace) as editor:
        await editor.sees("未用 git")
        await editor.press("c")
        await editor.sees("不是 git 仓库", "git init")
        await editor.press("down")
        await editor.sees("GB/T 1-2020")


def _plain_folder(root: Path) -> Path:
    """The sample system in a folder that git knows nothing of."""
    write_system(Repo(root), sample())
    return root
