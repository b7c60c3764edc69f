"""The way out to the terminal: it counts what has not left yet, and outlives the terminal."""

from __future__ import annotations

import os
import select
from collections.abc import Callable
from threading import Lock


class Outlet:
    """What Textual's writer thread writes to, in place of a file.

    Textual queues frames without end while a slow link takes them one by one: after a held key the
    screen would be many frames behind. Whoever draws asks here first (`when_written`).
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._lock = Lock()
        self._waiting: Callable[[], None] | None = None
        self._queued = 0
        self._written = 0
        self.is_gone = False
        """Whether the terminal was closed; what is written then goes nowhere."""

    @property
    def pending(self) -> int:
        """Bytes on their way that the terminal has not taken."""
        return self._queued - self._written

    def queue(self, text: str) -> None:
        """`text` is about to be written. Called by who draws."""
        self._queued += _size(text)

    def when_written(self, call: Callable[[], None]) -> bool:
        """Have `call` called once nothing is pending, by the writer; False if nothing is now."""
        with self._lock:
            if self.pending <= 0:
                return False
            self._waiting = call
            return True

    # what a file has ------------------------------------------------------------------------------

    def write(self, text: str) -> None:
        """Write it, however long that takes. Called by the writer."""
        if not self.is_gone:
            try:
                self._write(memoryview(text.encode("utf-8", "replace")))
            except OSError:
                self.is_gone = True
        with self._lock:
            self._written += _size(text)
            call = self._waiting if self.pending <= 0 else None
            if call is not None:
                self._waiting = None
        if call is not None:
            call()

    def _write(self, left: memoryview) -> None:
        while left:
            try:
                left = left[os.write(self._descriptor, left) :]
            except BlockingIOError:  # somebody set the terminal so
                select.select([], [self._descriptor], [])

    def flush(self) -> None:
        """Nothing is kept back."""

    def fileno(self) -> int:
        """The terminal's descriptor."""
        return self._descriptor

    def isatty(self) -> bool:
        """It is one."""
        return True


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "replace"))
