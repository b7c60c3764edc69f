"""Going about on the screen for committing and sharing."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.tui.command import Command
from stdtree.tui.dialogs.help import Help
from stdtree.tui.flows import palette

COMMANDS = (
    Command("next_pane", "git", Label("另一窗格", "the other pane"), ("tab", "shift+tab")),
    Command(
        "show",
        "git",
        Label("在树中转到此处", "go there in the tree"),
        ("enter",),
        Label("转到", "go to"),
    ),
    Command(
        "help",
        "git",
        Label("帮助", "help"),
        ("?", "f1"),
        Label("帮助", "help"),
        run=lambda desk: desk.app.push_screen(Help(desk.wheres, desk.language)),
        rank=110,
    ),
    Command("language", "git", Label("切换中文/英文", "switch Chinese/English"), ("f12", "g L")),
    Command(
        "palette",
        "git",
        Label("命令面板", "command palette"),
        (":", "ctrl+p"),
        run=lambda desk: desk.flow(palette.choose_here(desk)),
    ),
    Command("back", "git", Label("返回", "back"), ("escape", "q"), Label("返回", "back"), rank=120),
)
