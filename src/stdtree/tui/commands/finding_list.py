"""The list of findings: which are shown, in which order; accepting them."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.tui.command import Command
from stdtree.tui.flows import findings, mending

COMMANDS = (
    Command(
        "accept",
        "findings",
        Label("接受，并写明理由…", "accept it, with a reason…"),
        ("a",),
        Label("接受", "accept"),
        run=lambda desk: desk.flow(mending.accept(desk)),
    ),
    Command(
        "withdraw",
        "findings",
        Label("撤回接受…", "accept it no longer…"),
        ("d", "delete"),
        run=lambda desk: desk.flow(mending.withdraw(desk)),
    ),
    Command(
        "narrow",
        "findings",
        Label("筛选问题…", "choose which to show…"),
        ("f", "f3"),
        Label("筛选", "filter"),
        run=lambda desk: desk.flow(findings.narrow(desk)),
    ),
    Command(
        "group",
        "findings",
        Label("按规则分组/不分组", "group by rule, or not"),
        ("s",),
        Label("分组", "group"),
        run=lambda desk: findings.group(desk),
    ),
    Command(
        "show_accepted",
        "findings",
        Label("显示/隐藏已接受的问题", "show or hide accepted ones"),
        ("A",),
        Label("已接受", "accepted"),
        run=lambda desk: findings.show_accepted(desk),
    ),
)
