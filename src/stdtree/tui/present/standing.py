"""Where the work stands between the files, the last commit and the others, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdtree.label import Label, Language
from stdtree.model.branch import Standing
from stdtree.model.names import several
from stdtree.tui.present.line import Line, Piece, Style, line

BRANCH = Label("分支", "branch")
NO_BRANCH = Label("不在任何分支上：先新建草案分支 b", "on no branch: make a draft branch first, b")
SHARED = Label("共享仓库", "shared")
NONE = Label("没有设置：git remote add origin 地址", "none is set: git remote add origin ADDRESS")
HERE = Label("本机", "here")
ALL_COMMITTED = Label("✓ 全部已提交", "✓ all is committed")
LOOKING = Label("正在查看…", "looking…")
OTHERS = Label("与大家", "with others")
NEVER = Label("此分支还没有推送过 P", "this branch was never pushed: P")
SAME = Label("✓ 与共享仓库一致（上次查看时）", "✓ the same as over there (when last looked at)")
DIVERGED = Label("需要合并", "this calls for a merge")


class Situation(NamedTuple):
    """All that the screen says about where the work stands."""

    branch: str | None
    standing: Standing | None
    unsaved: int
    changes: int | None = None
    """None while they are looked for."""
    address: str = ""
    under_way: Label | None = None


def standing_lines(now: Situation, language: Language) -> list[Line]:
    """The branch, what is not committed, what is to be pushed and pulled, what waits."""
    rows = [
        _row(BRANCH, *_branch(now), language=language),
        _row(SHARED, *_shared(now), language=language),
        _row(HERE, *_here(now), language=language),
        *(_row(OTHERS, *told, language=language) for told in _others(now.standing)),
    ]
    if now.under_way:
        rows.append(line(Piece(f" ✗ {now.under_way.in_(language)}", "bad")))
    return rows


def _branch(now: Situation) -> tuple[Label, Style]:
    if now.branch is None:
        return NO_BRANCH, "bad"
    return Label(now.branch, now.branch), "strong"


def _shared(now: Situation) -> tuple[Label, Style]:
    if now.standing is None or not now.standing.remote:
        return NONE, "dim"
    told = f"{now.standing.remote} {now.address}"
    return Label(told, told), "plain"


def _here(now: Situation) -> tuple[Label, Style]:
    if now.changes is None:
        return LOOKING, "dim"
    if not now.changes:
        return ALL_COMMITTED, "good"
    count, unsaved = now.changes, now.unsaved
    told = Label(f"● {count} 处变更尚未提交 c", f"● {several(count, 'change')} not committed: c")
    if unsaved:
        told += Label(
            f"，其中 {unsaved} 个类目未保存",
            f", {several(unsaved, 'category', 'categories')} not saved",
        )
    return told, "warn"


def _others(standing: Standing | None) -> Iterator[tuple[Label, Style]]:
    if standing is None or not standing.remote:
        return
    ours, theirs = standing.apart.ahead, standing.apart.behind
    if not standing.followed:
        yield NEVER, "warn"
        return
    if not ours and not theirs:
        yield SAME, "good"
        return
    told = []
    if ours:
        told.append(Label(f"↑ {ours} 次提交待推送 P", f"↑ {several(ours, 'commit')} to push: P"))
    if theirs:
        told.append(
            Label(f"↓ {theirs} 次提交待取回 p", f"↓ {several(theirs, 'commit')} to pull: p")
        )
    if standing.diverged:
        told.append(DIVERGED)
    yield Label("，".join(one.zh for one in told), ", ".join(one.en for one in told)), "warn"


def _row(name: Label, told: Label, style: Style, *, language: Language) -> Line:
    return line(Piece(f" {_padded(name.in_(language))} ", "dim"), Piece(told.in_(language), style))


def _padded(name: str) -> str:
    from stdtree.tui.present.cells import pad

    return pad(name, 11)
