"""The code (体系编号) of a category: what people print, and how people sort it."""

from __future__ import annotations

import re

from stdtree.model.system import Level

_DIGITS = re.compile(r"([0-9]+)")
NaturalKey = tuple[str, ...]
"""Where a code sorts; empty for what has none."""


def natural_key(code: str) -> NaturalKey:
    """Sorts as people do: A2 before A10, B before BA.

    Digits compare as numbers and come before all else, the rest as text; of equal numbers that with
    more zeros comes first (A1 and A01 differ). One text compares much faster than a list of pieces.
    """
    letters = code.rstrip("0123456789")
    if letters.isalpha():  # as most codes are: letters, then a number
        digits = code[len(letters) :]
        return (letters + _as_text(digits) if digits else letters,)
    parts = _DIGITS.split(code)
    return ("".join(_as_text(part) if at % 2 else part for at, part in enumerate(parts)),)


def _as_text(digits: str) -> str:
    """A number as text that sorts like it: how long it is, itself, how many zeros stood before."""
    if digits[0] != "0":
        return f"\0{chr(len(digits) + 1)}{digits}\uffff"
    number = digits.lstrip("0")
    return f"\0{chr(len(number) + 1)}{number}{chr(0xFFFF - len(digits) + len(number))}"


def fits(code: str, level: Level) -> bool:
    """Whether the whole of `code` has the shape that its level asks for."""
    return re.fullmatch(level.pattern, code) is not None


def extends(code: str, parent_code: str) -> bool:
    """Whether `code` is its parent's code and something more."""
    return code.startswith(parent_code) and len(code) > len(parent_code)


def rebased(code: str, old_prefix: str, new_prefix: str) -> str:
    """`code` with its parent's old code replaced by the new one; unchanged if it had another."""
    if not code.startswith(old_prefix):
        return code
    return new_prefix + code[len(old_prefix) :]
