"""Every dialog can change its language while it is open."""

from __future__ import annotations

import pytest

from stdtree.tui.dialogs.dialog import Dialog
from stdtree.workspace import Workspace
from tests.tui.stage import stage


@pytest.mark.parametrize(
    ("keys", "zh", "en"),
    [
        (("q",), "不保存退出", "Quit without saving"),
        (("c",), "提交说明（首行为摘要）", "Message (the first line is the summary)"),
        (("g", "r"), "取消", "Cancel"),
        (("?",), "输入法", "input method"),
        (("ctrl+p",), "↑↓ 选择 · ⏎ 确定", "↑↓ select · ⏎ take"),
        (("f",), "↑↓ 选择 · ⏎ 确定", "↑↓ select · ⏎ take"),
        (("enter",), "↑↓ 选择 · ⏎ 确定", "↑↓ select · ⏎ take"),
        (("g", "l"), "操作日志", "Journal of operations"),
        (("a",), "上级类目", "Under"),
        (("m",), "移到", "To"),
        (("t",), "各语言的文字", "Texts in each language"),
    ],
)
async def test_there_and_back(
    workspace: Workspace, keys: tuple[str, ...], zh: str, en: str
) -> None:
    """F12 twice: the same picture as before; the screen below has changed along."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("f2")
        await editor.type("甲")
        await editor.press("enter")
        await editor.until(workspace.steps)
        await editor.settled()
        await editor.press(*keys)
        await editor.until(lambda: isinstance(editor.app.screen, Dialog))
        await editor.sees(zh)
        before = await editor.still()
        await editor.press("f12")
        await editor.sees(en)
        assert editor.main.language == "en"
        assert zh not in await editor.still()
        await editor.press("f12")
        assert await editor.still() == before
