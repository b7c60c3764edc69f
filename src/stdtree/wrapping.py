"""Folding lines of mixed Chinese and Latin text to a width in terminal cells.

`textwrap` counts characters and breaks only at spaces: a Chinese sentence would be one word, and
twice as wide as it thinks. Chinese may break anywhere but before closing and after opening
punctuation (GB/T 15834-2011, 5.1; what typesetters call kinsoku); a word and a standard number
stay in one piece.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT_FIRST = frozenset("，。、；：！？）》〉」』】〕”’…—～％·,.;:!?)]}%")
_NOT_LAST = frozenset("（《〈「『【〔“‘([{")
_MARKS = frozenset("“”‘’…—")
"""Chinese punctuation that Unicode counts as narrow; between Latin letters it is Latin."""
_STANDARD_NUMBER = re.compile(r"[A-Z][A-Z/]*(?: Guide)? [0-9][0-9A-Za-z.:/\-—]*")


def cells(text: str) -> int:
    """How many terminal cells `text` takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def fold(text: str, width: int, *, split: bool = False) -> Iterator[str]:
    """The lines of `text`, none wider than `width`, but that one Latin word alone may be.

    Lines of `text` stay apart. With `split`, such a word is broken, too.
    """
    for line in text.splitlines() or [""]:
        yield from (line[start:end].rstrip() for start, end in spans(line, width, split=split))


def spans(
    line: str, width: int, *, hang: int = 0, split: bool = False
) -> Iterator[tuple[int, int]]:
    """Where each line of a folded `line` begins and ends in it.

    All but the first have `hang` cells less room.
    """
    if cells(line) <= width:
        yield 0, len(line)
        return
    start, used, room = 0, 0, width
    for begin, end in _pieces(line, width - hang, split=split):
        size = cells(line[begin:end].rstrip())
        if line[start:begin].strip() and used + size > room:
            yield start, begin
            start, used, room = begin, 0, width - hang
        used += cells(line[begin:end])
    yield start, len(line)


def _pieces(line: str, width: int, *, split: bool) -> Iterator[tuple[int, int]]:
    """What is never broken; if it is wider than a line, what has to be."""
    whole = {
        index
        for found in _STANDARD_NUMBER.finditer(line)
        for index in range(found.start() + 1, found.end())
    }
    start = 0
    for index in range(1, len(line) + 1):
        if index == len(line) or (index not in whole and _is_break(line[index - 1], line[index])):
            piece = line[start:index]
            if cells(piece.rstrip()) > width and (split or not piece.isascii()):
                yield from _broken(line, start, index, width=width)
            else:
                yield start, index
            start = index


def _is_break(before: str, after: str) -> bool:
    """Whether a line may end between two characters."""
    if after == " " or after in _NOT_FIRST or before in _NOT_LAST:
        return False
    if before == " " or _width(before) > 1 or _width(after) > 1:
        return True
    return (before in _MARKS or after in _MARKS) and not (before.isalnum() or after.isalnum())


def _broken(line: str, start: int, end: int, *, width: int) -> Iterator[tuple[int, int]]:
    """As much as there is room for, and so on."""
    used = 0
    for index in range(start, end):
        size = _width(line[index])
        if used and used + size > width:
            yield start, index
            start, used = index, 0
        used += size
    yield start, end


@lru_cache(maxsize=16384)
def _width(character: str) -> int:
    if category(character) in {"Mn", "Mc", "Me", "Cf"} and character != "\xad":
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
