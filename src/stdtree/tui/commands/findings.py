"""The list of findings, and stepping from one to the next."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.tui.command import Command
from stdtree.tui.flows import findings

COMMANDS = (
    Command(
        "go",
        "findings",
        Label("转到问题所在", "go to the place"),
        ("enter",),
        Label("转到", "go to"),
        run=findings.go,
    ),
    Command(
        "mend",
        "findings",
        Label("自动改正", "mend it"),
        ("x",),
        Label("改正", "mend"),
        run=findings.mend,
    ),
    Command(
        "close_findings",
        "findings",
        Label("回到类目树", "back to the tree"),
        ("escape",),
        run=findings.close,
    ),
    Command(
        "next_finding",
        "main",
        Label("下一个问题", "next finding"),
        ("] e", "f8"),
        run=lambda desk: findings.step(desk, 1),
    ),
    Command(
        "previous_finding",
        "main",
        Label("上一个问题", "previous finding"),
        ("[ e", "f7"),
        run=lambda desk: findings.step(desk, -1),
    ),
    Command(
        "findings",
        "main",
        Label("问题列表", "list of findings"),
        ("f4", "3"),
        Label("问题", "findings"),
        run=findings.show,
        rank=70,
    ),
)
