"""Something is being done: says so once that takes long enough to wonder."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING

from stdtree.label import Label, Language, same
from stdtree.tui.dialogs.dialog import Dialog
from stdtree.tui.widgets.said import Said

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

UNSEEN = 0.2
"""Seconds for which nothing is shown: most things are done by then."""
STEP = 0.1
"""Seconds between two pictures."""
STOPS = Label("Esc 停止", "Esc stops it")
RUNS_ON = Label("正在写入，写完为止", "it is writing, and goes on to the end")
_CELLS, _MOVING = 30, 6


class Busy(Dialog[None]):
    """Takes all keys until it is over. Whoever opened it closes it."""

    def __init__(self, title: Label, text: Label, *, language: Language, can_stop: bool) -> None:
        super().__init__(title, language)
        self._text, self._can_stop = text, can_stop
        self._began = monotonic()
        self.stopped = asyncio.Event()
        """Set when somebody does not want to wait for it any longer."""
        self.add_class("-unseen")

    def body(self) -> ComposeResult:
        """What is going on, how long already, what can be done about it."""
        yield self.said(self._text, "text")
        yield self.said(same(""), "bar")
        yield self.said(STOPS if self._can_stop else RUNS_ON, "hint")

    def on_mount(self) -> None:
        """Wait before saying anything."""
        self.set_timer(UNSEEN, self._appear)

    def takes(self, event: events.Key) -> bool:
        """Every key: Escape stops what can be stopped."""
        if event.key == "escape" and self._can_stop:
            self.stopped.set()
        return event.key != "f12"

    def _appear(self) -> None:
        self.remove_class("-unseen")
        self._move()
        self.set_interval(STEP, self._move)

    def _move(self) -> None:
        seconds = monotonic() - self._began
        at = int(seconds / STEP) % (_CELLS - _MOVING + 1)
        bar = f"{'░' * at}{'█' * _MOVING}{'░' * (_CELLS - _MOVING - at)}"
        took = f"{seconds:.0f}"
        self.query_one("#bar", Said).tell(Label(f"{bar}  {took} 秒", f"{bar}  {took} s"))
