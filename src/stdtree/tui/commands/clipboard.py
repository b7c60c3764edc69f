"""Cutting branches and pasting them elsewhere; moving a row; copying out."""

from __future__ import annotations

from stdtree.label import Label
from stdtree.tui import reasons
from stdtree.tui.command import Command
from stdtree.tui.flows import clipboard

COMMANDS = (
    Command(
        "cut",
        "tree",
        Label("剪切（连同下级）", "cut, with the branch"),
        ("x",),
        run=lambda desk: desk.tree_pane.take(),
        why_not=reasons.on_category,
    ),
    Command(
        "paste",
        "tree",
        Label("粘贴到此类目之下…", "paste into the category…"),
        ("p",),
        run=lambda desk: desk.flow(clipboard.paste(desk, beside=False)),
        why_not=reasons.cut,
    ),
    Command(
        "paste_beside",
        "tree",
        Label("粘贴为同级…", "paste beside the category…"),
        ("P",),
        run=lambda desk: desk.flow(clipboard.paste(desk, beside=True)),
        why_not=reasons.cut,
    ),
    Command(
        "copy",
        "tree",
        Label("复制为…", "copy as…"),
        ("y",),
        run=lambda desk: desk.flow(clipboard.copy(desk)),
        why_not=reasons.on_category,
    ),
    Command(
        "shift_up",
        "tree",
        Label("与上一同级对调（改编号）…", "before the sibling above (renumbers)…"),
        ("alt+up",),
        run=lambda desk: desk.flow(clipboard.shift(desk, -1)),
        why_not=reasons.on_category,
    ),
    Command(
        "shift_down",
        "tree",
        Label("与下一同级对调（改编号）…", "after the sibling below (renumbers)…"),
        ("alt+down",),
        run=lambda desk: desk.flow(clipboard.shift(desk, 1)),
        why_not=reasons.on_category,
    ),
    Command(
        "shift_in",
        "tree",
        Label("移到上一同级之下…", "move below the sibling above…"),
        (">",),
        run=lambda desk: desk.flow(clipboard.shift_in(desk, inward=True)),
        why_not=reasons.on_category,
    ),
    Command(
        "shift_out",
        "tree",
        Label("移出一级…", "move one level out…"),
        ("<",),
        run=lambda desk: desk.flow(clipboard.shift_in(desk, inward=False)),
        why_not=reasons.on_category,
    ),
)
