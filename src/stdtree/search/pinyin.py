"""Pinyin initials: `jszy` for 技术转移."""

from __future__ import annotations

from functools import cache


@cache
def initials(text: str) -> str:
    """The first letter of each character's most common reading; Latin letters stay."""
    return "".join(_initial(character) for character in text.casefold())


@cache
def _initial(character: str) -> str:
    if character.isascii():
        return character if character.isalnum() else ""
    from pypinyin import Style, pinyin

    read = pinyin(character, style=Style.FIRST_LETTER, errors="ignore")
    return read[0][0] if read else ""
