"""Values of cells: text that is safe to show and fits, and texts with their rewording."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from stdtree.label import Label, Language
from stdtree.model.wording import Op, Piece, reworded
from stdtree.safe import safe

CELL = 32_767
"""Characters that a cell of a spreadsheet holds, in UTF-16."""
_NO_CHARACTER = re.compile("[\ufffe\uffff]")
"""What XML cannot hold and `safe` lets pass."""
_CUT = Label(
    "……（已截短，全文见JSON格式的变更说明）", " … (cut; the JSON of the difference has all)"
)


@dataclass(frozen=True, slots=True)
class Worded:
    """A text in pieces: what stayed, and what went or came."""

    pieces: tuple[Piece, ...]

    def __str__(self) -> str:
        """The whole text."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def op(self) -> Op:
        """What became of all of it, if the same did."""
        return self.pieces[0].op if len(self.pieces) == 1 else "same"


Value = str | int | float | Worded | None
"""What a cell holds."""


def shown(text: str) -> str:
    """`text` with what hides or deceives made visible; line breaks stay."""
    visible = safe(text.replace("\r\n", "\n"), newlines=True)
    return _NO_CHARACTER.sub(lambda found: f"⟦U+{ord(found[0]):04X}⟧", visible)


def fitting(text: str, language: Language, *, most: int = CELL) -> str:
    """`text`, cut and saying so where it has more characters than a cell holds."""
    if len(text) * 2 <= most or utf16(text) <= most:
        return text
    cut = _CUT.in_(language)
    kept = text.encode("utf-16-le")[: 2 * (most - len(cut))]
    return kept.decode("utf-16-le", errors="ignore") + cut


def sides(before: str, after: str) -> tuple[Worded, Worded]:
    """A text before and after, each with what only it has marked."""
    pieces = reworded(shown(before), shown(after))
    return _without(pieces, "added"), _without(pieces, "removed")


def whole(text: str, op: Op) -> Worded:
    """A text that as a whole went, came or stayed."""
    return Worded((Piece(op, shown(text)),) if text else ())


def width(text: str) -> int:
    """Columns that its longest line takes, Chinese characters two each."""
    if text.isascii():
        return max(map(len, text.split("\n")))
    return max(sum(map(_columns, line)) for line in text.split("\n"))


@cache
def _columns(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def utf16(text: str) -> int:
    """Its length as spreadsheets count."""
    return len(text.encode("utf-16-le")) // 2


def _without(pieces: tuple[Piece, ...], op: Op) -> Worded:
    return Worded(tuple(piece for piece in pieces if piece.op != op))
