"""Keeping work: save, commit, release, quit."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.tui import reasons
from stdtree.tui.command import Command
from stdtree.tui.flows import keep, release

COMMANDS = (
    Command(
        "save",
        "main",
        Label("保存到文件", "save to the files"),
        ("ctrl+s", "w"),
        Label("保存", "save"),
        run=lambda desk: desk.flow(keep.save(desk)),
        rank=40,
        why_not=reasons.unsaved,
    ),
    Command(
        "commit",
        "main",
        Label("提交（记入历史）…", "commit (to the history)…"),
        ("c", "f9"),
        Label("提交", "commit"),
        run=lambda desk: desk.flow(keep.commit(desk)),
        rank=60,
        why_not=reasons.in_git,
    ),
    Command(
        "release",
        "main",
        Label("发布版本…", "make a release…"),
        ("g r",),
        run=lambda desk: desk.flow(release.release(desk)),
        why_not=reasons.in_git,
    ),
    Command(
        "quit",
        "main",
        Label("退出", "quit"),
        ("q", "Q", "ctrl+q"),
        Label("退出", "quit"),
        run=lambda desk: desk.flow(keep.leave(desk)),
        rank=130,
    ),
)
