"""Saving changes only what changed: new values spliced into the text of a file.

A field that did not change keeps its bytes, its comments and its style; a changed one is written
in canonical style, with the comments that were in it above it. `old` and `new` are the model's
plain data before and after the edit; the text may say more (defaults written out, other order,
fields that could not be understood), and keeps it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from stdtree.model.entries import KEYS
from stdtree.store import yaml_write
from stdtree.store.yaml_comments import comments
from stdtree.store.yaml_outline import Entry, Node, line_end, outline

Key = tuple[str, ...]
"""What tells a row from the others of its list."""
Rows = Mapping[Key, Mapping[str, Any]]
Written = Mapping[Key, tuple[Node, Mapping[str, Any]]]


def splice(text: str, value: Any, *, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """`text` (whose parsed value is `value`) with the fields in which `old` and `new` differ."""
    root = outline(text)
    splicer = _Splicer(text, root)
    if root is None or root.entries is None:
        return yaml_write.write(new)
    if root.flow:
        splicer.replace(root.start, root.end, list(yaml_write.block(new, 0)))
    else:
        splicer.mapping(root, value, old=old, new=new)
    return splicer.spliced()


class _Splicer:
    """Collects the edits of one text."""

    def __init__(self, text: str, root: Node | None) -> None:
        self.text = text
        self.comments = list(comments(text, root))
        self.newline = "\r\n" if text[: text.find("\n") + 1].endswith("\r\n") else "\n"
        self.edits: list[tuple[int, int, int, str]] = []
        """From, to, how many came before, and the text to be put there."""

    def spliced(self) -> str:
        """The text with all edits; of those at one place the first comes first."""
        text = self.text
        for start, end, _, replacement in sorted(self.edits, reverse=True):
            text = text[:start] + replacement.replace("\n", self.newline) + text[end:]
        return text if not self.edits or text.endswith("\n") else text + self.newline

    def edit(self, start: int, end: int, replacement: str) -> None:
        """Characters from `start` to `end` give way to a text."""
        self.edits.append((start, end, len(self.edits), replacement))

    def mapping(
        self, node: Node, value: Any, *, old: Mapping[str, Any], new: Mapping[str, Any]
    ) -> None:
        """Changes inside a mapping in block style."""
        entries = node.entries or {}
        for key in [*old, *(key for key in new if key not in old)]:
            before, after = old.get(key), new.get(key)
            if key in old and key in new and before == after:
                continue
            if key not in new:
                if key in entries:
                    self.delete_entry(node, key)
            elif key in entries:
                self.entry(entries[key], key, value[key], before=before, after=after)
            else:
                self.insert(node, key, after, order=list(new))

    def entry(self, entry: Entry, key: str, value: Any, *, before: Any, after: Any) -> None:
        """A field that stands in the text and changed: inside it if that is possible."""
        node = entry.value
        if not node.flow and before and after:
            if node.entries and isinstance(before, Mapping) and isinstance(after, Mapping):
                self.mapping(node, value, old=before, new=after)
                return
            old, new = _rows(key, before), _rows(key, after)
            if node.items and old and new and (key in _UNORDERED or _keep_order(old, new)):
                self.rows(node, _written(key, node, value), old=old, new=new)
                return
        self.replace(entry.start, node.end, list(yaml_write.entry(key, after, entry.column - 1)))

    def replace(self, start: int, end: int, lines: list[str]) -> None:
        """New lines for a field or row; comments that would lose their place go above it."""
        kept = [comment for comment in self.comments if start <= comment.start < end]
        if len(lines) > 1:
            rest = line_end(self.text, end)
            kept += [comment for comment in self.comments if end <= comment.start < rest]
            end = rest
        indent = lines[0][: len(lines[0]) - len(lines[0].lstrip(" "))]
        above = [indent + comment.text for comment in kept]
        self.edit(start, end, "\n".join([*above, *lines]).removeprefix(indent))

    def insert(self, node: Node, key: str, after: Any, *, order: Sequence[str]) -> None:
        """A field that the text lacks, at its place in the canonical order."""
        entries = node.entries or {}
        lines = "\n".join(yaml_write.entry(key, after, node.column - 1))
        above = [name for name in order[: order.index(key)] if name in entries]
        if above:
            at = line_end(self.text, max(entries[name].value.end for name in above))
            self.edit(at, at, "\n" + lines)
            return
        first = min(entry.start for entry in entries.values())
        begin = self.line_begin(first)
        if self.text[begin:first].strip():  # behind the dash of a row
            pad = " " * (node.column - 1)
            self.edit(first, first, f"{lines.removeprefix(pad)}\n{pad}")
        else:
            self.edit(begin, begin, lines + "\n")

    def rows(self, node: Node, written: Written, *, old: Rows, new: Rows) -> None:
        """Changes inside a list of mappings that are told apart."""
        for key in old:
            if key not in written or old[key] == new.get(key):
                continue
            item, row = written[key]
            if key not in new:
                self.delete(item.start, item.end)
            elif item.flow:
                lines = yaml_write.block(new[key], item.column - 1)
                self.replace(item.start, item.end, list(lines))
            else:
                self.mapping(item, row, old=old[key], new=new[key])
        fresh: list[str] = []
        for key, row in new.items():
            if key not in old:
                fresh += self.row(row, node)
            elif fresh and key in written:
                gone = [written[key][0] for key in old if key in written and key not in new]
                self.insert_rows(node, written[key][0], fresh, gone=gone)
                fresh = []
        if fresh:
            at = line_end(self.text, node.end)
            self.edit(at, at, "\n" + "\n".join(fresh))

    def insert_rows(
        self, node: Node, below: Node, lines: list[str], *, gone: Sequence[Node]
    ) -> None:
        """New rows before another: above the comments that it has, unless the row above goes."""
        items = node.items or []
        place = items.index(below)
        if place and items[place - 1] not in gone:
            at = line_end(self.text, items[place - 1].end)
            self.edit(at, at, "\n" + "\n".join(lines))
            return
        at = self.line_begin(below.start)
        self.edit(at, at, "\n".join(lines) + "\n")

    def row(self, row: Mapping[str, Any], node: Node) -> list[str]:
        """Lines of one row in canonical style, at the indentation of its list."""
        return list(yaml_write.block([row], node.column - 1))

    def delete_entry(self, node: Node, key: str) -> None:
        """A field; the comments that were in it stay."""
        entry = (node.entries or {})[key]
        rest = line_end(self.text, entry.value.end)
        kept = [c.text for c in self.comments if entry.start <= c.start < rest]
        pad = " " * (node.column - 1)
        above = "".join(f"{pad}{comment}\n" for comment in kept)
        if self.text[
            self.line_begin(entry.start) : entry.start
        ].strip():  # behind the dash of a row
            following = [e.start for e in (node.entries or {}).values() if e.start > rest]
            self.edit(
                entry.start,
                min(following, default=rest),
                above.removeprefix(pad) + (pad if kept else ""),
            )
        else:
            self.delete(entry.start, entry.value.end, above)

    def delete(self, start: int, end: int, left: str = "") -> None:
        """The whole lines of a field or row. Comments above it stay."""
        after = line_end(self.text, end)
        if self.text.startswith("\r\n", after):
            after += 1
        self.edit(self.line_begin(start), min(after + 1, len(self.text)), left)

    def line_begin(self, at: int) -> int:
        """Where the line of `at` begins."""
        return self.text.rfind("\n", 0, at) + 1


_UNORDERED = frozenset({"standards"})
"""Lists whose rows stay where they are: their order means nothing."""


def _keep_order(old: Rows, new: Rows) -> bool:
    """Whether the rows that stay follow each other as they did."""
    return [key for key in old if key in new] == [key for key in new if key in old]


def _rows(name: str, value: Any) -> Rows:
    """The mappings of a list by what tells them apart; empty if something in it has nothing."""
    if not isinstance(value, list | tuple):
        return {}
    rows = {key: row for row in value if (key := _key(name, row)) is not None}
    return rows if len(rows) == len(value) else {}


def _written(name: str, node: Node, value: list[Any]) -> Written:
    """The rows in the text, as far as they can be told apart, with their values."""
    pairs = zip(node.items or [], value, strict=True)
    return {key: (item, row) for item, row in pairs if (key := _key(name, row)) is not None}


def _key(name: str, row: Any) -> Key | None:
    """What tells a row of a list from the others: an id, or what the model says."""
    if not isinstance(row, Mapping):
        return None
    parts = [row.get(part) for part in KEYS.get(name, ("id",))]
    key = tuple(part if isinstance(part, str) else "" for part in parts)
    return key if key[0] else None
