"""The history of a category: what happened, since when, and having it again."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from stdtree.edit import decode
from stdtree.model.finding import Subject
from stdtree.tui.present.line import plain
from stdtree.tui.screens.compare import CompareScreen
from stdtree.tui.screens.history import HistoryScreen
from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.trees import category, taxonomy
from tests.tui.files import opened
from tests.tui.stage import Stage, stage


def commit(
    workspace: Workspace, repo: Repo, message: str, *steps: tuple[str, Mapping[str, object]]
) -> None:
    """Some edits, committed together."""
    for operation, fields in steps:
        workspace.apply(decode(operation, fields))
    workspace.save()
    repo.commit_all(message)


@pytest.fixture
def past(workspace: Workspace, repo: Repo) -> Workspace:
    """A category that was renamed, described anew, recoded and moved, commit by commit."""
    terms = {"id": "terms"}
    commit(workspace, repo, "更名", ("rename-category", terms | {"name": {"zh": "术语"}}))
    note = terms | {"definition": {"zh": "术语标准的定义。"}, "excludes": [{"zh": "方法"}]}
    commit(workspace, repo, "改定义", ("edit-texts", note))
    commit(workspace, repo, "移动", ("move-category", terms | {"to": "fields", "code": "B9"}))
    return workspace


async def at_history(editor: Stage) -> HistoryScreen:
    """The history of the category `terms`."""
    await editor.settled()
    editor.main.tree_pane.go_to("terms")
    await editor.press("g", "h")
    await editor.until(lambda: isinstance(editor.app.screen, HistoryScreen))
    screen = editor.app.screen
    assert isinstance(screen, HistoryScreen)
    await editor.until(lambda: screen.row is not None and screen.row.step is not None, "commits")
    return screen


async def test_newest_first_with_where_fields_come_from(past: Workspace) -> None:
    """Commits with what they did at the left; value, day, author and commit of each field."""
    async with stage(past) as editor:
        screen = await at_history(editor)
        await editor.sees("4 次变更", "各字段的由来", "术语标准的定义。", "B9")
        told = [plain(row.line, 70) for row in screen.all_rows if row.step]
        assert [
            word in one for word, one in zip(("移动", "改定义", "更名", "1.0"), told, strict=True)
        ]
        await editor.sees("2026-01-02 · 测试者 · 尚未发布")
        await editor.press("down", "enter")
        await editor.sees("这次提交做了什么", "定义（zh）", "不包括")
        await editor.press("escape", "escape")
        await editor.until(lambda: editor.app.screen is editor.main)


async def test_an_old_value_comes_back_in_one_step(past: Workspace) -> None:
    """The fields that differ, then and now; what it does is said; undo takes it back."""
    async with stage(past) as editor:
        await at_history(editor)
        await editor.press("end", "r")
        await editor.sees("恢复此版本的字段", "类目terms", "← 术语", "A 类目basics")
        await editor.type("名称")
        await editor.press("enter")
        await editor.sees("将 B9 术语 更名为 类目terms", "改动 1 个类目")
        assert past.taxonomy.categories["terms"].title["zh"] == "术语"
        await editor.press("enter")
        await editor.until(lambda: past.taxonomy.categories["terms"].title["zh"] == "类目terms")
        await editor.sees("尚未提交")
        assert len(past.steps()) == 4
        past.undo()
        assert past.taxonomy.categories["terms"].title["zh"] == "术语"


async def test_two_versions_are_compared(past: Workspace) -> None:
    """V marks one and another; the older stands at the left; only this branch is shown."""
    async with stage(past) as editor:
        await at_history(editor)
        await editor.press("v")
        await editor.sees("◆", "已选 1/2")
        await editor.press("end", "v")
        await editor.until(lambda: isinstance(editor.app.screen, CompareScreen))
        await editor.sees("分支 B9 术语", "变更树 (1)", "A1 → B9 术语")
        await editor.press("escape")
        await editor.until(lambda: isinstance(editor.app.screen, HistoryScreen))
        await editor.press("d")
        await editor.sees("当前内容 (WORK)")


async def test_nothing_to_have_again_in_the_newest_version(past: Workspace) -> None:
    """It says so."""
    async with stage(past, language="en") as editor:
        await at_history(editor)
        await editor.press("f6")
        await editor.sees("all fields are as they were")
        await editor.press("home", "r")
        await editor.sees("choose a commit first")


async def test_on_to_what_it_came_from_and_back(repo: Repo) -> None:
    """Enter on a relative shows its history, Escape the one before; T goes there in the tree."""
    tree = taxonomy(
        category("basics", "A"),
        category("old", "A1", "basics"),
        category("heir", "A2", "basics"),
    )
    workspace = opened(repo, tree)
    ending = {"id": "old", "release": "1.1", "reason": {"zh": "并入"}, "successors": ["heir"]}
    commit(workspace, repo, "废止", ("retire-category", ending))
    async with stage(workspace) as editor:
        await editor.settled()
        editor.main.tree_pane.go_to("heir")
        await editor.press("ctrl+g")
        await editor.sees("沿革", "承接自 A1 类目old")
        await editor.press("end", "enter")
        await editor.sees("历史  A1 类目old", "由其承接", "废止")
        await editor.press("escape")
        await editor.sees("历史  A2 类目heir", "承接自")
        await editor.press("f")
        await editor.sees("连同前身和去向", "3 次变更")
        await editor.press("end", "t")
        await editor.until(lambda: editor.app.screen is editor.main)


async def test_the_revision_is_copied(past: Workspace) -> None:
    """In full, to the file that stands in for the clipboard."""
    async with stage(past, size=(80, 24)) as editor:
        screen = await at_history(editor)
        assert screen.commit is not None
        wanted = screen.commit.id
        await editor.press("y")
        await editor.until((past.private / "copied.txt").exists)
        assert (past.private / "copied.txt").read_text(encoding="utf-8") == wanted


async def test_without_a_repository_it_says_what_is_missing(repo: Repo) -> None:
    """No crash: the way out in words."""
    opened(repo, taxonomy(category("basics", "A")))
    (repo.root / ".git").rename(repo.root / "away")
    outside = Workspace.open(repo.root)
    async with stage(outside) as editor:
        await editor.settled()
        await editor.press("g", "h")
        await editor.sees("提示", "git")
        await editor.press("enter", "escape")
        await editor.until(lambda: editor.app.screen is editor.main)


async def test_what_was_never_committed_has_a_history_of_one(past: Workspace) -> None:
    """A category added a moment ago: not committed yet, nothing to compare with."""
    past.apply(decode("add-category", {"parent": "basics", "name": {"zh": "新"}, "id": "new"}))
    async with stage(past) as editor:
        await editor.settled()
        editor.main.tree_pane.go_to("new")
        await editor.press("g", "h")
        await editor.sees("○ 尚未提交", "新增", "新  ", "各字段的由来")
        await editor.press("down", "d")
        await editor.sees("先选一次提交")


async def test_of_a_standard(past: Workspace) -> None:
    """From its row in the details."""
    async with stage(past, language="en") as editor:
        await editor.settled()
        editor.main.go_to(Subject("standard", "gbt-1-2020"))
        await editor.press("g", "h")
        await editor.sees(
            "History  GB/T 1-2020", "1 change", "added", "Where each field comes from"
        )
        await editor.press("end", "f12")
        await editor.sees("历史  GB/T 1-2020")
