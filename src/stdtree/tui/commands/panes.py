"""Panes: from one to the next, enlarged or side by side; what the tree shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label
from stdtree.tui.command import Command
from stdtree.tui.widgets.lines import Lines
from stdtree.tui.widgets.panes import Details

if TYPE_CHECKING:
    from stdtree.tui.screens.workbench import Workbench

SHOWN = Label("已废止类目：显示", "retired categories: shown")
HIDDEN = Label("已废止类目：隐藏", "retired categories: hidden")


def show_retired(desk: Workbench) -> None:
    """Show or hide retired categories."""
    desk.tree_pane.show_retired(shown=not desk.tree_pane.retired)
    desk.say(SHOWN if desk.tree_pane.retired else HIDDEN)


COMMANDS = (
    Command(
        "tree",
        "main",
        Label("到类目树", "to the tree"),
        ("1",),
        run=lambda desk: desk.tree_pane.focus(),
    ),
    Command(
        "details",
        "main",
        Label("到详情", "to the details"),
        ("2",),
        run=lambda desk: desk.query_one(Details).focus(),
    ),
    Command(
        "next_pane",
        "main",
        Label("下一窗格", "next pane"),
        ("tab",),
        run=lambda desk: desk.focus_next(Lines),
    ),
    Command(
        "previous_pane",
        "main",
        Label("上一窗格", "previous pane"),
        ("shift+tab",),
        run=lambda desk: desk.focus_previous(Lines),
    ),
    Command(
        "zoom",
        "main",
        Label("放大/还原窗格", "enlarge the pane, or restore it"),
        ("+", "ctrl+o"),
        run=lambda desk: desk.zoom(),
    ),
    Command(
        "retired",
        "main",
        Label("显示/隐藏已废止类目", "show or hide retired categories"),
        ("z d",),
        run=show_retired,
    ),
)
