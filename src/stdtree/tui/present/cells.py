"""Text in terminal cells: how wide it is, cut to a width, wrapped the Chinese way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

_TOKENS = re.compile(
    r"[A-Z][A-Z/]* [0-9][0-9A-Za-z.:/\-—]*"  # a standard number stays in one piece
    r"|\s+"
    r"|[^\s\u2E80-\u303F\u3040-\uD7FF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF“”‘’…—]+"
    r"|."
)
_NOT_FIRST = frozenset("，。、；：！？）》〉」』】〕”’…—～％·,.;:!?)]}%")
_NOT_LAST = frozenset("（《〈「『【〔“‘([{")


def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells; what was left out shows as an ellipsis."""
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    return set_cell_size(text, width - 1).rstrip() + "…"


def pad(text: str, width: int) -> str:
    """`text` in exactly `width` cells, cut or filled with spaces."""
    shown = cut(text, width)
    return shown + " " * (width - cell_len(shown))


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells; at least one line.

    Breaks between Chinese characters and at spaces, never inside a standard number or a word, and
    keeps closing punctuation off the start and opening punctuation off the end of a line.
    """
    return [line for part in text.split("\n") for line in _wrap_paragraph(part, max(width, 2))]


def _wrap_paragraph(text: str, width: int) -> Iterator[str]:
    line, used = "", 0
    for piece in _pieces(text, width):
        size = cell_len(piece)
        if used + size > width and line.strip():
            yield line.rstrip()
            line = piece.lstrip()
            used = cell_len(line)
        else:
            line, used = line + piece, used + size
    yield line.rstrip()


def _pieces(text: str, width: int) -> Iterator[str]:
    """Runs that must not be broken; longer than a line only where nothing else is possible."""
    run = ""
    for token in _TOKENS.findall(text):
        glued = not run or token[0] in _NOT_FIRST or run[-1] in _NOT_LAST
        if not glued or cell_len(run + token) > width:
            yield run
            run = ""
        *whole, rest = _split(token, width)
        yield from whole
        run += rest
    if run:
        yield run


def _split(token: str, width: int) -> list[str]:
    """The token, in pieces if it is wider than a line."""
    found, piece, used = [], "", 0
    for character in token:
        size = cell_len(character)
        if used + size > width:
            found.append(piece)
            piece, used = "", 0
        piece, used = piece + character, used + size
    return [*found, piece]
