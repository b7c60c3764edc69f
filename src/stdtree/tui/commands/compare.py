"""The screen that compares two sides: which ones, going through the changes, leaving."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.tui.command import Command
from stdtree.tui.flows import compare, palette

COMMANDS = (
    Command(
        "choose_before",
        "compare",
        Label("选择旧版本…", "choose the older side…"),
        ("b", "f6"),
        Label("旧版", "older"),
        run=lambda screen: screen.flow(compare.choose_side(screen, compare.BEFORE)),
        rank=10,
    ),
    Command(
        "choose_after",
        "compare",
        Label("选择新版本…", "choose the newer side…"),
        ("a", "f7"),
        Label("新版", "newer"),
        run=lambda screen: screen.flow(compare.choose_side(screen, compare.AFTER)),
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
    Command(
        "next_change",
        "compare",
        Label("下一处变更", "next change"),
        ("] c", "n", "ctrl+down"),
        run=lambda screen: screen.step(1),
    ),
    Command(
        "previous_change",
        "compare",
        Label("上一处变更", "previous change"),
        ("[ c", "N", "ctrl+up"),
        run=lambda screen: screen.step(-1),
    ),
    Command(
        "mark_read",
        "compare",
        Label("标记已看，到下一处", "mark as read, and on"),
        (".", "f2"),
        Label("已看", "read"),
        run=lambda screen: screen.mark(),
        rank=14,
    ),
    Command(
        "table",
        "compare",
        Label("对照表/变更", "correspondence, or changes"),
        ("t", "f5"),
        Label("对照表", "correspondence"),
        run=lambda screen: screen.switch_table(),
        rank=16,
    ),
    Command(
        "export",
        "compare",
        Label("导出此比较…", "export this comparison…"),
        ("e", "f9"),
        Label("导出", "export"),
        run=lambda screen: screen.flow(compare.export(screen)),
        rank=17,
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
        "palette",
        "compare",
        Label("命令面板", "command palette"),
        (":", "ctrl+p"),
        run=lambda screen: screen.flow(palette.choose_here(screen)),
    ),
    Command(
        "back", "compare", Label("返回", "back"), ("escape", "q"), Label("返回", "back"), rank=120
    ),
)
