"""Choosing several categories, and doing one thing with all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label
from stdtree.tui.command import Command
from stdtree.tui.flows import several

if TYPE_CHECKING:
    from stdtree.tui.screens.workbench import Workbench


def _move(desk: Workbench) -> None:
    desk.flow(several.operate(desk, "move-category", desk.tree_pane.chosen))


COMMANDS = (
    Command(
        "mark",
        "tree",
        Label("标记/取消标记，下移一行", "mark or unmark, and go down"),
        ("space",),
    ),
    Command("range", "tree", Label("范围选择：开始/结束", "choose a range: begin, end"), ("v",)),
    Command("invert", "tree", Label("反选可见的各行", "mark the rows that are not"), ("*",)),
    Command(
        "mark_all",
        "tree",
        Label("标记全部命中（无筛选时：全部同级）", "mark all hits (or all siblings)"),
        ("M",),
    ),
    Command(
        "several",
        "chosen",
        Label("对选中类目的操作…", "operations on the chosen…"),
        ("enter", "i", "f2"),
        Label("操作", "operations"),
        run=lambda desk: desk.flow(several.choose(desk)),
        rank=1,
    ),
    Command(
        "move_several",
        "chosen",
        Label("移动选中的类目…", "move the chosen…"),
        ("m",),
        Label("移动", "move"),
        run=_move,
        rank=2,
    ),
    Command(
        "forget",
        "chosen",
        Label("取消选择", "choose nothing"),
        ("escape",),
        Label("取消选择", "clear"),
        run=lambda desk: desk.tree_pane.forget(),
        rank=3,
    ),
)
