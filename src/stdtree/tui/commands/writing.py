"""Writing: titles in their row, texts side by side, whole categories in an editor of one's own."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.tui import reasons
from stdtree.tui.command import Command
from stdtree.tui.flows import by_hand, rename, texts

COMMANDS = (
    Command(
        "rename",
        "main",
        Label("就地更名", "rename in place"),
        ("r", "f2"),
        Label("更名", "rename"),
        run=lambda desk: rename.begin(desk),
        rank=20,
        why_not=reasons.on_category,
    ),
    Command(
        "texts",
        "main",
        Label("并排编辑各语言的文字…", "texts, one language beside the other…"),
        ("t", "ctrl+t"),
        run=lambda desk: desk.flow(texts.edit(desk)),
        rank=21,
        why_not=reasons.on_category,
    ),
    Command(
        "by_hand",
        "main",
        Label("用编辑器编辑整个类目（YAML）…", "the whole category in an editor (YAML)…"),
        ("e", "ctrl+e"),
        run=lambda desk: desk.flow(by_hand.edit(desk)),
        rank=22,
        why_not=reasons.by_hand,
    ),
    Command(
        "apply_rename",
        "rename",
        Label("更名", "rename"),
        ("enter", "ctrl+s", "f10"),
        Label("确定", "apply"),
        run=lambda desk: rename.apply(desk),
    ),
    Command(
        "other_language",
        "rename",
        Label("另一语言的名称", "the title in the other language"),
        ("tab", "shift+tab"),
        Label("另一语言", "other language"),
        run=lambda desk: rename.other_language(desk),
    ),
    Command(
        "end_rename",
        "rename",
        Label("不更名", "leave it as it was"),
        ("escape",),
        Label("取消", "cancel"),
        run=lambda desk: rename.end(desk),
    ),
    Command("language", "rename", Label("切换中文/英文", "switch Chinese/English"), ("f12",)),
)
