"""What can be done in the details of a category."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label
from stdtree.tui.command import Command
from stdtree.tui.flows import operate, palette
from stdtree.tui.widgets.panes import Details

if TYPE_CHECKING:
    from stdtree.tui.screens.workbench import Workbench


def follow(desk: Workbench) -> None:
    """Go to what the line refers to; else offer what can be done here."""
    current = desk.query_one(Details).current
    target = current.target if current else None
    if target is not None and target.entity == "category":
        desk.go_to(target)
    elif target is not None and target.entity == "standard":
        desk.flow(palette.show_standard(desk, target.id))
    else:
        desk.flow(operate.choose_operation(desk))


COMMANDS = (
    Command(
        "follow",
        "details",
        Label("转到所指的类目或标准", "go to what the line refers to"),
        ("enter",),
        Label("转到", "go to"),
        run=follow,
    ),
    Command(
        "operations",
        "details",
        Label("对此标准的操作…", "operations on this standard…"),
        ("i", "f2"),
        Label("操作", "operations"),
        run=lambda desk: desk.flow(operate.choose_operation(desk)),
    ),
)
