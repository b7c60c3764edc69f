"""Before and after, line by line: a text reworded, notes that came and went."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.model.wording import Op, reworded
from stdtree.safe import safe

Pieces = tuple[str, ...]
"""Stretches of text, each behind a sign: `=` stayed, `-` went, `+` came."""
Line = Pieces | tuple[Pieces, Pieces]
"""One line for both languages, or for Chinese and for English."""

_SIGN: dict[Op, str] = {"same": "=", "removed": "-", "added": "+"}


def changed(before: Label, after: Label, *, by_word: bool) -> Line:
    """One value that became another; `by_word` where it is a text that somebody reworded."""
    return _line(
        _pieces(before.zh, after.zh, by_word=by_word), _pieces(before.en, after.en, by_word=by_word)
    )


def whole(value: Label, op: Op) -> Line:
    """A value that stayed, went or came."""
    sign = _SIGN[op]
    return _line((sign + _safe(value.zh),), (sign + _safe(value.en),))


def _pieces(before: str, after: str, *, by_word: bool) -> Pieces:
    if by_word:
        return tuple(_SIGN[piece.op] + _safe(piece.text) for piece in reworded(before, after))
    if before == after:
        return (f"={_safe(before)}",)
    return (f"-{_safe(before)}", f"+{_safe(after)}")


def _safe(text: str) -> str:
    return safe(text, newlines=True)


def _line(zh: Pieces, en: Pieces) -> Line:
    return zh if zh == en else (zh, en)
