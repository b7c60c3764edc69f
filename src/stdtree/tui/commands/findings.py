"""The list of findings, and stepping from one to the next."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.tui import reasons
from stdtree.tui.command import Command
from stdtree.tui.flows import findings, mending

COMMANDS = (
    Command(
        "go",
        "findings",
        Label("转到问题所在", "go to the place"),
        ("enter",),
        Label("转到", "go to"),
        run=lambda desk: findings.go(desk),
        rank=1,
    ),
    Command(
        "mend",
        "findings",
        Label("改正…", "mend it…"),
        ("x",),
        Label("改正", "mend"),
        run=lambda desk: desk.flow(mending.mend(desk)),
        rank=2,
    ),
    Command(
        "mend_all",
        "findings",
        Label("改正此规则的全部问题…", "mend all that this rule finds…"),
        ("X",),
        run=lambda desk: desk.flow(mending.mend_all(desk)),
    ),
    Command(
        "explain",
        "findings",
        Label("说明此规则", "explain the rule"),
        ("?", "e"),
        Label("说明", "explain"),
        run=lambda desk: desk.flow(findings.explain(desk)),
        rank=3,
    ),
    Command(
        "close_findings",
        "findings",
        Label("回到类目树", "back to the tree"),
        ("escape",),
        run=lambda desk: findings.close(desk),
    ),
    Command(
        "next_finding",
        "main",
        Label("下一个问题", "next finding"),
        ("] e", "f8"),
        run=lambda desk: findings.step(desk, 1),
        why_not=reasons.found,
    ),
    Command(
        "previous_finding",
        "main",
        Label("上一个问题", "previous finding"),
        ("[ e", "f7"),
        run=lambda desk: findings.step(desk, -1),
        why_not=reasons.found,
    ),
    Command(
        "findings",
        "main",
        Label("问题列表", "list of findings"),
        ("f4", "3"),
        Label("问题", "findings"),
        run=lambda desk: findings.show(desk),
        rank=70,
    ),
)
