"""The screen that compares two releases."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.tui.command import Command

COMMANDS = (
    Command(
        "choose_before",
        "compare",
        Label("选择旧版本…", "choose the older side…"),
        ("b", "f6"),
        Label("旧版", "older"),
        rank=10,
    ),
    Command(
        "choose_after",
        "compare",
        Label("选择新版本…", "choose the newer side…"),
        ("a", "f7"),
        Label("新版", "newer"),
        rank=11,
    ),
    Command(
        "swap",
        "compare",
        Label("交换两边", "swap the sides"),
        ("s", "f8"),
        Label("交换", "swap"),
        rank=12,
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
        "back", "compare", Label("返回", "back"), ("escape", "q"), Label("返回", "back"), rank=120
    ),
)
