"""What takes long says so, and can be stopped where nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest

from stdtree.label import Label
from stdtree.tui import waiting
from stdtree.workspace import Workspace
from tests.tui.stage import PATIENCE, Stage, stage

TITLE = Label("计数", "Counting")
TEXT = Label("正在计数…", "counting…")


@pytest.fixture
def gate() -> Iterator[Event]:
    """What the work waits for; open at the end, whatever happens."""
    opened = Event()
    yield opened
    opened.set()


def start(editor: Stage, gate: Event, way: str) -> list[object]:
    """Start work that waits for the gate; the list receives what came of it."""
    results: list[object] = []

    def work() -> int:
        assert gate.wait(PATIENCE)
        return 42

    async def flow() -> None:
        results.append(await getattr(waiting, way)(editor.main, TITLE, TEXT, work=work))

    editor.main.flow(flow())
    return results


async def test_reading_can_be_stopped(workspace: Workspace, gate: Event) -> None:
    """Escape gives it up at once, though its thread still runs."""
    async with stage(workspace) as editor:
        results = start(editor, gate, "given")
        await editor.sees("计数", "正在计数…", "Esc 停止", "█", "秒")
        await editor.press("x", "f12")
        await editor.sees("Esc stops it")
        await editor.press("escape")
        await editor.until(lambda: results)
        assert results == [None]
        await editor.until(lambda: editor.app.screen is editor.main)


async def test_writing_goes_on_to_its_end(workspace: Workspace, gate: Event) -> None:
    """No key ends it, and it says so."""
    async with stage(workspace) as editor:
        results = start(editor, gate, "done")
        await editor.sees("写完为止")
        await editor.press("escape", "q", "ctrl+q")
        assert results == []
        gate.set()
        await editor.until(lambda: results)
        assert results == [42]
        await editor.until(lambda: editor.app.screen is editor.main)


async def test_what_is_quick_is_not_mentioned(workspace: Workspace, gate: Event) -> None:
    """Until a while has passed nothing is drawn over the screen; keys wait all the same."""
    async with stage(workspace) as editor:
        results = start(editor, gate, "done")
        await editor.until(lambda: editor.app.screen is not editor.main)
        assert editor.app.screen.has_class("-unseen")
        assert not editor.app.screen.query_one("#frame").visible
        gate.set()
        await editor.until(lambda: results)
