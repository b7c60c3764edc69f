"""What comparison and history look like, as text: read the golden files in review."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.edit import decode
from stdtree.workspace import Workspace
from tests.golden import assert_golden
from tests.repos import Repo
from tests.tui.stage import stage

GOLDEN = Path(__file__).parent / "golden"
SIZES = ((80, 24), (120, 40))
EDITS: tuple[tuple[str, dict[str, object]], ...] = (
    ("rename-category", {"id": "terms", "name": {"zh": "术语与符号"}}),
    ("edit-texts", {"id": "terms", "definition": {"zh": "terms及其符号的定义。"}}),
    ("move-category", {"id": "incubation", "to": "basics", "code": "A3"}),
    ("retire-category", {"id": "promotion", "release": "1.1", "reason": {"zh": "不再需要"}}),
)


@pytest.fixture
def edited(workspace: Workspace) -> Workspace:
    """Renamed, described anew, moved, retired; saved."""
    for operation, fields in EDITS:
        workspace.apply(decode(operation, fields))
    workspace.save()
    return workspace


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_comparison(edited: Workspace, size: tuple[int, int]) -> None:
    """The tree of changes, and what changed of a category; side by side where there is room."""
    async with stage(edited, size=size) as editor:
        await editor.settled()
        await editor.press("f5")
        await editor.sees("变更要求提升")
        await editor.press("equals_sign")
        await editor.to_line("~ A1 术语与符号")
        await editor.sees("位置：A 类目basics", "重新定义  A1")
        editor.assert_fits(size[0])
        assert_golden(GOLDEN / f"compare_zh_{size[0]}x{size[1]}.txt", await editor.still())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_history(edited: Workspace, repo: Repo, size: tuple[int, int]) -> None:
    """Commits newest first; what the one under the cursor did; where every field comes from."""
    commits = [repo.git("rev-parse", "--short", "HEAD")]
    repo.commit_all("修订术语类目")
    commits.append(repo.git("rev-parse", "--short", "HEAD"))
    async with stage(edited, size=size) as editor:
        await editor.settled()
        editor.main.tree_pane.go_to("terms")
        await editor.press("g", "h")
        await editor.sees("2 次变更", "修订术语类目", "各字段的由来")
        editor.assert_fits(size[0])
        picture = await editor.still()
        for number, commit in enumerate(commits):
            picture = picture.replace(commit, f"{number}" * len(commit))
        assert_golden(GOLDEN / f"history_zh_{size[0]}x{size[1]}.txt", picture)
