"""A terminal program in a pty of its own: when its picture changes after it starts or gets a key.

What it writes is taken down with the time, and a screen (pyte) is drawn from it only when the
measuring is over, so that drawing costs the program nothing.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pyte

COLUMNS, ROWS = 120, 40
_MOST = 50
"""Chunks that are read without looking at them."""
_TICKS = os.sysconf("SC_CLK_TCK")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[>c": b"\x1b[>41;354;0c",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b]11;?": b"\x1b]11;rgb:1010/1010/1010\x1b\\",
    b"\x1b]10;?": b"\x1b]10;rgb:d0d0/d0d0/d0d0\x1b\\",
}
"""What programs ask a terminal, and what this one says."""
_UNREAD = re.compile(
    rb"\x1b\[[<>=?][0-9;:]*[$]?[a-z]|\x1b\[[0-9]* q"
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP.*?\x1b\\",
    re.DOTALL,
)
"""Sequences that pyte takes for text; none of them changes what is seen."""

Chunk = tuple[float, bytes]


class Answer(NamedTuple):
    """How a program answered a key."""

    first: float
    """Seconds until the picture began to change."""
    last: float
    """Seconds until it had changed for the last time."""
    cpu: float
    """Seconds of its CPU time."""


class Program:
    """A program in a terminal of 120×40."""

    def __init__(
        self, words: Sequence[str], *, folder: Path | None = None, environ: Mapping[str, str] = {}
    ) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        around = {k: v for k, v in os.environ.items() if k not in {"TMUX", "COLUMNS", "LINES"}}
        around |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
        self.begun = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            if folder is not None:
                os.chdir(folder)
            os.execvpe(words[0], list(words), around | dict(environ))  # noqa: S606 -- it is what is measured
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def until(self, text: str, *, patience: float = 60.0) -> tuple[float, float]:
        """Seconds from the start to the first glyph, and to a picture that holds `text`."""
        first = 0.0
        while time.perf_counter() - self.begun < patience:
            for at, data in self._read(0.02):
                self._feed(data)
                shown = self.text
                first = first or (at - self.begun if shown.strip() else 0.0)
                if text in shown:
                    return first, at - self.begun
        message = f"{text!r} did not appear:\n{self.text}"
        raise TimeoutError(message)

    def settle(self, quiet: float = 0.4, *, patience: float = 30.0) -> None:
        """Wait until nothing has been written for a while."""
        end = time.perf_counter() + patience
        while (chunks := self._read(quiet)) and time.perf_counter() < end:
            for _, data in chunks:
                self._feed(data)

    def press(self, keys: bytes, *, quiet: float = 0.25) -> Answer:
        """Press a key, and wait until what follows is over."""
        before, cpu = self.picture, self.cpu
        pressed = time.perf_counter()
        os.write(self._terminal, keys)
        chunks: list[Chunk] = []
        while more := self._read(quiet):
            chunks += more
        used, first, last = self.cpu - cpu, 0.0, 0.0
        for at, data in chunks:
            self._feed(data)
            picture = self.picture
            if picture != before:
                first, last, before = first or at - pressed, at - pressed, picture
        return Answer(first, last, used)

    def hold(
        self, key: bytes, *, rate: float, seconds: float
    ) -> tuple[list[float], list[tuple[float, str]]]:
        """Hold a key down: when it was sent, and every picture with the time it was written."""
        presses: list[float] = []
        chunks: list[Chunk] = []
        start = time.perf_counter()
        while (now := time.perf_counter()) < start + seconds:
            if now >= start + len(presses) / rate:
                os.write(self._terminal, key)
                presses.append(time.perf_counter())
            chunks += self._read(0.001, once=True)
        while more := self._read(0.4):
            chunks += more
        pictures = []
        for at, data in chunks:
            self._feed(data)
            pictures.append((at, self.text))
        return presses, pictures

    @property
    def picture(self) -> list[object]:
        """What is on the screen: characters, their looks, and where the cursor is."""
        where = self._screen.cursor
        lines = list(self._screen.buffer.items())
        return [(where.x, where.y), *((y, list(line.items())) for y, line in sorted(lines))]

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self._screen.display)

    @property
    def cpu(self) -> float:
        """Seconds of CPU time so far."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2]
        return sum(map(int, fields.split()[11:13])) / _TICKS

    @property
    def memory(self) -> int:
        """Resident memory, MiB."""
        pages = Path(f"/proc/{self.pid}/statm").read_text(encoding="utf-8").split()[1]
        return int(pages) * _PAGE // 2**20

    def end(self) -> None:
        """Kill it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def _read(self, quiet: float, *, once: bool = False) -> list[Chunk]:
        """What is written until nothing comes for `quiet` seconds."""
        chunks: list[Chunk] = []
        while select.select([self._terminal], [], [], quiet)[0]:
            try:
                data = os.read(self._terminal, 1 << 16)
            except OSError:
                break
            chunks.append((time.perf_counter(), data))
            for asked, answer in _ANSWERS.items():
                if asked in data:
                    os.write(self._terminal, answer)
            if once or len(chunks) > _MOST:
                break
        return chunks

    def _feed(self, data: bytes) -> None:
        self._stream.feed(_UNREAD.sub(b"", data))


def percentile(figures: Sequence[float], part: float) -> float:
    """The figure that `part` of them do not exceed."""
    ordered = sorted(figures)
    return ordered[min(round(part * (len(ordered) - 1)), len(ordered) - 1)]
