"""Searching: the line to type in, the hits, jumping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label
from stdtree.tui.command import Command
from stdtree.tui.flows import find
from stdtree.tui.widgets.panes import SearchLine

if TYPE_CHECKING:
    from stdtree.tui.screens.workbench import Workbench


def begin(desk: Workbench) -> None:
    """Open the line to type a search in."""
    desk.query_one(SearchLine).open()


def keep(desk: Workbench) -> None:
    """Back to the tree, filtered as it is."""
    find.filter_tree(desk, desk.query_one(SearchLine).value)
    desk.query_one(SearchLine).close(keep=desk.tree_pane.hits is not None)
    desk.tree_pane.focus()


def end(desk: Workbench) -> None:
    """Show the whole tree again."""
    desk.query_one(SearchLine).close(keep=False)
    desk.cancel("search")
    desk.tree_pane.filter(None)
    desk.tree_pane.focus()


def leave(desk: Workbench) -> None:
    """Escape: all panes again, then the whole tree again, then back to the tree."""
    if desk.is_zoomed:
        desk.zoom()
    elif desk.tree_pane.hits is not None:
        end(desk)
    else:
        desk.tree_pane.focus()


COMMANDS = (
    Command(
        "keep_search",
        "search",
        Label("保留筛选，回到树", "keep the filter, back to the tree"),
        ("enter", "down", "tab"),
        Label("保留", "keep"),
        run=keep,
    ),
    Command(
        "end_search",
        "search",
        Label("取消查找", "end the search"),
        ("escape",),
        Label("取消", "cancel"),
        run=end,
    ),
    Command(
        "search",
        "main",
        Label("查找并筛选", "search and filter"),
        ("/", "f3"),
        Label("查找", "search"),
        run=begin,
        rank=50,
    ),
    Command(
        "jump",
        "main",
        Label("跳到类目或标准…", "jump to a category or standard…"),
        ("f", "ctrl+f"),
        run=lambda desk: desk.flow(find.jump(desk)),
    ),
    Command(
        "next_hit",
        "main",
        Label("下一处命中", "next hit"),
        ("n",),
        run=lambda desk: desk.tree_pane.step_hit(1),
    ),
    Command(
        "previous_hit",
        "main",
        Label("上一处命中", "previous hit"),
        ("N",),
        run=lambda desk: desk.tree_pane.step_hit(-1),
    ),
    Command("leave", "main", Label("取消筛选", "clear the filter"), ("escape",), run=leave),
)
