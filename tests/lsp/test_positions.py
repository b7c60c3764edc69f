"""Counting as editors do, and edits of lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from pygls.workspace import PositionCodec

from stdtree.lsp.positions import Lines, line_edits
from tests.lsp.editor import applied

CODEC = PositionCodec(types.PositionEncodingKind.Utf16)
TEXT = st.text(st.sampled_from("ab 技🎓𠮷\u2028\x85\n"), max_size=40)
LINES = st.lists(st.sampled_from(["a", "b", "技", ""]), max_size=8).map("\n".join)


@given(TEXT)
def test_there_and_back(text: str) -> None:
    """Every character of every line has a place of its own; only line feeds end lines."""
    lines = Lines(text, CODEC)

    assert len(lines.lines) == text.count("\n") + 1
    for number, line in enumerate(lines.lines):
        for character in range(len(line) + 1):
            position = lines.position(number, character)
            assert lines.character(position) == character
            assert position.character == len(line[:character].encode("utf-16-le")) // 2


@given(LINES, LINES)
def test_edits_lead_to_the_other_text(old: str, new: str) -> None:
    """Also where the last line has no end, or gets one."""
    edits = line_edits(Lines(old, CODEC), Lines(new, CODEC), old)

    assert applied(old, edits) == new
    assert (edits == []) == (old == new)


def test_line_ends_stay() -> None:
    """A file with CRLF gets lines with CRLF."""
    old, new = "a\r\nb\r\nc\r\n", "a\r\nx\r\ny\r\nc\r\n"
    (edit,) = line_edits(Lines(old, CODEC), Lines(new, CODEC), old)

    assert (edit.new_text, edit.range.start.line, edit.range.end.line) == ("x\r\ny\r\n", 1, 2)
