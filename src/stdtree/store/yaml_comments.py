"""Where the comments of a YAML text stand; libyaml's events do not tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from stdtree.store.yaml_outline import Node, line_end

_HASH = re.compile(r"(?:^|(?<=[ \t]))#", re.MULTILINE)


class Comment(Struct, frozen=True):
    """One comment, from its `#` to the end of its line."""

    start: int
    end: int
    line: int
    text: str
    trailing: bool
    """Whether something else stands before it on its line."""


def comments(text: str, root: Node | None) -> Iterator[Comment]:
    """The comments of `text`, in order. `root` is its outline."""
    spans = sorted(_scalars(root, text)) if root else []
    starts = [start for start, _ in spans]
    line, counted, free = 1, 0, 0
    for match in _HASH.finditer(text):
        at = match.start()
        index = bisect_right(starts, at) - 1
        if at < free or (index >= 0 and at < spans[index][1]):
            continue
        free = line_end(text, at)
        line += text.count("\n", counted, at)
        counted = at
        before = text[text.rfind("\n", 0, at) + 1 : at]
        yield Comment(at, free, line, text[at:free].rstrip(), bool(before.strip()))


def _scalars(node: Node, text: str) -> Iterator[tuple[int, int]]:
    """From where to where there are keys and texts, in which `#` is an ordinary character."""
    if node.entries is None and node.items is None:
        is_block = text[node.start : node.start + 1] in ("|", ">")
        yield (line_end(text, node.start) if is_block else node.start), node.end
    for entry in (node.entries or {}).values():
        yield entry.start, entry.end
        yield from _scalars(entry.value, text)
    for item in node.items or []:
        yield from _scalars(item, text)
