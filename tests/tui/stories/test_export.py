"""Taking products along from the editor."""

from __future__ import annotations

from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.tui.stage import stage


async def test_one_product_of_the_work(workspace: Workspace, repo: Repo) -> None:
    """Edition, then product, then the path; unsaved edits are in it."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("f2")
        await editor.sees("另一语言")
        await editor.type("新")
        await editor.press("enter")
        await editor.sees("1 未保存")
        await editor.press("g", "x")
        await editor.sees("导出哪个版本", "当前内容")
        await editor.press("enter")
        await editor.sees("全部成果")
        await editor.type("snapshot")
        await editor.press("enter")
        await editor.sees("已写入 1 个文件", "exports/WORK/taxonomy.json", "不属于任何版本")
    text = (repo.root / "exports/WORK/taxonomy.json").read_text(encoding="utf-8")
    assert "类目basics新" in text


async def test_nothing_is_written_without_an_answer(workspace: Workspace, repo: Repo) -> None:
    """Escape at either question leaves everything as it was."""
    async with stage(workspace) as editor:
        await editor.settled()
        for keys in (("escape",), ("enter", "escape")):
            await editor.press("g", "x")
            await editor.sees("导出哪个版本")
            await editor.press(*keys)
            await editor.until(lambda: editor.app.screen is editor.main)
    assert not (repo.root / "exports").exists()
