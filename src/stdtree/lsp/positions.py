"""Places in a text as editors count them: lines from 0, columns in UTF-16 units unless agreed."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from lsprotocol import types
from pygls.workspace import PositionCodec

from stdtree.model.finding import Place

_LINE_END = re.compile(r"\r\n|\r|\n")
"""What ends a line in the protocol; Python's `splitlines` knows further ones."""


class Lines:
    """The lines of a text, without their ends."""

    def __init__(self, text: str, codec: PositionCodec) -> None:
        self.lines = _LINE_END.split(text)
        self._codec = codec

    def position(self, line: int, character: int) -> types.Position:
        """Where the editor has a character of ours; both count from 0."""
        before = self.lines[line][:character] if line < len(self.lines) else ""
        return types.Position(line, self._codec.client_num_units(before))

    def range(self, line: int, start: int, end: int) -> types.Range:
        """A part of a line."""
        return types.Range(self.position(line, start), self.position(line, end))

    def character(self, position: types.Position) -> int:
        """Which character of its line a place of the editor is."""
        text = self.lines[position.line] if position.line < len(self.lines) else ""
        units = 0
        for index, character in enumerate(text):
            if units >= position.character:
                return index
            units += self._codec.client_num_units(character)
        return len(text)

    def from_(self, place: Place) -> types.Range:
        """From a place to the end of its line."""
        line = min(place.line, len(self.lines)) - 1
        text = self.lines[line]
        start = min(place.column - 1, len(text))
        return self.range(line, start, max(start, len(text.rstrip())))

    def word(self, place: Place) -> types.Range:
        """The word at a place, without the quotation marks around it."""
        line = min(place.line, len(self.lines)) - 1
        found = re.compile(r"""["']?([^\s"'\[\]{},#:]*)""").match(
            self.lines[line], place.column - 1
        )
        return self.range(line, *found.span(1)) if found else self.range(line, 0, 0)

    def end_of(self, line: int) -> types.Position:
        """Where a line ends."""
        return self.position(line, len(self.lines[line]))

    @property
    def whole(self) -> types.Range:
        """All of the text."""
        return types.Range(types.Position(0, 0), self.end_of(len(self.lines) - 1))


def line_edits(old: Lines, new: Lines, text: str) -> list[types.TextEdit]:
    """The edits that turn the lines of `text` into others."""
    newline = "\r\n" if "\r\n" in text else "\n"
    matcher = SequenceMatcher(None, old.lines, new.lines, autojunk=False)
    found = []
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            continue
        lines = new.lines[first:last]
        if end < len(old.lines):
            area = types.Range(types.Position(start, 0), types.Position(end, 0))
            found.append(types.TextEdit(area, "".join(line + newline for line in lines)))
        else:  # the last line has no end: the one above it gets or loses one
            joined = not lines or start == end
            begin = old.end_of(start - 1) if joined else types.Position(start, 0)
            above = newline if lines and joined else ""
            area = types.Range(begin, old.whole.end)
            found.append(types.TextEdit(area, above + newline.join(lines)))
    return found
