"""Editing: operations, undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label
from stdtree.tui import reasons
from stdtree.tui.command import Command
from stdtree.tui.flows import keep, operate

if TYPE_CHECKING:
    from stdtree.tui.screens.workbench import Workbench


def add_sibling(desk: Workbench) -> None:
    """A category beside the one under the cursor."""
    category = desk.tree_pane.category
    parent = category.parent if category else None
    desk.flow(operate.operate(desk, "add-category", about=parent, at_top=parent is None))


COMMANDS = (
    Command(
        "operations",
        "tree",
        Label("对此类目的操作…", "operations on this category…"),
        ("enter", "i"),
        Label("操作", "operations"),
        run=lambda desk: desk.flow(operate.choose_operation(desk)),
        why_not=reasons.on_category,
    ),
    Command(
        "add_child",
        "main",
        Label("新增下级类目…", "add a category below…"),
        ("a", "insert"),
        Label("新增", "add"),
        operation="add-category",
        rank=10,
    ),
    Command(
        "add_sibling",
        "main",
        Label("新增同级类目…", "add a category beside…"),
        ("o", "O"),
        operation="add-category",
        run=add_sibling,
        rank=11,
    ),
    Command(
        "undo",
        "main",
        Label("撤销", "undo"),
        ("u", "f6"),
        Label("撤销", "undo"),
        run=lambda desk: operate.undo(desk),
        rank=30,
        why_not=reasons.undone,
    ),
    Command(
        "move",
        "main",
        Label("移动到另一上级…", "move under another parent…"),
        ("m",),
        Label("移动", "move"),
        operation="move-category",
        rank=65,
        why_not=reasons.on_category,
    ),
    Command(
        "redo",
        "main",
        Label("重做", "redo"),
        ("ctrl+r", "U"),
        Label("重做", "redo"),
        run=lambda desk: operate.redo(desk),
        rank=66,
        why_not=reasons.redone,
    ),
    Command(
        "steps",
        "main",
        Label("操作日志…", "journal of operations…"),
        ("g l",),
        run=lambda desk: desk.flow(keep.show_steps(desk)),
    ),
)
