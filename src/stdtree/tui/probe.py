"""What only the terminal itself can say: how wide it draws, and how bright its background is.

Asked before the editor starts, all at once; the answer to the last question, which every terminal
gives, ends the waiting.
"""

from __future__ import annotations

import os
import re
import select
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic

SECONDS = 0.1
"""How long an answer may take."""
REMOTE_SECONDS = 0.5
"""How long over a network."""

_SAMPLE = "─“"
"""East Asian Ambiguous, both: two cells, or four where fonts are Chinese."""
_WIDTH = f"\x1b7\r{_SAMPLE}\x1b[6n\r\x1b[K\x1b8"
_BACKGROUND = "\x1b]11;?\x1b\\"
_WHO = "\x1b[c"
_POSITION = re.compile(rb"\x1b\[\d+;(?P<column>\d+)R")
_COLOUR = re.compile(rb"\x1b\]11;rgba?:(?P<rgb>[0-9a-fA-F/]+)(?:\x07|\x1b\\)")
_IDENTITY = re.compile(rb"\x1b\[\?[\d;]*c")
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Answers:
    """What a terminal told."""

    ambiguous: int | None = None
    """Cells of a character whose width is East Asian Ambiguous."""
    dark: bool | None = None
    """Whether its background is."""
    typed: bytes = b""
    """What the user typed meanwhile."""


def ask(descriptor: int, *, width: bool, background: bool, seconds: float = SECONDS) -> Answers:
    """Ask the terminal behind a descriptor what is wanted. No answer in time: None."""
    if not (width or background):
        return Answers()
    try:
        import termios
    except ImportError:  # Windows
        return Answers()
    try:
        before = termios.tcgetattr(descriptor)
    except termios.error:
        return Answers()
    quiet = [*before]
    quiet[3] = before[3] & ~(termios.ICANON | termios.ECHO)
    try:
        termios.tcsetattr(descriptor, termios.TCSANOW, quiet)
        said = (_WIDTH if width else "") + (_BACKGROUND if background else "") + _WHO
        os.write(descriptor, said.encode())
        return understood(_answers(descriptor, seconds))
    except (OSError, termios.error):
        return Answers()
    finally:
        with suppress(OSError, termios.error):
            termios.tcsetattr(descriptor, termios.TCSANOW, before)


def _answers(descriptor: int, seconds: float) -> bytes:
    """What comes until the last answer, or until it is too late."""
    data, deadline = b"", monotonic() + seconds
    while not _IDENTITY.search(data):
        ready, _, _ = select.select([descriptor], [], [], max(0.0, deadline - monotonic()))
        if not ready:
            break
        more = os.read(descriptor, 4096)
        if not more:
            break
        data += more
    return data


def understood(data: bytes) -> Answers:
    """The answers in what came; the rest was typed."""
    position, colour = _POSITION.search(data), _COLOUR.search(data)
    typed = data
    for answer in (_POSITION, _COLOUR, _IDENTITY):
        typed = answer.sub(b"", typed, count=1)
    ambiguous = None
    if position:
        ambiguous = 1 if int(position["column"]) <= len(_SAMPLE) + 1 else 2
    return Answers(ambiguous, _is_dark(colour["rgb"].decode()) if colour else None, typed)


def _is_dark(rgb: str) -> bool | None:
    """Whether a colour as X names it ("ffff/0000/8080") is nearer to black."""
    try:
        red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in rgb.split("/")[:3])
    except (ValueError, ZeroDivisionError):
        return None
    brightness: float = 0.299 * red + 0.587 * green + 0.114 * blue
    return brightness < _HALF
