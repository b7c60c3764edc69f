"""A terminal made of a pty and pyte: bytes in, picture out, every byte kept."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic

import pyte

PATIENCE = 60.0
"""Seconds until a picture that does not appear fails the test."""

_KEYBOARD = re.compile(rb"\x1b\[[<>=][\d;]*u")
"""Kitty's protocol, which pyte does not know."""
NARROW_DARK = {
    b"\x1b[6n": b"\x1b[1;3R",
    b"\x1b]11;?\x1b\\": b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
    b"\x1b[c": b"\x1b[?62;22c",
}
"""What a terminal answers whose fonts are Latin and whose background is dark."""


class PtyTerminal:
    """A program in a terminal of its own, with what it shows and what it wrote."""

    def __init__(
        self,
        *command: str,
        size: tuple[int, int] = (80, 24),
        answers: Mapping[bytes, bytes] = NARROW_DARK,
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        """Everything that was written."""
        self._answers = answers
        self._answered = 0
        self.master, slave = pty.openpty()
        self.resize(*size, tell=False)
        self.attributes = termios.tcgetattr(slave)
        """Of the terminal, before the program started."""
        self.slave = slave
        gone = {"COLUMNS", "LINES", "NO_COLOR", "STDTREE_THEME", "STDTREE_AMBIGUOUS", "TMUX"}
        kept = {name: value for name, value in os.environ.items() if name not in gone}
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            env={**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", **(environment or {})},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 -- one call
        )

    # out ------------------------------------------------------------------------------

    def pump(self, *, longest: float = 0.05, most: int = 65536) -> int:
        """Take what is written within `longest` seconds, at most `most` bytes; how many came."""
        if not select.select([self.master], [], [], longest)[0]:
            return 0
        try:
            data = os.read(self.master, most)
        except OSError:  # nobody is there any more
            return 0
        self.raw += data
        self._answer()
        self._stream.feed(_KEYBOARD.sub(b"", data))
        return len(data)

    def _answer(self) -> None:
        """Answer the questions in what came, in their order."""
        asked = b"|".join(map(re.escape, self._answers))
        for found in re.finditer(asked, self.raw[self._answered :]) if asked else ():
            os.write(self.master, self._answers[found[0]])
        for question in self._answers:
            self._answered = max(self._answered, self.raw.rfind(question) + len(question))

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Take what is written until something holds."""
        deadline = monotonic() + PATIENCE
        while not condition():
            self.pump()
            assert monotonic() < deadline, f"{what} did not come true:\n{self.text}"

    def sees(self, *texts: str) -> None:
        """Wait until the picture holds all of these."""
        self.until(lambda: all(text in self.text for text in texts), f"seeing {texts}")

    def sees_no(self, text: str) -> None:
        """Wait until the picture no longer holds this."""
        self.until(lambda: text not in self.text, f"{text!r} to go")

    def writes(self, data: bytes, *, after: int = 0) -> None:
        """Wait until the program has written these bytes."""
        self.until(lambda: data in self.raw[after:], f"writing {data!r}")

    @property
    def lines(self) -> list[str]:
        """The picture, line by line. The second half of a wide character is empty."""
        columns, rows = range(self.screen.columns), range(self.screen.lines)
        cells = self.screen.buffer
        return ["".join(cells[y][x].data for x in columns).rstrip() for y in rows]

    @property
    def text(self) -> str:
        """The picture."""
        return "\n".join(self.lines)

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the terminal's cursor."""
        return self.screen.cursor.x, self.screen.cursor.y

    # in -------------------------------------------------------------------------------

    def type(self, data: str | bytes) -> None:
        """Send bytes as a terminal does: a key, a commit, a paste."""
        data = data.encode() if isinstance(data, str) else data
        while data:
            data = data[os.write(self.master, data[:512]) :]
            self.pump(longest=0)

    def resize(self, columns: int, lines: int, *, tell: bool = True) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        if tell:
            self.screen.resize(lines, columns)
            os.killpg(self.process.pid, signal.SIGWINCH)

    def ended(self) -> int:
        """The exit code, once the program has ended."""
        self.until(lambda: self.process.poll() is not None, "the end")
        while self.pump(longest=0):
            pass
        return self.process.returncode

    def close(self) -> None:
        """End the program, whatever it does."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for descriptor in (self.master, self.slave):
            try:
                os.close(descriptor)
            except OSError:
                continue


def editor(root: Path, **settings: object) -> PtyTerminal:
    """`stdtree tui` on a system, in Chinese."""
    command = (sys.executable, "-m", "stdtree", "-C", str(root), "tui", "--lang", "zh")
    return PtyTerminal(*command, **settings)  # type: ignore[arg-type]  # its own
