"""After a session that ended without saving."""

from __future__ import annotations

import pytest

from stdtree.edit import decode
from stdtree.workspace import Workspace
from stdtree.workspace.alone import opened_alone
from tests.repos import Repo
from tests.tui.stage import stage


@pytest.fixture
def left_over(workspace: Workspace, repo: Repo) -> Workspace:
    """A workspace opened after a rename that was never saved."""
    workspace.apply(decode("rename-category", {"id": "basics", "name": {"zh": "没保存的名称"}}))
    return Workspace.open(repo.root)


async def test_edits_can_be_taken_up(left_over: Workspace) -> None:
    """The dialog lists what was done; Enter takes it up, unsaved as it was."""
    async with stage(left_over) as editor:
        await editor.sees("恢复未保存的修改", "没保存的名称")
        await editor.press("enter")
        await editor.sees("▾ A 没保存的名称", "● 1 未保存")


async def test_discarding_asks_twice(left_over: Workspace) -> None:
    """The first answer after "discard" is to keep them."""
    async with stage(left_over) as editor:
        await editor.sees("恢复未保存的修改")
        await editor.press("right", "right", "enter")
        await editor.sees("此事无法撤销")
        await editor.press("enter")
        await editor.sees("退出，以后再说")
        await editor.press("right", "right", "enter")
        await editor.sees("此事无法撤销")
        await editor.press("right", "enter")
        await editor.sees("▾ A 类目basics")
        assert left_over.unsaved == 0


async def test_deciding_later_changes_nothing(left_over: Workspace, repo: Repo) -> None:
    """Escape ends the program; the next start asks again."""
    async with stage(left_over) as editor:
        await editor.sees("恢复未保存的修改")
        await editor.press("escape")
        await editor.until(lambda: not editor.app.is_running)
    assert len(Workspace.open(repo.root).recoverable()) == 1


async def test_another_window_has_it_open(workspace: Workspace) -> None:
    """The second window says so, and offers none of the first one's edits for recovery."""
    workspace.apply(decode("rename-category", {"id": "basics", "name": {"zh": "别处"}}))
    second = Workspace.open(workspace.root)
    with opened_alone(workspace.private):
        async with stage(second, alone=False) as editor:
            await editor.sees("已在另一个窗口打开", "不会互相覆盖")
            await editor.press("tab", "enter")
            await editor.until(lambda: editor.app.screen is editor.main)
            await editor.press("u")
            await editor.sees("另一个窗口正在编辑此体系")
