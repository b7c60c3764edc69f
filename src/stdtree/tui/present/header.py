"""The first line: where we are, and what state the work is in."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len

from stdtree.label import Label, Language
from stdtree.model.branch import Apart
from stdtree.model.category import Category
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.text import text_in
from stdtree.safe import safe
from stdtree.tui.present.line import Line, Piece

UNSAVED = Label("未保存", "unsaved")
ALL_SAVED = Label("已保存", "saved")
COMMITTED = Label("已保存并提交", "saved and committed")
NOT_COMMITTED = Label("已保存，{} 个文件未提交", "saved, {} files not committed")
NO_GIT = Label("未用 git", "no git")


class Work(NamedTuple):
    """The state the work is in."""

    branch: str | None
    unsaved: int
    findings: str = ""
    """How many of each severity."""
    uncommitted: int | None = None
    """Files that differ from the last commit; None without git or before the first look."""
    apart: Apart | None = None
    """How far the branch and the one it shares with others have gone; None for nothing known."""


def header(
    taxonomy: Taxonomy,
    category: Category | None,
    work: Work,
    *,
    language: Language,
    width: int,
) -> Line:
    """System, path to the category; findings, branch, unsaved edits.

    Where room is short the beginning of the path goes first: people know which system they are in.
    """
    path = [*reversed(taxonomy.ancestors(category.id)), category] if category else []
    crumbs = [text_in(taxonomy.system.title, language), *(text_in(c.title, language) for c in path)]
    found = f"{work.findings}  " if work.findings else ""
    right = (
        Piece(f" {found}", "bad"),
        Piece(f"{work.branch or NO_GIT.in_(language)}{arrows(work.apart)}  "),
        Piece(f"{_state(work, language)} ", "code" if work.unsaved else "plain"),
    )
    room = width - sum(cell_len(piece.text) for piece in right) - 2
    return Line((Piece(f" {_path(crumbs, room)}", "strong"),), right)


def arrows(apart: Apart | None) -> str:
    """What is to be pushed and to be pulled: ↑2 ↓1."""
    if apart is None:
        return ""
    counted = (("↑", apart.ahead), ("↓", apart.behind))
    return "".join(f" {mark}{count}" for mark, count in counted if count)


def _state(work: Work, language: Language) -> str:
    """What of the work is kept, and where, in words that need no git."""
    if work.unsaved:
        return f"● {work.unsaved} {UNSAVED.in_(language)}"
    if work.uncommitted:
        return NOT_COMMITTED.in_(language).format(work.uncommitted)
    return (ALL_SAVED if work.uncommitted is None else COMMITTED).in_(language)


def _path(crumbs: list[str], room: int) -> str:
    """As much of the end of the path as there is room for, and at least its last part."""
    for start in range(len(crumbs)):
        shown = " › ".join(["…", *crumbs[start:]] if start else crumbs)
        if cell_len(safe(shown)) <= room:
            return shown
    return crumbs[-1]
