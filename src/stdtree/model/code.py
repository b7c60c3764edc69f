"""The code (体系编号) of a category: what people print, and how people sort it."""

from __future__ import annotations

import re

from stdtree.model.system import Level

_PIECES = re.compile(r"[0-9]+|[^0-9]+")


def natural_key(code: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts as people do: A2 before A10, B before BA.

    Digits compare as numbers and come before all else, the rest as text; the text itself breaks
    ties (A1 and A01 differ).
    """
    return tuple(
        [
            (0, int(piece), piece) if "0" <= piece < ":" else (1, 0, piece)
            for piece in _PIECES.findall(code)
        ]
    )


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
