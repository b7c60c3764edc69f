"""Moving in lists and in the tree; what the tree shows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from stdtree.label import Label
from stdtree.tui.command import Command

if TYPE_CHECKING:
    from stdtree.tui.screens.workbench import Workbench

SHOWN = Label("已废止类目：显示", "retired categories: shown")
HIDDEN = Label("已废止类目：隐藏", "retired categories: hidden")


def show_retired(desk: Workbench) -> None:
    """Show or hide retired categories."""
    desk.tree_pane.show_retired(shown=not desk.tree_pane.retired)
    desk.say(SHOWN if desk.tree_pane.retired else HIDDEN)


def _levels(desk: Workbench, *, level: int) -> None:
    desk.tree_pane.open_to(level)


COMMANDS = (
    Command("down", "list", Label("下一行", "next line"), ("down", "j")),
    Command("up", "list", Label("上一行", "previous line"), ("up", "k")),
    Command("half_down", "list", Label("下半页", "half a page down"), ("ctrl+d",)),
    Command("half_up", "list", Label("上半页", "half a page up"), ("ctrl+u",)),
    Command("page_down", "list", Label("下一页", "page down"), ("pagedown",)),
    Command("page_up", "list", Label("上一页", "page up"), ("pageup",)),
    Command("first", "list", Label("首行", "first line"), ("home", "g g")),
    Command("last", "list", Label("末行", "last line"), ("end", "G")),
    Command(
        "unfold", "tree", Label("展开或进入下级", "open, or go to the first child"), ("right", "l")
    ),
    Command("fold", "tree", Label("折叠或回到上级", "close, or go to the parent"), ("left", "h")),
    Command("toggle", "tree", Label("展开/折叠", "open or close"), ("z a",)),
    Command("parent", "tree", Label("到上级类目", "go to the parent"), ("backspace", "g p")),
    Command("next_sibling", "tree", Label("下一同级类目", "next sibling"), ("}",)),
    Command("previous_sibling", "tree", Label("上一同级类目", "previous sibling"), ("{",)),
    Command("open_all", "tree", Label("全部展开", "open all"), ("=", "z R")),
    Command("close_all", "tree", Label("全部折叠", "close all"), ("-", "z M")),
    *(
        Command(
            f"level_{level}",
            "tree",
            Label(f"只展开到第 {level} 层", f"show {level} levels"),
            (f"z {level}",),
            run=partial(_levels, level=level),
        )
        for level in range(1, 7)
    ),
    Command("back", "tree", Label("后退到跳转之前", "back to before the jump"), ("H",)),
    Command("forward", "tree", Label("前进", "forward again"), ("L",)),
    Command(
        "retired",
        "main",
        Label("显示/隐藏已废止类目", "show or hide retired categories"),
        ("z d",),
        run=show_retired,
    ),
)
