"""Comparing two sides."""

from __future__ import annotations

from stdtree.edit import decode
from stdtree.workspace import Workspace
from tests.tui.stage import stage


async def test_compare_the_last_commit_with_now(workspace: Workspace) -> None:
    """Events and categories at the left, before and after at the right; Enter goes there."""
    workspace.apply(decode("move-category", {"id": "incubation", "to": "basics", "code": "A3"}))
    workspace.apply(decode("rename-category", {"id": "terms", "name": {"zh": "术语"}}))
    workspace.save()
    async with stage(workspace) as editor:
        await editor.press("f5")
        await editor.sees("上次提交 (HEAD) → 当前内容 (WORK)", "移动", "更名", "变更树 (2)")
        await editor.press("G")
        await editor.sees("A 类目basics")
        await editor.press("enter")
        await editor.until(lambda: editor.app.screen is editor.main)
        assert editor.main.tree_pane.category.id in {"incubation", "terms"}


async def test_swap_and_choose(workspace: Workspace) -> None:
    """S swaps the sides; another side is chosen from the list or typed."""
    async with stage(workspace, language="en") as editor:
        await editor.press("g", "d")
        await editor.sees("last commit (HEAD) → now (WORK)", "no differences")
        await editor.press("s")
        await editor.sees("now (WORK) → last commit (HEAD)")
        await editor.press("a")
        await editor.sees("Newer side")
        await editor.type("nowhere")
        await editor.press("down", "enter")
        await editor.sees("nowhere", "OK")
        await editor.press("enter", "escape")
        await editor.until(lambda: editor.app.screen is editor.main)


async def test_many_changes_begin_with_what_kinds_there_are(workspace: Workspace) -> None:
    """Headings with counts, closed; the overview beside them; keys open and close a group."""
    for number in range(30):
        name = {"zh": f"新类目{number:02}"}
        workspace.apply(decode("add-category", {"parent": "methods", "name": name}))
    workspace.save()
    async with stage(workspace) as editor:
        await editor.press("f5")
        await editor.sees(
            "30 处变更 · 已看 0/30", "▸ 产生 (30)", "▸ 变更树 (30)", "变更要求提升", "新增 30"
        )
        assert "  + " not in editor.text
        await editor.press("end", "enter")
        await editor.sees("▾ 变更树 (30)", "+ A21 新类目00")
        await editor.press("]", "c")
        await editor.sees("位置：A 类目basics › A2 类目methods")
        await editor.press("f12")
        await editor.sees("▾ tree of changes (30)", "place: A Category basics")
        await editor.press("left", "left")
        await editor.sees("▸ tree of changes (30)")
        await editor.press("equals_sign")
        await editor.sees("▾ creation (30)")
        await editor.press("minus")
        await editor.sees("▸ creation (30)")


async def test_before_and_after_stand_side_by_side(workspace: Workspace) -> None:
    """What went and what came in brackets, each in its column; one column where room is short."""
    said = {"zh": "terms的意义与来源。"}
    workspace.apply(decode("edit-texts", {"id": "terms", "definition": said}))
    workspace.save()
    async with stage(workspace) as editor:
        await editor.press("f5")
        await editor.sees("1 处变更 · 已看 0/1")
        await editor.press("]", "c")
        await editor.sees("HEAD", "│ WORK", "terms的[-定义-]。", "│ terms的{+意义与来源+}。")
    async with stage(workspace, size=(80, 24)) as editor:
        await editor.press("f5")
        await editor.press("]", "c")
        await editor.sees("terms的[-定义-]{+意义与来源+}。")
        editor.assert_fits(80)


async def test_only_what_is_asked_for(workspace: Workspace) -> None:
    """A digit switches a kind; U keeps to a branch; the list of filters does all of it."""
    workspace.apply(decode("rename-category", {"id": "terms", "name": {"zh": "术语"}}))
    workspace.apply(decode("rename-category", {"id": "transfer", "name": {"zh": "转移"}}))
    workspace.apply(decode("recode-category", {"id": "methods", "code": "A9"}))
    workspace.save()
    async with stage(workspace) as editor:
        await editor.press("f5")
        await editor.sees("6[x]改码 1", "7[x]更名 2", "3 处变更")
        await editor.press("7")
        await editor.sees("7[ ]更名 2", "1/3 处变更", "变更树 (1)")
        await editor.press("6")
        await editor.sees("没有符合筛选条件的变更")
        await editor.press("f")
        await editor.sees("显示哪些变更")
        await editor.type("全部变更")
        await editor.press("enter")
        await editor.sees("7[x]更名 2", "变更树 (3)")
        await editor.press("end", "U")
        await editor.sees("分支 B1 转移", "1/3 处变更")
        await editor.press("U", "v")
        await editor.sees("只看实质变更")
        await editor.press("v")
        await editor.sees("只看形式变更")


async def test_what_was_read_is_remembered(workspace: Workspace) -> None:
    """A dot marks and goes on; the next time it is still marked, until it changes again."""
    workspace.apply(decode("rename-category", {"id": "terms", "name": {"zh": "术语"}}))
    workspace.apply(decode("rename-category", {"id": "transfer", "name": {"zh": "转移"}}))
    workspace.save()
    async with stage(workspace) as editor:
        await editor.press("f5")
        await editor.sees("已看 0/2")
        await editor.press("]", "c", ".")
        await editor.sees("已看 1/2", "✓")
        await editor.press("escape", "f5")
        await editor.sees("已看 1/2")
        await editor.press("escape")
    workspace.apply(decode("rename-category", {"id": "terms", "name": {"zh": "名词"}}))
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("f5")
        await editor.sees("已看 0/2")


async def test_the_correspondence_is_a_second_view(workspace: Workspace) -> None:
    """T shows which old category is which new one; the details name every column."""
    workspace.apply(decode("recode-category", {"id": "transfer", "code": "B9"}))
    workspace.save()
    async with stage(workspace) as editor:
        await editor.press("f5")
        await editor.sees("变更树")
        await editor.press("t")
        await editor.sees("对照表 (", "1:1 (", "B1 类目transfer → B9 类目transfer")
        await editor.press("end")
        await editor.sees("原体系编号：B1")
        await editor.press("t")
        await editor.sees("变更树")


async def test_it_is_exported_and_says_where(workspace: Workspace) -> None:
    """A format is chosen; the file is there."""
    workspace.apply(decode("rename-category", {"id": "terms", "name": {"zh": "术语"}}))
    workspace.save()
    async with stage(workspace) as editor:
        await editor.press("f5")
        await editor.sees("变更树")
        await editor.press("e")
        await editor.sees("导出此比较")
        await editor.type("html")
        await editor.press("enter")
        await editor.sees("已写入")
    assert [file.suffix for file in workspace.root.rglob("exports/**/*.html")]


async def test_a_draft_branch_is_a_side(workspace: Workspace) -> None:
    """Draft branches stand in the list of sides."""
    workspace.repository.plumbing.run("branch", "draft-2027")  # type: ignore[union-attr]
    async with stage(workspace) as editor:
        await editor.press("f5", "b")
        await editor.sees("草案分支 draft-2027")
        await editor.type("draft-2027")
        await editor.press("enter")
        await editor.sees("draft-2027 → 当前内容 (WORK)")
