"""The editor as a program: language, colours, the first screen, and what happens to errors."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.actions import SkipAction
from textual.app import ScreenStackError
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.widgets import Input, TextArea

from stdtree.label import Language
from stdtree.store import clock
from stdtree.tui.drawing import AsciiSymbols, Colourless
from stdtree.tui.screens.main import MainScreen
from stdtree.tui.terminal import THEMES, Look
from stdtree.tui.themes import ALL, PREFIX
from stdtree.tui.type_ahead import TypeAhead

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.screen import Screen

    from stdtree.tui.driver_output import Outlet
    from stdtree.tui.loading import Loading
    from stdtree.workspace import Workspace

AT_ONCE = 4096
"""Bytes that may be on their way to the terminal before the next frame has to wait."""
_SHOW, _HIDE = "\x1b[?25h", "\x1b[?25l"
_HERE = Offset(0, 0)


class EditorApp(TypeAhead):
    """Holds what all screens share: the workspace and the language of the interface."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", show=False, priority=True),
        Binding("ctrl+l", "repaint", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (100, "-wide"), (160, "-huge")]  # noqa: RUF012 -- Textual's
    VERTICAL_BREAKPOINTS = [(0, "-low"), (15, "-middle"), (32, "-tall")]  # noqa: RUF012 -- Textual's

    def __init__(
        self,
        workspace: Workspace,
        language: Language,
        *,
        today: Callable[[], str] = clock.today,
        look: Look | None = None,
        loading: Loading | None = None,
    ) -> None:
        self.look = look or Look()
        """How to draw in this terminal."""
        self.ended_by: int | None = None
        """The signal that ended the editor."""
        self.is_alone = True
        """Whether no other window has the system open."""
        super().__init__(driver_class=_driver_class(self.look))
        self.workspace = workspace
        self._loading = loading
        self.today = today
        self.language: Language = language
        for theme in ALL.values():
            self.register_theme(theme)
        self.theme = PREFIX + self.look.theme
        self.no_color = not self.look.is_coloured
        self._filters = [Colourless()] if self.no_color else self._filters[:1]
        if self.look.ambiguous > 1:
            self._filters.append(AsciiSymbols())
        self._is_caret_shown = False
        self._is_held = False
        self._has_missed = False

    def on_mount(self) -> None:
        """Show the tree."""
        self.set_class(self._outlet is not None, "-caret")
        main = MainScreen(self.workspace, self.language, today=self.today, loading=self._loading)
        self.push_screen(main)

    @property
    def bug(self) -> Exception | None:
        """What went wrong inside the editor and ended it.

        Not what a signal did that came while a screen was being made.
        """
        return self._exception if self.ended_by is None else None

    def _fatal_error(self) -> None:
        """End without Textual's own report: the caller has a place for bugs."""
        self._close_messages_no_wait()

    def action_leave(self) -> None:
        """Ctrl+Q: quit as the main screen does; in a dialog, where words may be lost, nothing."""
        if isinstance(self.screen, MainScreen):
            self.screen.quit()

    def action_help_quit(self) -> None:
        """Ctrl+C: nothing to interrupt; Textual would name a key of its own here."""

    def action_suspend_process(self) -> None:
        """Ctrl+Z: stop until `fg`, with all that the shell started together with us.

        Where several lines are written it takes back the last words.
        """
        if self._driver is None or not self._driver.can_suspend or not has_job_control():
            raise SkipAction
        if isinstance(self.screen.focused, TextArea):
            raise SkipAction
        self._suspend_signal()
        os.kill(0, signal.SIGTSTP)

    def _resume_signal(self) -> None:
        super()._resume_signal()
        self.action_repaint()

    def action_repaint(self) -> None:
        """Ctrl+L: draw all of it again, over what other programs have left on the screen."""
        compositor, below = self.screen._compositor, self._background_screens  # noqa: SLF001 -- no other way: refresh() leaves screens below a dialog as they are
        self._display(self.screen, compositor.render_update(full=True, screen_stack=below))

    def end_by(self, number: int) -> None:
        """End because of a signal; every operation is in the journal already."""
        if self.ended_by is None:
            self.ended_by = number
            self.exit()

    @property
    def shown_theme(self) -> str:
        """The theme in use, as people call it."""
        name = self.theme.removeprefix(PREFIX)
        return name if name in THEMES else next(iter(THEMES))

    def show_theme(self, name: str) -> None:
        """Draw in another of `THEMES`."""
        self.theme = PREFIX + name

    async def hand_over(self, event: events.Key | events.Paste) -> None:
        """What an input method commits goes, key by key, also to what knows of keys only."""
        if isinstance(event, events.Paste) and self._is_for_keys(event):
            for character in event.text:
                await super().hand_over(events.Key(character, character))
        else:
            await super().hand_over(event)

    def _is_for_keys(self, event: events.Paste) -> bool:
        nodes = (self.screen.focused, self.screen)
        if any(hasattr(node, "on_paste") or hasattr(node, "_on_paste") for node in nodes):
            return False
        return event.text.isprintable() and not any(map(str.isascii, event.text))

    # the terminal's own cursor: screen readers follow it, and input methods open their window there

    @property
    def cursor_position(self) -> Offset:
        """Where it belongs now. The focused widget knows."""
        try:
            focused = self.screen.focused
        except ScreenStackError:
            return _HERE
        return getattr(focused, "cursor_screen_offset", _HERE)

    @cursor_position.setter
    def cursor_position(self, position: Offset) -> None:
        """Textual's widgets tell; some too late, some one cell off: asked when a frame is drawn."""

    def _begin_update(self) -> None:
        super()._begin_update()
        if self._is_caret_shown and self._driver is not None:
            self._driver.write(_HIDE)
            self._is_caret_shown = False

    def _end_update(self) -> None:
        if self._outlet is not None and self._driver is not None:
            self._is_caret_shown = isinstance(self.screen.focused, Input | TextArea)
            if self._is_caret_shown:
                self._driver.write(_SHOW)
        super()._end_update()

    # slow links: no frame is begun before the last one has left -----------------------------------

    @property
    def _outlet(self) -> Outlet | None:
        return getattr(self._driver, "outlet", None)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        self._has_missed |= self._is_held and renderable is not None
        super()._display(screen, renderable)
        outlet = self._outlet
        if outlet is None or self._is_held or outlet.pending <= AT_ONCE:
            return
        if outlet.when_written(self._written):
            self._is_held = True
            self._begin_batch()  # what changes meanwhile is drawn together, once, afterwards

    def _written(self) -> None:
        """The writer has caught up. Called in its thread."""
        with suppress(RuntimeError):  # the editor has ended
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self._go_on)

    def _go_on(self) -> None:
        self._is_held = False
        self._end_batch()
        try:
            screen = self.screen
        except ScreenStackError:
            return
        if self._has_missed:
            self._has_missed = False
            screen.refresh()
        screen.check_idle()


def _driver_class(look: Look) -> type[Driver] | None:
    """Our driver where there is one: not on Windows, not where Textual is told which to use."""
    if look.is_plain or os.name == "nt" or os.environ.get("TEXTUAL_DRIVER"):
        return None
    from stdtree.tui.driver import TerminalDriver

    return TerminalDriver


def has_job_control() -> bool:
    """Whether somebody is there who could start us again: without a shell we would hang."""
    return os.getpgrp() != os.getsid(0)
