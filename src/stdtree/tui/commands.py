"""Every command of the editor: what it is called, its keys, and where it applies.

Footer, help and palette are made from this table. A command runs the method `do_<id>` of the
focused widget or of its screen; one with an `operation` opens the form of that operation.

Keys with a Chinese input method on: bare letters go to composition, so every command has a key
that is not a letter or is in the palette (Ctrl+P). Full-width twins of punctuation are the same
keys. Never bound: Ctrl with h i j m [ (Backspace, Tab, Enter, Escape), a b space z (tmux, screen,
job control), Alt with letters, Shift with keys that terminals do not tell apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stdtree.label import Label

Where = Literal["list", "tree", "details", "findings", "search", "main", "changes", "compare"]

GROUPS: dict[Where, Label] = {
    "list": Label("移动", "Moving"),
    "tree": Label("类目树", "Tree"),
    "details": Label("详情", "Details"),
    "findings": Label("问题", "Findings"),
    "search": Label("查找", "Search"),
    "main": Label("编辑与查看", "Editing and viewing"),
    "changes": Label("变更列表", "List of changes"),
    "compare": Label("版本比较", "Comparing releases"),
}


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
    """The operation whose form it opens."""


COMMANDS: tuple[Command, ...] = (
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
    Command(
        "toggle",
        "tree",
        Label("展开/折叠", "open or close"),
        ("space", "z a"),
    ),
    Command("parent", "tree", Label("到上级类目", "go to the parent"), ("backspace", "g p")),
    Command("next_sibling", "tree", Label("下一同级类目", "next sibling"), ("}",)),
    Command("previous_sibling", "tree", Label("上一同级类目", "previous sibling"), ("{",)),
    Command("open_all", "tree", Label("全部展开", "open all"), ("=", "z R")),
    Command("close_all", "tree", Label("全部折叠", "close all"), ("-", "z M")),
    Command(
        "operations",
        "tree",
        Label("对此类目的操作…", "operations on this category…"),
        ("enter", "i"),
        Label("操作", "operations"),
    ),
    Command(
        "follow",
        "details",
        Label("转到所指的类目或标准", "go to what the line refers to"),
        ("enter",),
        Label("转到", "go to"),
    ),
    Command(
        "operations",
        "details",
        Label("对此标准的操作…", "operations on this standard…"),
        ("i", "f2"),
        Label("操作", "operations"),
    ),
    Command(
        "go",
        "findings",
        Label("转到问题所在", "go to the place"),
        ("enter",),
        Label("转到", "go to"),
    ),
    Command("mend", "findings", Label("自动改正", "mend it"), ("x",), Label("改正", "mend")),
    Command("close_findings", "findings", Label("回到类目树", "back to the tree"), ("escape",)),
    Command(
        "keep_search",
        "search",
        Label("保留筛选，回到树", "keep the filter, back to the tree"),
        ("enter", "down", "tab"),
        Label("保留", "keep"),
    ),
    Command(
        "end_search",
        "search",
        Label("取消查找", "end the search"),
        ("escape",),
        Label("取消", "cancel"),
    ),
    Command(
        "add_child",
        "main",
        Label("新增下级类目…", "add a category below…"),
        ("a", "insert"),
        Label("新增", "add"),
        operation="add-category",
    ),
    Command(
        "add_sibling",
        "main",
        Label("新增同级类目…", "add a category beside…"),
        ("o",),
        operation="add-category",
    ),
    Command(
        "rename",
        "main",
        Label("更名…", "rename…"),
        ("r", "f2"),
        Label("更名", "rename"),
        operation="rename-category",
    ),
    Command("undo", "main", Label("撤销", "undo"), ("u", "f6"), Label("撤销", "undo")),
    Command(
        "save",
        "main",
        Label("保存到文件", "save to the files"),
        ("ctrl+s", "w"),
        Label("保存", "save"),
    ),
    Command(
        "search",
        "main",
        Label("查找并筛选", "search and filter"),
        ("/", "f3"),
        Label("查找", "search"),
    ),
    Command(
        "commit",
        "main",
        Label("提交（记入历史）…", "commit (to the history)…"),
        ("c", "f9"),
        Label("提交", "commit"),
    ),
    Command(
        "move",
        "main",
        Label("移动到另一上级…", "move under another parent…"),
        ("m",),
        Label("移动", "move"),
        operation="move-category",
    ),
    Command("redo", "main", Label("重做", "redo"), ("ctrl+r", "U"), Label("重做", "redo")),
    Command(
        "jump", "main", Label("跳到类目或标准…", "jump to a category or standard…"), ("f", "ctrl+f")
    ),
    Command("next_hit", "main", Label("下一处命中", "next hit"), ("n",)),
    Command("previous_hit", "main", Label("上一处命中", "previous hit"), ("N",)),
    Command("next_finding", "main", Label("下一个问题", "next finding"), ("] e", "f8")),
    Command("previous_finding", "main", Label("上一个问题", "previous finding"), ("[ e", "f7")),
    Command(
        "findings",
        "main",
        Label("问题列表", "list of findings"),
        ("f4", "3"),
        Label("问题", "findings"),
    ),
    Command("tree", "main", Label("到类目树", "to the tree"), ("1",)),
    Command("details", "main", Label("到详情", "to the details"), ("2",)),
    Command("next_pane", "main", Label("下一窗格", "next pane"), ("tab",)),
    Command("previous_pane", "main", Label("上一窗格", "previous pane"), ("shift+tab",)),
    Command(
        "zoom", "main", Label("放大/还原窗格", "enlarge the pane, or restore it"), ("+", "ctrl+o")
    ),
    Command(
        "retired", "main", Label("显示/隐藏已废止类目", "show or hide retired categories"), ("z d",)
    ),
    Command("steps", "main", Label("操作日志…", "journal of operations…"), ("g l",)),
    Command(
        "compare",
        "main",
        Label("版本比较", "compare releases"),
        ("f5", "g d"),
        Label("比较", "compare"),
    ),
    Command(
        "release",
        "main",
        Label("发布版本…", "make a release…"),
        ("g r",),
    ),
    Command(
        "language",
        "main",
        Label("切换中文/英文", "switch Chinese/English"),
        ("f12", "g L"),
        Label("English", "中文"),
    ),
    Command(
        "palette",
        "main",
        Label("命令面板", "command palette"),
        (":", "ctrl+p"),
        Label("命令", "commands"),
    ),
    Command("help", "main", Label("帮助", "help"), ("?", "f1"), Label("帮助", "help")),
    Command("leave", "main", Label("取消筛选", "clear the filter"), ("escape",)),
    Command("quit", "main", Label("退出", "quit"), ("q", "Q", "ctrl+q"), Label("退出", "quit")),
    Command(
        "toggle",
        "changes",
        Label("展开/折叠一组", "open or close a group"),
        ("space", "z a"),
        Label("展开/折叠", "open/close"),
    ),
    Command(
        "unfold",
        "changes",
        Label("展开，或进入该组", "open the group, or go into it"),
        ("right", "l"),
    ),
    Command(
        "fold",
        "changes",
        Label("折叠，或回到组名", "close the group, or go to its head"),
        ("left", "h"),
    ),
    Command(
        "open_all",
        "changes",
        Label("全部展开", "open all"),
        ("=", "z R"),
        Label("全展开", "open all"),
    ),
    Command(
        "close_all",
        "changes",
        Label("全部折叠", "close all"),
        ("-", "z M"),
        Label("全折叠", "close all"),
    ),
    Command(
        "choose_before",
        "compare",
        Label("选择旧版本…", "choose the older side…"),
        ("b", "f6"),
        Label("旧版", "older"),
    ),
    Command(
        "choose_after",
        "compare",
        Label("选择新版本…", "choose the newer side…"),
        ("a", "f7"),
        Label("新版", "newer"),
    ),
    Command(
        "swap", "compare", Label("交换两边", "swap the sides"), ("s", "f8"), Label("交换", "swap")
    ),
    Command("next_pane", "compare", Label("另一窗格", "the other pane"), ("tab", "shift+tab")),
    Command(
        "show",
        "compare",
        Label("在树中转到此类目", "go to the category in the tree"),
        ("enter",),
        Label("转到", "go to"),
    ),
    Command(
        "language", "compare", Label("切换中文/英文", "switch Chinese/English"), ("f12", "g L")
    ),
    Command("help", "compare", Label("帮助", "help"), ("?", "f1"), Label("帮助", "help")),
    Command("back", "compare", Label("返回", "back"), ("escape", "q"), Label("返回", "back")),
)


def commands_in(wheres: tuple[Where, ...]) -> tuple[Command, ...]:
    """The commands that apply in these places, nearest place first."""
    return tuple(command for where in wheres for command in COMMANDS if command.where == where)
