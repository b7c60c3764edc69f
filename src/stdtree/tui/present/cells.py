"""Text in terminal cells: how wide it is, cut to a width, wrapped the Chinese way."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

from stdtree.wrapping import fold


def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells; what was left out shows as an ellipsis."""
    if cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    return set_cell_size(text, width - 1).rstrip() + "…"


def pad(text: str, width: int) -> str:
    """`text` in exactly `width` cells, cut or filled with spaces."""
    shown = cut(text, width)
    return shown + " " * (width - cell_len(shown))


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells; at least one line. See `stdtree.wrapping`."""
    room = max(width, 2)
    return [line for part in text.split("\n") for line in fold(part, room, split=True)]
