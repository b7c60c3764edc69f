"""Where a field stands in canonical text, found by indents alone, without libyaml.

In a text that `read_canonical` takes, each key and each item of a block starts a line, and what
belongs to it stands two columns deeper. A property test holds the places equal to those of
`yaml_outline`, which answers for every other text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

_COMMENTS = re.compile(r"(?:#[^\n]*\n)*+").match
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*+").fullmatch
_ENTRY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*+:[ \n]").match


class _Value(NamedTuple):
    """A value in the text: one on a line, or the lines of a block."""

    at: int
    """Where to point to when it is meant."""
    first: int
    """Its first character."""
    end: int
    """Where its lines end; 0: it stands on one line."""
    indent: int = 0
    """Of the lines of a block."""


def find(text: str, path: Sequence[str | int]) -> tuple[int, int]:
    """Line and column, from 1, of what stands at `path`, or of the nearest thing above it.

    `text` is one that `read_canonical` takes.
    """
    head = _COMMENTS(text)
    start = head.end() if head else 0
    value = _Value(start, start, len(text))
    for part in path:
        below = _item(text, value, part) if isinstance(part, int) else _field(text, value, part)
        if below is None:
            break
        value = below
    return text.count("\n", 0, value.at) + 1, value.at - text.rfind("\n", 0, value.at)


def _field(text: str, block: _Value, name: str) -> _Value | None:
    """The value of a field in a mapping."""
    _, first, end, indent = block
    if not end or text.startswith("- ", first) or not _KEY(name):
        return None
    at = first
    if not text.startswith(f"{name}:", first):
        at = text.find(f"\n{' ' * indent}{name}:", first, end) + 1 + indent
        if at == indent:  # not found
            return None
    value = at + len(name) + 1
    if text[value] == " ":
        is_list = text[value + 1] == "["
        return _Value(at if is_list else value + 1, value + 1, 0)
    left = _less(indent + 2)(text, value, end)
    return _Value(at, value + 3 + indent, left.end() if left else end, indent + 2)


def _item(text: str, block: _Value, number: int) -> _Value | None:
    """An item of a list, in lines or on one line."""
    _, first, end, indent = block
    if not end:
        return _flow_item(text, first, number)
    if not text.startswith("- ", first):
        return None
    dash, at = f"\n{' ' * indent}- ", first
    for _ in range(number):
        at = text.find(dash, at, end) + 1 + indent
        if at == indent:  # not found
            return None
    at += 2
    if not _ENTRY(text, at):
        return _Value(at, at, 0)
    following = text.find(dash, at, end)
    return _Value(at, at, end if following < 0 else following + 1, indent + 2)


def _flow_item(text: str, first: int, number: int) -> _Value | None:
    """An item of a list on one line; None if it is none."""
    if text[first] != "[":
        return None
    items = text[first + 1 : text.index("\n", first) - 1].split(", ")
    if number >= len(items):
        return None
    at = first + 1 + sum(len(item) + 2 for item in items[:number])
    return _Value(at, at, 0)


@cache
def _less(indent: int) -> Callable[[str, int, int], re.Match[str] | None]:
    """Searches the end of lines that are indented by so much."""
    return re.compile(rf"\n(?! {{{indent}}})").search
