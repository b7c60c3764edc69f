"""Moving in lists and in the tree."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.tui.command import Command

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
    Command("toggle", "tree", Label("展开/折叠", "open or close"), ("space", "z a")),
    Command("parent", "tree", Label("到上级类目", "go to the parent"), ("backspace", "g p")),
    Command("next_sibling", "tree", Label("下一同级类目", "next sibling"), ("}",)),
    Command("previous_sibling", "tree", Label("上一同级类目", "previous sibling"), ("{",)),
    Command("open_all", "tree", Label("全部展开", "open all"), ("=", "z R")),
    Command("close_all", "tree", Label("全部折叠", "close all"), ("-", "z M")),
)
