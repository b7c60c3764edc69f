"""The history of a category or standard."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.tui.command import Command
from stdtree.tui.flows import history, palette

COMMANDS = (
    Command(
        "history",
        "main",
        Label("历史：谁在何时改了什么", "history: who changed what, and when"),
        ("g h", "ctrl+g"),
        run=lambda desk: desk.flow(history.history(desk)),
        rank=82,
    ),
    Command(
        "open",
        "history",
        Label("查看此次提交；转到前身或去向的历史", "read the commit; on to a relative's history"),
        ("enter",),
        Label("查看", "open"),
        run=lambda screen: history.open_row(screen),
    ),
    Command(
        "with_now",
        "history",
        Label("与当前内容比较", "compare with now"),
        ("d", "f5"),
        Label("与当前比较", "compare with now"),
        run=lambda screen: screen.flow(history.with_now(screen)),
    ),
    Command(
        "choose",
        "history",
        Label("选两项比较", "choose two to compare"),
        ("v", "space"),
        Label("选两项", "choose two"),
        run=lambda screen: screen.flow(history.choose(screen)),
    ),
    Command(
        "restore",
        "history",
        Label("恢复此版本的字段…", "have fields of this version again…"),
        ("r", "f6"),
        Label("恢复字段", "restore"),
        run=lambda screen: screen.flow(history.restore(screen)),
    ),
    Command(
        "lineage",
        "history",
        Label("连同前身和去向/不连同", "with its lineage, or without"),
        ("f", "f4"),
        Label("沿革", "lineage"),
        run=lambda screen: history.follow_lineage(screen),
    ),
    Command(
        "copy",
        "history",
        Label("复制提交号", "copy the revision"),
        ("y", "f9"),
        Label("复制", "copy"),
        run=lambda screen: history.copy_revision(screen),
    ),
    Command(
        "to_tree",
        "history",
        Label("在树中转到此处", "go to it in the tree"),
        ("t", "f2"),
        run=lambda screen: history.to_tree(screen),
    ),
    Command("next_pane", "history", Label("另一窗格", "the other pane"), ("tab", "shift+tab")),
    Command(
        "palette",
        "history",
        Label("命令面板", "command palette"),
        (":", "ctrl+p"),
        run=lambda screen: screen.flow(palette.choose_here(screen)),
    ),
    Command(
        "language", "history", Label("切换中文/英文", "switch Chinese/English"), ("f12", "g L")
    ),
    Command(
        "back", "history", Label("返回", "back"), ("escape", "q"), Label("返回", "back"), rank=120
    ),
)
