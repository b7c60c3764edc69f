"""From bytes of a terminal to keys: what Textual's parser gets wrong for Chinese input methods.

Textual gives up on a sequence after 32 characters, and a commit of five Chinese characters under
the kitty keyboard protocol is longer; it waits a tenth of a second to tell Escape from the start of
a sequence; and answers of the terminal that it did not ask for become keys.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from textual import events
from textual._parser import ParseError
from textual._time import get_time
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.keys import Keys
from textual.message import Message

ESCAPE_SECONDS = 0.025
"""How long a lone escape character may still be the start of a sequence."""
TORN_SECONDS = 0.5
"""How long the rest of a sequence may take that a slow link has torn apart."""
_LONGEST = 4096
"""Characters of an unfinished sequence that are waited for."""

_ANSWER = re.compile(
    r"\x1b\][0-9]+;[^\x07\x1b]*(?:\x07|\x1b\\)"  # to OSC: colours
    r"|\x1b\[[?>][\d;]*c"  # to DA: which terminal it is
    r"|\x1bP[^\x1b]*\x1b\\"  # to DCS
)
_COMMIT = re.compile(r"\x1b\[(?:0?|\d+(?=;[\d:]*;\d+:));[\d:]*;(?P<text>[\d:]+)u")
"""Text without a key, or several characters at once: an input method's, as kitty writes it."""
_TOGETHER = re.compile(r"[^\x00-\x7f]{2,}")
"""Characters that nobody types in one go: an input method committed them."""
_PARTS = re.compile(r"[^\x00-\x7f]+|[\x00-\x7f]+")
_UNFINISHED = re.compile(r"\x1b(?:\[[\x20-\x3f]*|\][^\x07\x1b]*\x1b?|P[^\x1b]*\x1b?|O)?\Z")
_STEERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Characters that no paste into a field needs."""
_FIRST_PRINTED = 0x20
_CONTROLS = range(0x7F, 0xA0)
_HALVES = range(0xD800, 0xE000)
_LAST = 0x10FFFF


class KeyParser(XTermParser):
    """Textual's parser, given whole sequences only, no pastes, and a shorter wait for Escape."""

    def __init__(self) -> None:
        super().__init__()
        self._held = ""
        """The start of a sequence, until the rest comes or its time is over."""
        self._held_until = 0.0
        self._pasted: str | None = None
        """What came of a paste that goes on."""

    def feed(self, data: str) -> Iterable[Message]:
        """The messages that `data` completes; the empty string ends the stream."""
        if not data:
            yield from super().feed(data)
            return
        text, self._held = self._held + data, ""
        while text:
            if self._pasted is None:
                typed, start, text = text.partition(BRACKETED_PASTE_START)
                yield from self._typed(typed, is_last=not start)
                self._pasted = "" if start else None
            else:
                pasted, end, text = (self._pasted + text).partition(BRACKETED_PASTE_END)
                self._pasted = None if end else pasted
                if end:
                    yield events.Paste(_STEERS.sub("", pasted))

    def tick(self) -> Iterable[Message]:
        """The messages for which nothing more can be waited for."""
        if self._held and get_time() >= self._held_until:
            text, self._held = self._held, ""
            yield from super().feed(text)
            self._timeout_time = None if self._timeout_time is None else get_time()
        yield from super().tick()

    def patience(self, longest: float) -> float:
        """Seconds after which `tick` may have something to say, at most `longest`."""
        times = [self._held_until] if self._held else []
        times += [self._timeout_time] if self._timeout_time is not None else []
        return max(0.0, min([longest, *(time - get_time() for time in times)]))

    def _typed(self, text: str, *, is_last: bool) -> Iterator[Message]:
        """Keys and what input methods commit; of what comes last, an unfinished end is kept."""
        text = _COMMIT.sub(_committed, _ANSWER.sub("", text))
        found = _UNFINISHED.search(text) if is_last else None
        if found and len(found[0]) <= _LONGEST:
            text, self._held = text[: found.start()], found[0]
            wait = ESCAPE_SECONDS if self._held == "\x1b" else TORN_SECONDS
            self._held_until = get_time() + wait
        for part in _PARTS.findall(text):
            if _TOGETHER.fullmatch(part):
                yield events.Paste(part)  # whole, wherever the focus goes meanwhile
            else:
                yield from super().feed(part)
        if self._timeout_time is not None:
            self._timeout_time = get_time() + ESCAPE_SECONDS

    def _sequence_to_key_events(
        self,
        sequence: str,
        alt: bool = False,  # noqa: FBT001, FBT002 -- Textual's
    ) -> Iterable[events.Key]:
        """Keys as kitty names them, though Textual itself was told not to ask for them."""
        try:
            keys = self._parse_extended_key(sequence)
        except (ValueError, OverflowError):  # no such character
            return [events.Key(Keys.Ignore, sequence)]
        if keys is not None:
            return [key.copy() for key in keys]
        return super()._sequence_to_key_events(sequence, alt)


def end(parser: KeyParser) -> None:
    """Nothing more will come; what was waited for is dropped."""
    try:
        for _ in parser.feed(""):
            pass
    except (EOFError, ParseError):
        pass


def _committed(found: re.Match[str]) -> str:
    codes = [int(code) for code in found["text"].split(":") if code]
    return "".join(chr(code) for code in codes if _is_text(code))


def _is_text(code: int) -> bool:
    return _FIRST_PRINTED <= code <= _LAST and code not in _CONTROLS and code not in _HALVES
