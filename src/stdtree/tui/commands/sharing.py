"""What is done on the screen for committing and sharing."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.tui.command import Command
from stdtree.tui.flows import drafts, keep, share

COMMANDS = (
    Command(
        "commit",
        "git",
        Label("提交（记入历史）…", "commit (to the history)…"),
        ("c", "f9"),
        Label("提交", "commit"),
        run=lambda desk: desk.flow(keep.commit(desk)),
        rank=10,
    ),
    Command(
        "pull",
        "git",
        Label("取回更新", "pull what others pushed"),
        ("p", "f7"),
        Label("取回", "pull"),
        run=lambda desk: desk.flow(share.pull(desk)),
        rank=11,
    ),
    Command(
        "push",
        "git",
        Label("推送", "push"),
        ("P", "f8"),
        Label("推送", "push"),
        run=lambda desk: desk.flow(share.push(desk)),
        rank=12,
    ),
    Command(
        "drafts",
        "git",
        Label("草案分支…", "draft branches…"),
        ("b", "f6"),
        Label("草案", "drafts"),
        run=lambda desk: desk.flow(drafts.choose(desk)),
        rank=13,
    ),
    Command(
        "fetch",
        "git",
        Label("查看共享仓库有无更新", "look whether there is anything new"),
        ("r", "f5"),
        Label("查看更新", "look"),
        run=lambda desk: desk.flow(share.fetch(desk)),
        rank=14,
    ),
    Command(
        "remove_draft",
        "git",
        Label("删除草案分支…", "remove a draft branch…"),
        ("D", "delete"),
        run=lambda desk: desk.flow(drafts.remove(desk)),
    ),
    Command(
        "save",
        "git",
        Label("保存到文件", "save to the files"),
        ("ctrl+s", "w"),
        run=lambda desk: desk.flow(keep.save(desk)),
    ),
    Command(
        "sides",
        "git",
        Label("变更前后对照", "before and after, side by side"),
        ("d", "f4"),
        Label("对照", "sides"),
        run=lambda desk: desk.flow(share.compare(desk, "HEAD", "WORK")),
        rank=15,
    ),
)
