"""What the main screen looks like, as text: read the golden files in review."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.label import Language
from stdtree.workspace import Workspace
from tests.golden import assert_golden
from tests.tui.stage import stage

GOLDEN = Path(__file__).parent / "golden"
SIZES = ((80, 24), (120, 40))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_main_screen(workspace: Workspace, language: Language, size: tuple[int, int]) -> None:
    """Tree with an open branch, details with a table of standards, keys."""
    async with stage(workspace, language=language, size=size) as editor:
        await editor.settled()
        await editor.press("down", "down", "down", "down", "right")
        await editor.sees("GB/T 34670-2017" if size[0] > 80 else "B11", "incubation")
        editor.assert_fits(size[0])
        assert_golden(GOLDEN / f"main_{language}_{size[0]}x{size[1]}.txt", await editor.still())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_form(workspace: Workspace, size: tuple[int, int]) -> None:
    """The longest form: its fields scroll, what it will do and its buttons stay in sight."""
    async with stage(workspace, size=size) as editor:
        await editor.settled()
        await editor.press("a")
        await editor.sees("新增类目")
        await editor.type("数据")
        await editor.sees("新增 1 个类目", "确定", "取消")
        editor.assert_fits(size[0])
        assert_golden(GOLDEN / f"form_zh_{size[0]}x{size[1]}.txt", await editor.still())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_texts(workspace: Workspace, size: tuple[int, int]) -> None:
    """All languages side by side; one above the other where there is no room."""
    async with stage(workspace, size=size) as editor:
        await editor.settled()
        await editor.press("down", "t")
        await editor.sees("各语言的文字")
        await editor.type("新")
        await editor.sees("译文可能过时", "改动 1 个类目")
        editor.assert_fits(size[0])
        assert_golden(GOLDEN / f"texts_zh_{size[0]}x{size[1]}.txt", await editor.still())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_rename_in_place(workspace: Workspace, size: tuple[int, int]) -> None:
    """The title over its row; the keys that apply."""
    async with stage(workspace, size=size) as editor:
        await editor.settled()
        await editor.press("down", "f2")
        await editor.type("新")
        await editor.sees("A1 类目terms新", "另一语言")
        editor.assert_fits(size[0])
        assert_golden(GOLDEN / f"rename_zh_{size[0]}x{size[1]}.txt", await editor.still())
