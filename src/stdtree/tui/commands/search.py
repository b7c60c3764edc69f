"""Searching: the line to type in, the hits, jumping."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.tui import reasons
from stdtree.tui.command import Command
from stdtree.tui.flows import find

COMMANDS = (
    Command(
        "keep_search",
        "search",
        Label("保留筛选，回到树", "keep the filter, back to the tree"),
        ("enter",),
        Label("保留", "keep"),
        run=find.keep,
    ),
    Command(
        "complete_search",
        "search",
        Label("补全条件", "complete the condition"),
        ("tab",),
        Label("补全", "complete"),
        run=find.complete,
    ),
    Command(
        "earlier_search",
        "search",
        Label("上一次查找", "earlier search"),
        ("up",),
        Label("以前的查找", "earlier"),
        run=find.earlier,
    ),
    Command(
        "later_search",
        "search",
        Label("下一次查找，或回到树", "later search, or back to the tree"),
        ("down",),
        run=find.later,
    ),
    Command(
        "end_search",
        "search",
        Label("取消查找", "end the search"),
        ("escape",),
        Label("取消", "cancel"),
        run=find.end,
    ),
    Command(
        "search",
        "main",
        Label("查找并筛选", "search and filter"),
        ("/", "f3"),
        Label("查找", "search"),
        run=find.begin,
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
        why_not=reasons.filtered,
    ),
    Command(
        "previous_hit",
        "main",
        Label("上一处命中", "previous hit"),
        ("N",),
        run=lambda desk: desk.tree_pane.step_hit(-1),
        why_not=reasons.filtered,
    ),
    Command("leave", "main", Label("取消筛选", "clear the filter"), ("escape",), run=find.leave),
)
