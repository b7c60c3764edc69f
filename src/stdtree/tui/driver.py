"""The terminal while the editor runs: Textual's driver with its troubles mended.

See docs/terminals.md for what is done and how to switch it off.
"""

from __future__ import annotations

import asyncio
import os
import selectors
import signal
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterable
from contextlib import suppress
from queue import Full
from typing import TYPE_CHECKING, cast

from textual.drivers.linux_driver import LinuxDriver

from stdtree.tui.driver_input import KeyParser, end
from stdtree.tui.driver_output import Outlet

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message

    from stdtree.tui.editor import EditorApp

ASK_FOR_KEYS = "\x1b[>1u"
"""Kitty's protocol, flag 1: keys that were ambiguous become distinct; text stays text."""
ENDS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""Signals that end the editor, in good order."""
_POLL = 0.1
"""Seconds between looks at whether to stop reading."""
_LAST_WORDS = 2.0
"""Seconds a terminal has to take what restores it; one that is stuck must not hold us."""


class TerminalDriver(LinuxDriver):
    """Reads keys with `KeyParser`, writes through an `Outlet`, ends on signals."""

    def __init__(
        self,
        app: App[None],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._editor = cast("EditorApp", app)
        self.outlet = Outlet(cast("int", sys.__stderr__ and sys.__stderr__.fileno()))
        self._file = self.outlet  # type: ignore[assignment]  # all of a file that its writer uses
        self._typed = self._editor.look.typed
        self._is_on = False

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        loop = asyncio.get_running_loop()
        for number in ENDS:
            loop.add_signal_handler(number, self._editor.end_by, number)
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's
        self._is_on = self._key_thread is not None and self._key_thread.is_alive()
        if self._is_on:
            self.write(ASK_FOR_KEYS)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self._is_on = False
        super().stop_application_mode()

    def _sigcont_application(self, *_: object) -> None:
        """Go on after a stop, also one that nobody announced: then the shell had the terminal."""
        if self._auto_restart and self._is_on:
            self.suspend_application_mode()
            self._must_signal_resume = True
        super()._sigcont_application()

    def write(self, data: str) -> None:
        """Write to the terminal, some time soon."""
        self.outlet.queue(data)
        super().write(data)

    def close(self) -> None:
        """Wait until all is written, but not for a terminal that takes nothing any more."""
        writer = self._writer_thread
        if writer is None or not writer.is_alive():
            return
        with suppress(Full):  # as stop() does, but that waits without end
            writer._queue.put_nowait(None)  # noqa: SLF001 -- nothing else ends it
        writer.join(_LAST_WORDS)

    def run_input_thread(self) -> None:
        """Read until told to stop, or until the terminal is gone."""
        parser = KeyParser()
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            typed, self._typed = decode(self._typed), b""
            if typed:
                self._post(parser.feed(typed))
            while not self.exit_event.is_set():
                if selector.select(parser.patience(_POLL)):
                    data = self._read()
                    if not data:
                        self._loop.call_soon_threadsafe(self._editor.end_by, signal.SIGHUP)
                        break
                    text = decode(data)
                    if text:  # else half a character
                        self._post(parser.feed(text))
                self._post(parser.tick())
        end(parser)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:  # closed
            return b""

    def _post(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)
