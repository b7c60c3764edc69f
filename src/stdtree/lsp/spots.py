"""What stands at a place in a YAML text, told by its lines and their indents alone.

A text is rarely whole while somebody types in it, so nothing is parsed here: the keys around a
place are those of the lines above it that are indented less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stdtree.lsp.tables import Names

_LINE = re.compile(
    r"(?P<indent> *)(?P<dashes>(?:-(?: +|$))*)"
    r"""(?:(?P<key>"[^"]*"|'[^']*'|[^\s"'#:{\[][^\s"'#:]*):(?=\s|$))?"""
)
_WORD = re.compile(r"""(?:[^\s"'\[\]{},#:]|:(?!\s|$))+""")
_FLOW = re.compile(r"""("[^"]*"|'[^']*'|[\w-]+):\s|"[^"]*"|'[^']*'|[\[\]{},]""")
"""What structures a value on one line: keys, brackets, commas; quoted texts structure nothing."""


class Spot(NamedTuple):
    """A word in a text and the keys around it. Lines and characters count from 0."""

    names: Names
    """The keys around the word; with its own where it is the value of one, or is one itself."""
    word: str
    line: int
    start: int
    end: int
    is_key: bool = False


def spot_at(lines: Sequence[str], line: int, character: int) -> Spot | None:
    """The word that a place is in or at the end of, an empty one included; None in a comment."""
    text = lines[line] if line < len(lines) else ""
    if text.lstrip().startswith("#"):
        return None
    found = _LINE.match(text)
    if found is None:  # it always matches: all of its parts may be empty
        return None
    key, dash = found["key"], text.find("-") if found["dashes"] else -1
    column = found.end("dashes") if text.strip() else character
    around = _around(lines, line, dash + 1 if dash >= 0 else column)
    if key is None:
        return _word(text, line, character, around)
    names = (*around, _plain(key))
    start, end = found.span("key")
    if character <= end:
        return Spot(names, _plain(key), line, start, end, is_key=True)
    return _word(text, line, character, names)


def _word(text: str, line: int, character: int, names: Names) -> Spot:
    for found in _WORD.finditer(text):
        if found.start() <= character <= found.end():
            start, end = found.span()
            break
    else:
        start = end = character
    return Spot((*names, *_flow_names(text[:start])), text[start:end], line, start, end)


def _flow_names(text: str) -> Iterator[str]:
    """The keys of the open brackets of a line."""
    opened = [""]
    for found in _FLOW.finditer(text):
        if found[1]:
            opened[-1] = _plain(found[1])
        elif found[0] in "[{":
            opened.append("")
        elif found[0] in "]}" and opened[1:]:
            opened.pop()
        elif found[0] == ",":
            opened[-1] = ""
    return filter(None, opened[1:])


def _around(lines: Sequence[str], line: int, limit: int) -> Names:
    """The keys above a line that are indented less than `limit`, and those around them."""
    names: list[str] = []
    for text in reversed(lines[:line]):
        if limit <= 0:
            break
        found = _LINE.match(text)
        if found is None or not text.strip() or text.lstrip().startswith("#"):
            continue
        dash = text.find("-") if found["dashes"] else -1
        if found["key"] is not None and found.start("key") < limit:
            names.append(_plain(found["key"]))
            limit = dash + 1 if dash >= 0 else found.start("key")
        elif 0 <= dash < limit:  # the row in which we are begins here
            limit = dash + 1 if found.end("dashes") >= limit else limit
    return tuple(reversed(names))


def _plain(key: str) -> str:
    return key.strip("\"'")
