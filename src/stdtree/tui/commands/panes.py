"""Panes: from one to the next, wider or narrower, enlarged, put away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from stdtree.label import Label
from stdtree.tui.command import Command
from stdtree.tui.present.sizes import Border, Sizes
from stdtree.tui.widgets.lines import Lines
from stdtree.tui.widgets.panes import Details

if TYPE_CHECKING:
    from stdtree.tui.screens.workbench import Workbench

BORDERS: tuple[tuple[str, Label, str, Border, int], ...] = (
    ("narrower", Label("类目树窄些", "a narrower tree"), "ctrl+left", "beside", -1),
    ("wider", Label("类目树宽些", "a wider tree"), "ctrl+right", "beside", 1),
    ("taller", Label("问题列表高些", "more findings"), "ctrl+up", "findings", 1),
    ("lower", Label("问题列表矮些", "fewer findings"), "ctrl+down", "findings", -1),
)


def details(desk: Workbench) -> None:
    """Go to the details, put away or not."""
    desk.bring_back(desk.query_one(Details))
    desk.query_one(Details).focus()


def _border(border: Border, steps: int) -> Callable[[Workbench], None]:
    return lambda desk: desk.move_border(border, steps)


COMMANDS = (
    Command(
        "tree",
        "main",
        Label("到类目树", "to the tree"),
        ("1",),
        run=lambda desk: desk.tree_pane.focus(),
    ),
    Command(
        "details",
        "main",
        Label("到详情", "to the details"),
        ("2",),
        run=details,
    ),
    Command(
        "next_pane",
        "main",
        Label("下一窗格", "next pane"),
        ("tab",),
        run=lambda desk: desk.focus_next(Lines),
    ),
    Command(
        "previous_pane",
        "main",
        Label("上一窗格", "previous pane"),
        ("shift+tab",),
        run=lambda desk: desk.focus_previous(Lines),
    ),
    Command(
        "zoom",
        "main",
        Label("放大/还原窗格", "enlarge the pane, or restore it"),
        ("+", "ctrl+o"),
        run=lambda desk: desk.zoom(),
    ),
    Command(
        "put_away",
        "main",
        Label("收起/恢复窗格", "put the pane away, or bring it back"),
        ("_",),
        run=lambda desk: desk.put_away(),
    ),
    *(
        Command(name, "main", label, (key,), run=_border(border, steps))
        for name, label, key, border, steps in BORDERS
    ),
    Command(
        "even_panes",
        "main",
        Label("窗格恢复原来的大小", "panes as they were at first"),
        ("z =",),
        run=lambda desk: desk.resize(Sizes()),
    ),
)
