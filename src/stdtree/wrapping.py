"""Folding lines of mixed Chinese and Latin text to a width in terminal cells.

`textwrap` counts characters and breaks only at spaces: a Chinese sentence would be one word, and
twice as wide as it thinks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSING = "，。、；：？！）》」』”’…％"
"""Punctuation that does not begin a line."""


def cells(text: str) -> int:
    """How many terminal cells `text` takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if _is_wide(char) else 1 for char in text)


def fold(text: str, width: int) -> Iterator[str]:
    """The lines of `text`, none wider than `width` unless one word alone is.

    Lines of `text` stay apart; closing punctuation does not begin a line.
    """
    for line in text.splitlines() or [""]:
        yield from (line[start:end].rstrip() for start, end in spans(line, width))


def spans(line: str, width: int, *, hang: int = 0) -> Iterator[tuple[int, int]]:
    """Where each line of a folded `line` begins and ends in it.

    All but the first have `hang` cells less room.
    """
    if cells(line) <= width:
        yield 0, len(line)
        return
    start, used, room = 0, 0, width
    for begin, end in _pieces(line):
        size = cells(line[begin:end].rstrip())
        if begin > start and used + size > room:
            yield start, begin
            start, used, room = begin, 0, width - hang
        used += cells(line[begin:end])
    yield start, len(line)


def _pieces(line: str) -> Iterator[tuple[int, int]]:
    """`line` cut wherever it may be broken: after spaces, before and after wide characters."""
    start = 0
    for index in range(1, len(line)):
        before, after = line[index - 1], line[index]
        breakable = before == " " or _is_wide(before) or _is_wide(after)
        if breakable and after not in _CLOSING and after != " ":
            yield start, index
            start = index
    yield start, len(line)


def _is_wide(char: str) -> bool:
    return east_asian_width(char) in "WF"
