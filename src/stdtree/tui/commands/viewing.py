"""Looking around: comparison, palette, help, language."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.tui.command import Command
from stdtree.tui.dialogs.help import Help
from stdtree.tui.flows import palette

COMMANDS = (
    Command(
        "compare",
        "main",
        Label("版本比较", "compare releases"),
        ("f5", "g d"),
        Label("比较", "compare"),
        run=lambda desk: desk.flow(palette.compare(desk)),
        rank=80,
    ),
    Command(
        "language",
        "main",
        Label("切换中文/英文", "switch Chinese/English"),
        ("f12", "g L"),
        Label("English", "中文"),
        rank=90,
    ),
    Command(
        "palette",
        "main",
        Label("命令面板", "command palette"),
        (":", "ctrl+p"),
        Label("命令", "commands"),
        run=lambda desk: desk.flow(palette.choose(desk)),
        rank=100,
    ),
    Command(
        "help",
        "main",
        Label("帮助", "help"),
        ("?", "f1"),
        Label("帮助", "help"),
        run=lambda desk: desk.app.push_screen(Help(desk.wheres, desk.language)),
        rank=110,
    ),
    Command(
        "help",
        "compare",
        Label("帮助", "help"),
        ("?", "f1"),
        Label("帮助", "help"),
        run=lambda desk: desk.app.push_screen(Help(desk.wheres, desk.language)),
        rank=110,
    ),
    Command(
        "help",
        "history",
        Label("帮助", "help"),
        ("?", "f1"),
        Label("帮助", "help"),
        run=lambda desk: desk.app.push_screen(Help(desk.wheres, desk.language)),
        rank=110,
    ),
    Command(
        "language", "compare", Label("切换中文/英文", "switch Chinese/English"), ("f12", "g L")
    ),
)
