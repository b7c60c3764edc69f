"""Git without knowing git, from the main screen: the screen for it, drafts, pulling, pushing."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.tui import reasons
from stdtree.tui.command import Command
from stdtree.tui.flows import committed, drafts, share

COMMANDS = (
    Command(
        "git",
        "main",
        Label("提交与共享：变更、草案分支、推送", "commit and share: changes, drafts, pushing"),
        ("4", "g s"),
        run=lambda desk: desk.flow(committed.look(desk)),
        why_not=reasons.in_git,
    ),
    Command(
        "drafts",
        "main",
        Label("草案分支…", "draft branches…"),
        ("g b",),
        run=lambda desk: desk.flow(drafts.choose(desk)),
        why_not=reasons.in_git,
    ),
    Command(
        "pull",
        "main",
        Label("取回更新", "pull what others pushed"),
        ("g u",),
        run=lambda desk: desk.flow(share.pull(desk)),
        why_not=reasons.in_git,
    ),
    Command(
        "push",
        "main",
        Label("推送", "push"),
        ("g P",),
        run=lambda desk: desk.flow(share.push(desk)),
        why_not=reasons.in_git,
    ),
)
