"""The shapes that the levels ask of their codes, ready to hold codes against."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model import names
from stdtree.model.finding import Subject
from stdtree.model.system import System
from stdtree.rules import Found

Shapes = tuple[re.Pattern[str] | None, ...]
"""By depth; None where the pattern is no regular expression."""


def level_shapes(system: System) -> Shapes:
    """The patterns of the levels from the root down; a code fits if the whole of it matches."""
    return tuple(_compiled(level.pattern) for level in system.levels)


def _compiled(pattern: str) -> re.Pattern[str] | None:
    try:
        return re.compile(pattern)
    except re.error:
        return None


def skipped_to(code: str | None, depth: int, shapes: Shapes) -> int | None:
    """The level below its own whose shape a code has, if it has not that of its own."""
    shape = shapes[depth] if depth < len(shapes) else None
    if code is None or shape is None or shape.fullmatch(code):
        return None
    below = (
        at for at in range(depth + 1, len(shapes)) if (it := shapes[at]) and it.fullmatch(code)
    )
    return next(below, None)


def unreadable_patterns(system: System, shapes: Shapes) -> Iterator[Found]:
    """A finding for each pattern that is no regular expression."""
    for index, (level, shape) in enumerate(zip(system.levels, shapes, strict=True)):
        if shape is not None:
            continue
        title = names.quoted(level.title, level.id)
        yield Found(
            subject=Subject("system", system.id),
            message=Label(
                f"层级{title.zh}的编号格式不是正则表达式：{level.pattern}",
                f"the pattern of the level {title.en} is no regular expression: {level.pattern}",
            ),
            hint=Label('改正，例如 "[A-Z]{2}"', 'mend it, for example "[A-Z]{2}"'),
            field=("levels", index, "pattern"),
            related=(level.id,),
        )
