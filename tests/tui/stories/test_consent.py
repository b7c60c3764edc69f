"""Hooks and signing of a repository run only with consent, which is asked once."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.store.trust import is_trusted
from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.tui.stage import Stage, stage
from tests.tui.stories.test_keep import rename


@pytest.fixture
def hook(repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the repository's hook writes when it runs; trust is kept in a folder of the test."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    trace = tmp_path / "trace"
    path = repo.root / ".git/hooks/pre-commit"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\necho ran >> '{trace}'\n", encoding="utf-8")
    path.chmod(0o755)
    return trace


def runs(hook: Path) -> int:
    """How often the hook ran."""
    return hook.read_text(encoding="utf-8").count("ran") if hook.exists() else 0


async def commit(editor: Stage) -> None:
    """Change something and say OK to the commit."""
    await rename(editor, "新")
    await editor.press("c")
    await editor.sees("提交说明")
    await editor.press("ctrl+s")


async def test_without_consent_the_hook_is_left_out(workspace: Workspace, hook: Path) -> None:
    """The dialog names the hook; its first answer commits without it."""
    async with stage(workspace) as editor:
        await commit(editor)
        await editor.sees("本仓库自带的程序", "pre-commit")
        await editor.press("enter")
        await editor.sees("已提交")
    assert runs(hook) == 0
    assert not is_trusted(workspace.root)


async def test_trust_is_asked_once(workspace: Workspace, hook: Path) -> None:
    """The second commit runs the hook without asking."""
    async with stage(workspace) as editor:
        await commit(editor)
        await editor.sees("本仓库自带的程序")
        await editor.press("right", "enter")
        await editor.sees("已提交")
        assert runs(hook) == 1
        await commit(editor)
        await editor.until(lambda: runs(hook) > 1)
    assert is_trusted(workspace.root)


async def test_cancelling_commits_nothing(workspace: Workspace, repo: Repo, hook: Path) -> None:
    """Escape: the edit stays as it was, not even saved."""
    before = repo.git("rev-parse", "HEAD")
    async with stage(workspace) as editor:
        await commit(editor)
        await editor.sees("本仓库自带的程序")
        await editor.press("escape")
        await editor.sees("● 1 未保存")
    assert repo.git("rev-parse", "HEAD") == before
    assert runs(hook) == 0
