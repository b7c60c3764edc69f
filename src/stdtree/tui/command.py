"""What a command of the editor is: its name, its keys, where it applies, what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from stdtree.label import Label

Where = Literal[
    "list",
    "tree",
    "details",
    "findings",
    "search",
    "rename",
    "chosen",
    "main",
    "changes",
    "compare",
    "history",
    "git",
]

GROUPS: dict[Where, Label] = {
    "list": Label("移动", "Moving"),
    "tree": Label("类目树", "Tree"),
    "details": Label("详情", "Details"),
    "findings": Label("问题", "Findings"),
    "search": Label("查找", "Search"),
    "rename": Label("就地更名", "Renaming in place"),
    "chosen": Label("选中的类目", "Chosen categories"),
    "main": Label("编辑与查看", "Editing and viewing"),
    "changes": Label("变更列表", "List of changes"),
    "compare": Label("版本比较", "Comparing releases"),
    "history": Label("历史", "History"),
    "git": Label("提交与共享", "Committing and sharing"),
}

LAST = 1000
"""The rank of what has no place of its own in the lists."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a key does."""

    id: str
    where: Where
    label: Label
    keys: tuple[str, ...]
    """Keys as `keys.token` names them; a chord is written with a space: "g g"."""
    footer: Label | None = None
    """Short name for the bottom line; None = not shown there."""
    operation: str | None = None
    """The operation whose form it opens, where it does nothing else."""
    run: Callable[[Any], None] | None = None
    """What it does to the screen; None = the method `do_<id>` of the focused widget or screen."""
    why_not: Callable[[Any], Label | None] | None = None
    """Asked of the screen: why it cannot run now, one of `reasons`; None = it always can."""
    rank: int = LAST
    """Where it stands in the bottom line and in lists: smaller first, equal ones by file."""

    def hindered(self, screen: Any) -> Label | None:
        """Why it cannot run on this screen now; None if it can."""
        return self.why_not(screen) if self.why_not else None
