"""Where everything stands in a YAML text: a tree of spans, for places of findings and for splices.

Made only when a place or an edit is wanted, from a text that `yaml_text.read` could read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from yaml._yaml import CParser
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)


@dataclass(slots=True)
class Node:
    """A value in the text. Positions count characters from 0; `end` is where its content ends."""

    start: int
    end: int
    line: int
    column: int
    flow: bool = False
    entries: dict[str, Entry] | None = None
    """Of a mapping, by key; of two equal keys the first."""
    items: list[Node] | None = None
    """Of a sequence."""


@dataclass(slots=True)
class Entry:
    """A key of a mapping and its value."""

    start: int
    """Where the key starts."""
    end: int
    """Where the key ends."""
    line: int
    column: int
    value: Node


def outline(text: str) -> Node | None:
    """The tree of spans of a text without BOM; None if no document is in it.

    Raises yaml.YAMLError where the text cannot be read.
    """
    reader = CParser(text).get_event
    reader()
    if isinstance(reader(), StreamEndEvent):
        return None
    return _node(reader, reader(), text)


def find(node: Node | None, path: Sequence[str | int], *, key: bool = False) -> Node | Entry | None:
    """What stands at `path`, or the nearest thing above it that exists.

    Of a field with a short value that is the value, or with `key` the field's name.
    """
    current = node
    found: Node | Entry | None = node
    for part in path:
        if current is None:
            break
        if isinstance(part, str):
            entry = (current.entries or {}).get(part)
            if entry is None:
                break
            found, current = entry, entry.value
            if current.entries is None and current.items is None and not key:
                found = current
        else:
            if current.items is None or part >= len(current.items):
                break
            found = current = current.items[part]
    return found


def line_end(text: str, at: int) -> int:
    """Where the line of `at` ends, before its line feed or CRLF."""
    found = text.find("\n", at)
    found = len(text) if found < 0 else found
    return found - 1 if text[at:found].endswith("\r") else found


def _node(reader: Any, event: Any, text: str) -> Node:
    mark = event.start_mark
    node = Node(mark.index, event.end_mark.index, mark.line + 1, mark.column + 1)
    if isinstance(event, ScalarEvent):
        if event.style in ("|", ">"):
            node.end = _block_end(text, node)
        return node
    if not isinstance(event, MappingStartEvent | SequenceStartEvent):
        return node
    node.flow = bool(event.flow_style)
    if isinstance(event, MappingStartEvent):
        node.entries = {}
        end, last = _entries(reader, node.entries, text)
    else:
        node.items = []
        while not isinstance(end := reader(), SequenceEndEvent):
            node.items.append(_node(reader, end, text))
        last = node.items[-1] if node.items else None
    if node.flow:
        node.end = end.end_mark.index
    elif last is not None:
        node.end = last.end
    return node


def _entries(reader: Any, entries: dict[str, Entry], text: str) -> tuple[Any, Node | None]:
    """Fills `entries`; the event that ends the mapping, and its last value."""
    last = None
    while not isinstance(event := reader(), MappingEndEvent):
        start, end = event.start_mark, event.end_mark
        if not isinstance(event, ScalarEvent):
            _node(reader, event, text)
        last = _node(reader, reader(), text)
        entry = Entry(start.index, end.index, start.line + 1, start.column + 1, last)
        entries.setdefault(getattr(event, "value", ""), entry)
    return event, last


def _block_end(text: str, node: Node) -> int:
    """Where a literal or folded scalar ends: with its text; if it keeps them, with its lines."""
    content = text[node.start : node.end]
    if "+" in content.partition("\n")[0].partition("#")[0]:
        return node.start + len(content.removesuffix("\n").removesuffix("\r"))
    return node.start + len(content.rstrip())
