"""Driving the editor without a terminal: keys in, lines of text out, waiting for conditions."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from time import monotonic

from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot

from stdtree.label import Language
from stdtree.tui.editor import EditorApp
from stdtree.tui.present.line import plain
from stdtree.tui.screens.main import MainScreen
from stdtree.tui.terminal import Look, set_environment
from stdtree.tui.widgets.lines import Lines
from stdtree.workspace import Workspace

PATIENCE = 30.0
"""Seconds until a condition that does not come true fails the test."""

TODAY = "2026-11-22"
"""The day it is on stage."""

STILL = 0.4
"""Seconds without a change after which a picture counts as finished."""


class Stage:
    """The editor on stage: press keys, read the screen."""

    def __init__(self, app: EditorApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def main(self) -> MainScreen:
        """The main screen, whatever lies over it."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, MainScreen))

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, as terminals and input methods send them."""
        for key in keys:
            if len(key) == 1 and not key.isascii():
                self.app.post_message(events.Key(key, key))
                await self.pilot.pause()
            else:
                await self.pilot.press(key)

    async def type(self, text: str) -> None:
        """Type characters, Chinese ones too."""
        await self.press(*["space" if character == " " else character for character in text])

    async def to_line(self, text: str) -> None:
        """Move the cursor of the list with the focus down to the line that holds `text`."""
        lines = self.app.screen.focused
        assert isinstance(lines, Lines)
        await self.press("home")
        while lines.current is None or text not in plain(lines.current, 200):
            assert lines.cursor < lines.count() - 1, f"no line holds {text!r}:\n{self.text}"
            await self.press("down")

    async def until(self, condition: Callable[[], object], what: str = "condition") -> None:
        """Wait for a condition to hold."""
        deadline = monotonic() + PATIENCE
        while not condition():
            if monotonic() > deadline:
                message = f"{what} did not come true; the screen:\n{self.text}"
                raise AssertionError(message)
            await self.pilot.pause()
            await asyncio.sleep(0)

    async def sees(self, *texts: str) -> None:
        """Wait until the screen shows all of these."""
        for text in texts:
            await self.until(lambda text=text: text in self.text, f"seeing {text!r}")  # type: ignore[misc]  # bound per loop

    async def settled(self) -> None:
        """Wait until the first check is done and the details follow the cursor."""
        await self.until(lambda: self.main.findings is not None, "the check")
        await self.pilot.pause()

    async def still(self) -> str:
        """The picture once it has stopped changing: details and forms follow with a delay."""
        seen, since = self.text, monotonic()
        while monotonic() < since + STILL:
            await self.pilot.pause()
            if self.text != seen:
                seen, since = self.text, monotonic()
        return f"{seen}\n"

    @property
    def lines(self) -> list[str]:
        """The screen as plain text, line by line."""
        strips = self.app.screen._compositor.render_strips()  # noqa: SLF001 -- the whole screen
        return ["".join(segment.text for segment in strip) for strip in strips]

    @property
    def text(self) -> str:
        """The screen as plain text."""
        return "\n".join(line.rstrip() for line in self.lines)

    def assert_fits(self, width: int) -> None:
        """Every line is exactly as wide as the screen."""
        wrong = [line for line in self.lines if cell_len(line) != width]
        assert wrong == []


@asynccontextmanager
async def stage(
    workspace: Workspace,
    *,
    language: Language = "zh",
    size: tuple[int, int] = (120, 40),
    look: Look | None = None,
    alone: bool = True,
) -> AsyncIterator[Stage]:
    """The editor running on a workspace, checked and ready for keys."""
    set_environment(os.environ)
    app = EditorApp(workspace, language, today=lambda: TODAY, look=look)
    app.is_alone = alone
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Stage(app, pilot)
