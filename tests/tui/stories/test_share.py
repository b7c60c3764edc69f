"""Committing and sharing from the editor: two people and a shared repository on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.store.trust import is_trusted, trust
from stdtree.workspace import Workspace, sharing
from tests.repos import Repo, isolate
from tests.tui.stage import Stage, stage
from tests.workspace.people import Two, edited
from tests.workspace.systems import rename


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Two:
    """Two people; whoever is at the editor is `theirs`, and trusts the repository."""
    isolate(monkeypatch, tmp_path / "home")
    made = Two(tmp_path)
    trust(made.theirs.root)
    return made


@pytest.fixture
def theirs(two: Two) -> Workspace:
    """What the editor is opened on."""
    return Workspace.open(two.theirs.root)


async def look(editor: Stage) -> None:
    """Open the screen for committing and sharing."""
    await editor.settled()
    await editor.press("4")
    await editor.sees("提交与共享", "现状")


async def test_what_changed_is_told_and_leads_to_its_category(theirs: Workspace) -> None:
    """Grouped, in words; Enter goes there in the tree."""
    theirs.apply(rename("transfer", "改名"))
    async with stage(theirs) as editor:
        await look(editor)
        await editor.sees("分支", "main", "1 处变更尚未提交", "其中 1 个类目未保存", "改名")
        await editor.sees("与共享仓库一致")
        await editor.press("=")
        await editor.to_line("改名")
        await editor.press("enter")
        await editor.until(lambda: editor.app.screen is editor.main)
        category = editor.main.tree_pane.category
    assert category is not None
    assert category.id == "transfer"


async def test_commit_and_push(two: Two, theirs: Workspace) -> None:
    """Both from one screen; the others have it, and the first line says what is to be pushed."""
    theirs.apply(rename("transfer", "改名"))
    async with stage(theirs) as editor:
        await look(editor)
        await editor.press("c")
        await editor.sees("提交说明")
        await editor.press("ctrl+s")
        await editor.sees("✓ 全部已提交", "↑ 1 次提交待推送")
        await editor.press("P")
        await editor.sees("已推送到 origin/main", "与共享仓库一致")
        await editor.press("escape")
        await editor.sees("main  已保存并提交")
    assert two.hub.git("rev-parse", "main") == two.theirs.git("rev-parse", "HEAD")


async def test_pull_shows_what_came(two: Two, theirs: Workspace) -> None:
    """The tree shows it at once; a look at the difference is one key away."""
    sharing.push(edited(two.ours, "transfer", "他人改名"), trusted=True)
    async with stage(theirs) as editor:
        await look(editor)
        await editor.press("r")
        await editor.sees("↓ 1 次提交待取回")
        await editor.press("escape")
        await editor.sees("main ↓1")
        await editor.press("g", "u")
        await editor.sees("已更新 1 个文件")
        await editor.press("right", "enter")
        await editor.sees("版本比较", "他人改名")
        await editor.press("escape")
        await editor.until(lambda: editor.app.screen is editor.main)
        assert theirs.taxonomy.categories["transfer"].title["zh"] == "他人改名"
        await editor.press("g", "u")
        await editor.sees("已是最新")


async def test_unsaved_edits_are_saved_before_a_pull(two: Two, theirs: Workspace) -> None:
    """What is saved and what comes do not touch each other."""
    sharing.push(edited(two.ours, "transfer", "他人改名"), trusted=True)
    theirs.apply(rename("brokers", "我的改名"))
    async with stage(theirs) as editor:
        await editor.settled()
        await editor.press("g", "u")
        await editor.sees("取回更新前先保存")
        await editor.press("enter")
        await editor.sees("已更新 1 个文件")
    titles = Workspace.open(two.theirs.root).taxonomy.categories
    assert (titles["transfer"].title["zh"], titles["brokers"].title["zh"]) == (
        "他人改名",
        "我的改名",
    )


async def test_both_have_gone_on(two: Two, theirs: Workspace) -> None:
    """The differences are shown, and the work is handed over as a draft branch."""
    sharing.push(edited(two.ours, "transfer", "他人改名"), trusted=True)
    edited(two.theirs, "brokers", "我的改名")
    async with stage(Workspace.open(two.theirs.root)) as editor:
        await editor.settled()
        await editor.press("g", "u")
        await editor.sees("双方都有新的提交", "没有合并")
        await editor.press("enter")
        await editor.sees("版本比较", "他人改名")
        await editor.press("escape")
        await editor.sees("双方都有新的提交")
        await editor.press("right", "enter")
        await editor.sees("新建草案分支")
        await editor.type("我的草案")
        await editor.press("enter")
        await editor.sees("git merge origin/我的草案")
    assert two.hub.git("rev-parse", "我的草案") == two.theirs.git("rev-parse", "HEAD")
    assert theirs.branch == "我的草案"


async def test_push_finds_that_others_were_first(two: Two) -> None:
    """What to press next is said in words of the editor."""
    sharing.push(edited(two.ours, "transfer", "他人改名"), trusted=True)
    edited(two.theirs, "brokers", "我的改名")
    async with stage(Workspace.open(two.theirs.root)) as editor:
        await editor.settled()
        await editor.press("g", "P")
        await editor.sees("别人已先推送了新的提交", "先取回更新：“取回更新”")
        assert "stdtree pull" not in editor.text


async def test_only_commits_are_pushed(two: Two) -> None:
    """What is not committed is asked about first."""
    edited(two.theirs, "brokers", "甲")
    workspace = Workspace.open(two.theirs.root)
    workspace.apply(rename("transfer", "未提交"))
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("g", "P")
        await editor.sees("尚未提交的修改不在其中")
        await editor.press("right", "enter")
        await editor.sees("已推送到 origin/main")
    assert two.hub.git("log", "-1", "--format=%s", "main") == "甲"


async def test_a_stuck_transfer_is_stopped(two: Two, theirs: Workspace, tmp_path: Path) -> None:
    """Escape ends it; the editor goes on, and nothing has changed."""
    began = tmp_path / "began"
    two.theirs.git(
        "config", "remote.origin.uploadpack", f"echo > {began}; while :; do sleep 1 & wait; done;"
    )
    head = two.theirs.git("rev-parse", "HEAD")
    async with stage(theirs) as editor:
        await editor.settled()
        await editor.press("g", "u")
        await editor.sees("正在连接共享仓库")
        await editor.until(began.exists, "git being stuck")
        await editor.press("escape")
        await editor.sees("已停止，没有改动任何内容")
        await editor.until(lambda: editor.app.screen is editor.main)
    assert two.theirs.git("rev-parse", "HEAD") == head


async def test_consent_is_asked_once(two: Two, tmp_path: Path) -> None:
    """The address is shown without its password; Escape reaches nobody."""
    copy = Repo(tmp_path / "untrusted")
    copy.root.mkdir()
    copy.git("clone", "--quiet", str(two.hub.root), ".")
    copy.git("remote", "set-url", "origin", "https://me:secret@example.org/x.git")
    async with stage(Workspace.open(copy.root)) as editor:
        await editor.settled()
        await editor.press("g", "u")
        await editor.sees("连接共享仓库", "https://example.org/x.git")
        assert "secret" not in editor.text
        await editor.press("enter")
        await editor.until(lambda: editor.app.screen is editor.main)
        assert not is_trusted(copy.root)
        copy.git("remote", "set-url", "origin", str(two.hub.root))
        await editor.press("g", "u")
        await editor.sees("连接共享仓库")
        await editor.press("right", "enter")
        await editor.sees("已是最新")
    assert is_trusted(copy.root)


async def test_no_shared_repository(two: Two, theirs: Workspace) -> None:
    """The screen says so, and what to type."""
    two.theirs.git("remote", "remove", "origin")
    async with stage(theirs) as editor:
        await look(editor)
        await editor.sees("git remote add origin")
        await editor.press("P")
        await editor.sees("没有设置共享仓库")


async def test_a_pull_that_was_cut_short(two: Two, theirs: Workspace) -> None:
    """The next start ends it and says so."""
    sharing.push(edited(two.ours, "transfer", "他人改名"), trusted=True)
    two.theirs.git("fetch", "--quiet")
    old, new = two.theirs.git("rev-parse", "HEAD"), two.theirs.git("rev-parse", "origin/main")
    theirs.private.mkdir(exist_ok=True)
    note = f'{{"old": "{old}", "new": "{new}", "branch": "main"}}'
    (theirs.private / "moving.json").write_text(note)
    async with stage(theirs) as editor:
        await editor.sees("上次切换分支或取回更新中断，现已完成")
        await editor.press("enter")
        await editor.until(lambda: editor.app.screen is editor.main)
    assert theirs.taxonomy.categories["transfer"].title["zh"] == "他人改名"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_fits(theirs: Workspace, size: tuple[int, int]) -> None:
    """In both languages, on small screens, too."""
    theirs.apply(rename("transfer", "改名"))
    async with stage(theirs, size=size) as editor:
        await look(editor)
        await editor.sees("改名")
        editor.assert_fits(size[0])
        await editor.press("f12")
        await editor.sees("Where it stands", "not committed")
        editor.assert_fits(size[0])
