"""What we edited and another program changed, side by side, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from stdtree.label import Label, Language
from stdtree.model import names
from stdtree.safe import safe
from stdtree.tui.present.cells import pad, wrap
from stdtree.tui.present.line import Line, Piece, Style, line
from stdtree.workspace.colliding import Clash, Collision

MINE = Label("我的编辑", "mine")
THEIRS = Label("文件中（他人改动）", "in the file (theirs)")
BOTH = "!"
"""Marks a field that both sides changed."""
_NAME = 16


def collision_lines(collisions: Iterable[Collision], language: Language, width: int) -> list[Line]:
    """Each category by name; below it its fields in two columns, marked where both changed them."""
    room = max((width - _NAME - 5) // 2, 8)
    lines = []
    for collision in collisions:
        lines.append(line(Piece(f" {collision.name.in_(language)}", "strong")))
        mine, theirs = pad(MINE.in_(language), room), THEIRS.in_(language)
        lines.append(line(Piece(f"{' ' * (_NAME + 2)}{mine} {theirs}", "dim")))
        for field in collision.fields:
            lines += _field(field, language, room)
    return lines


def _field(field: Clash, language: Language, room: int) -> Iterator[Line]:
    mark = Piece(f"{BOTH} " if field.both else "  ", "bad")
    name = pad(safe(field.name.in_(language)), _NAME)
    columns = [_told(side, language, room) for side in (field.mine, field.theirs)]
    styles = [_style(side, field.base) for side in (field.mine, field.theirs)]
    for number, (left, right) in enumerate(zip_longest(*columns, fillvalue="")):
        yield line(
            mark if number == 0 else Piece("  "),
            Piece(name if number == 0 else " " * _NAME, "dim"),
            Piece(pad(left, room), styles[0]),
            Piece(f" {right}", styles[1]),
        )


def _told(side: Label | None, language: Language, room: int) -> list[str]:
    return wrap(safe((side or names.NOTHING).in_(language), newlines=True), room)


def _style(side: Label | None, base: Label | None) -> Style:
    """What is as it was is no news."""
    return "dim" if side == base else "changed"
