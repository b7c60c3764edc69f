"""The last thing done to what is drawn: for terminals without colours, or with wide symbols.

Filters see every piece of every line, borders and what data holds included; each character is
replaced by one of the same width, so that nothing moves.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_SHAPES = (
    ("─━═┄┅┈┉╌╍—–―‐‒⸺", "-"),
    ("│┃║┆┇┊┋╎╏▌▐‖∥", "|"),
    ("┌┐└┘├┤┬┴┼╭╮╰╯┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬", "+"),
    ("▾▼▽", "v"),
    ("▸▶▷►→⇒", ">"),
    ("◂◀◁◄←⇐", "<"),
    ("▴▲△↑", "^"),
    ("↓⇓", "v"),
    ("●•■◆★○□◇☆◎※█", "*"),
    ("·…", "."),
    ("“”″〃", '"'),
    ("‘’′", "'"),
    ("×", "x"),
    ("÷", "/"),
    ("±", "+"),
    ("≈∽", "~"),
    ("≠", "#"),
    ("≤", "<"),
    ("≥", ">"),
    ("°", "o"),
    ("✓√", "v"),
)
"""What borders, marks and Chinese punctuation become."""


class AsciiSymbols(LineFilter):
    """For terminals that draw East Asian Ambiguous characters two cells wide."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments, with nothing ambiguous in them."""
        del background  # it stays
        return [
            segment if segment.text.isascii() else segment._replace(text=narrow(segment.text))
            for segment in segments
        ]


class Colourless(LineFilter):
    """For `NO_COLOR`: bold, reverse and underlined stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments without colours."""
        del background
        return [
            Segment(text, without_colour(style) if style else style, control)
            for text, style, control in segments
        ]


def narrow(text: str) -> str:
    """`text` with each ambiguous character as one ASCII character, the most like it."""
    return "".join(character if character.isascii() else _narrow(character) for character in text)


@lru_cache(maxsize=4096)
def _narrow(character: str) -> str:
    for shapes, instead in _SHAPES:
        if character in shapes:
            return instead
    if unicodedata.east_asian_width(character) != "A" or unicodedata.combining(character):
        return character
    alike = unicodedata.normalize("NFKD", character)[0]
    if alike.isascii() and alike.isprintable():
        return alike
    name = unicodedata.name(character, "").split(" WITH ")[0]
    kind, _, letter = name.partition(" LETTER ")  # Greek, Cyrillic
    if letter:
        return letter[0] if "CAPITAL" in kind else letter[0].lower()
    return "?"


@lru_cache(maxsize=4096)
def without_colour(style: Style) -> Style:
    """The style without its colours; what the mouse finds there stays."""
    plain = style.without_color
    return plain + Style.from_meta(style.meta) if style.meta else plain
