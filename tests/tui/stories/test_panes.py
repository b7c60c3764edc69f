"""Panes: wider, narrower, put away, remembered; three columns where there is room."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from stdtree.store import preferences
from stdtree.tui.present.line import plain
from stdtree.tui.widgets.panes import Details, FindingList
from stdtree.workspace import Workspace
from tests.tui.stage import Stage, stage


@pytest.fixture(autouse=True)
def own_preferences(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's own choices."""
    monkeypatch.setattr(preferences, "file", lambda: tmp_path / "preferences.json")  # type: ignore[operator]  # a path


def width(editor: Stage) -> int:
    """Cells of the tree's pane."""
    return editor.main.query_one("#left").size.width


async def test_keys_move_the_border_and_it_is_remembered(workspace: Workspace) -> None:
    """The next start has the same panes."""
    async with stage(workspace) as editor:
        await editor.settled()
        before = width(editor)
        await editor.press("ctrl+right", "ctrl+right")
        await editor.until(lambda: width(editor) > before, "a wider tree")
        wider = width(editor)
        editor.assert_fits(120)
    async with stage(workspace) as editor:
        await editor.settled()
        assert width(editor) == wider
        await editor.press("z", "=")
        await editor.until(lambda: width(editor) == before, "the usual width")


async def test_the_mouse_drags_the_border(workspace: Workspace) -> None:
    """The border follows the pointer."""
    async with stage(workspace) as editor:
        await editor.settled()
        before, screen = width(editor), editor.main
        edge = screen.query_one("#left").region.right - 1
        await editor.pilot.mouse_down(offset=(edge, 10))
        await editor.pilot.mouse_up(offset=(edge + 15, 10))
        await editor.until(lambda: width(editor) > before, "a wider tree")


async def test_put_away_and_brought_back(workspace: Workspace) -> None:
    """_ gives the tree the room of the details; 2 brings them back."""
    async with stage(workspace) as editor:
        await editor.settled()
        await editor.press("underscore")
        await editor.until(lambda: not editor.main.query_one(Details).display, "no details")
        editor.assert_fits(120)
        await editor.press("2")
        await editor.until(lambda: editor.main.query_one(Details).has_focus, "the details")


async def test_three_columns_at_200(workspace: Workspace) -> None:
    """Tree, details and findings stand side by side."""
    async with stage(workspace, size=(200, 50)) as editor:
        await editor.settled()
        await editor.sees("3 问题 (")
        left, details, findings = (
            editor.main.query_one("#left").region,
            editor.main.query_one(Details).region,
            editor.main.query_one(FindingList).region,
        )
        assert left.y == details.y == findings.y
        assert left.right <= details.x < details.right <= findings.x
        editor.assert_fits(200)


async def test_details_wrap_anew_when_the_window_changes(workspace: Workspace) -> None:
    """From wide panes to narrow ones and back, no line of the details is cut."""
    async with stage(workspace, size=(80, 24)) as editor:
        await editor.settled()
        pane = editor.main.query_one(Details)
        for width, height in ((200, 50), (80, 24), (120, 40)):
            await editor.pilot.resize_terminal(width, height)
            await editor.still()
            rows = range(pane.count())
            assert max(cell_len(plain(pane.line(row), 500).rstrip()) for row in rows) <= pane.room
