"""What committing and sharing look like, as text: read the golden files in review."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.workspace import Workspace, sharing
from tests.golden import assert_golden
from tests.repos import isolate
from tests.tui.stage import stage
from tests.tui.test_pictures import GOLDEN, SIZES
from tests.workspace.people import Two, edited
from tests.workspace.systems import BROKERS, add, rename, replace


@pytest.fixture
def theirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """Both sides have gone on, and there is more that is not committed."""
    isolate(monkeypatch, tmp_path / "home")
    two = Two(tmp_path)
    two.theirs.git("remote", "set-url", "origin", "https://example.org/体系.git")
    sharing.push(edited(two.ours, "promotion", "他人改名"), trusted=True)
    two.theirs.git("fetch", "--quiet", str(two.hub.root), "main:refs/remotes/origin/main")
    workspace = edited(two.theirs, "terms", "我的改名")
    workspace.apply(rename("brokers", "经纪与中介"))
    workspace.apply(add("评价服务", "fields", "assessment"))
    return workspace


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_git_screen(theirs: Workspace, size: tuple[int, int]) -> None:
    """Where it stands, what changed, the keys."""
    async with stage(theirs, size=size) as editor:
        await editor.settled()
        await editor.press("4")
        await editor.sees("现状", "需要合并", "评价服务")
        editor.assert_fits(size[0])
        assert_golden(GOLDEN / f"git_zh_{size[0]}x{size[1]}.txt", await editor.still())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_both_sides(theirs: Workspace, size: tuple[int, int]) -> None:
    """What we edited and another program changed, side by side."""
    replace(theirs.root, BROKERS, "类目brokers", "中介服务")
    replace(theirs.root, BROKERS, "brokers的定义。", "为技术交易双方提供居间服务的机构及其活动。")
    async with stage(theirs, size=size) as editor:
        await editor.settled()
        await editor.press("ctrl+s")
        await editor.sees("他人也改动了这些类目", "中介服务")
        editor.assert_fits(size[0])
        assert_golden(GOLDEN / f"outside_zh_{size[0]}x{size[1]}.txt", await editor.still())
