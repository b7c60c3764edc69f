"""Branches taken from one place to another; and what is copied out of the editor."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from stdtree.edit.move_category import MoveCategory
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.tui.dialogs.choose import Choose, Option
from stdtree.tui.flows import several
from stdtree.tui.picking import matches
from stdtree.tui.present.copies import SHAPES, copied
from stdtree.tui.present.line import Piece, line

if TYPE_CHECKING:
    from textual.app import App

    from stdtree.model.ids import CategoryId
    from stdtree.tui.screens.workbench import Workbench
    from stdtree.workspace import Workspace

NOTHING_CUT = Label("没有剪切的类目：先按 x", "nothing is cut: press x first")
THERE = Label("已在该处", "it is there already")
NOT_BELOW_ITSELF = Label("不能移到它自己之下", "it cannot go below itself")
NO_PLACE = Label("没有更上一级，或前面没有同级", "there is nothing above, or no sibling before it")
END = Label("前后没有同级类目", "there is no sibling on that side")
COPY = Label("复制为", "Copy as")
COPIED = Label("已复制{}（OSC 52）；也在 {}", "copied: {} (OSC 52), also in {}")
ONLY_FILE = Label("已存于 {}", "kept in {}")
FILE = "copied.txt"


class Copier(Protocol):
    """The screen that something is copied from."""

    workspace: Workspace
    app: App[object]

    def say(self, label: Label) -> None:
        """Say that it was copied."""


async def paste(desk: Workbench, *, beside: bool) -> None:
    """Move what was cut into the category under the cursor, or beside it."""
    tree, here = desk.tree_pane, desk.tree_pane.category
    if not tree.cut or here is None:
        desk.say(NOTHING_CUT)
        return
    await move(desk, tree.cut, into=here.parent if beside else here.id)


async def move(desk: Workbench, ids: Sequence[CategoryId], *, into: CategoryId | None) -> None:
    """Ask before categories move with their branches, and say what that does."""
    taxonomy = desk.workspace.taxonomy
    above = {into, *(one.id for one in taxonomy.ancestors(into))} if into is not None else set()
    if above.intersection(ids):
        desk.say(NOT_BELOW_ITSELF)
        return
    moving = [one for one in ids if one in taxonomy.categories]
    if all(taxonomy.categories[one].parent == into for one in moving):
        desk.say(THERE)
        return
    recode = _needs_code(desk, moving, into)
    if await several.operate(desk, "move-category", moving, {"to": into, "recode": recode}):
        desk.tree_pane.cut = ()


def _needs_code(desk: Workbench, ids: Sequence[CategoryId], into: CategoryId | None) -> bool:
    """Whether the codes do not suit the new place, but new ones would; tried with the first."""
    taxonomy = desk.workspace.taxonomy
    for recode in (False, True):
        try:
            MoveCategory(id=ids[0], to=into, recode=recode).apply(taxonomy)
        except EditError:
            continue
        return recode
    return False


async def shift(desk: Workbench, step: int) -> None:
    """Put the category before or after its neighbour: the siblings get new codes."""
    here, taxonomy = desk.tree_pane.category, desk.workspace.taxonomy
    if here is None:
        return
    order = [one.id for one in taxonomy.children(here.parent) if one.is_live and one.code]
    at = order.index(here.id) if here.id in order else -1
    if at < 0 or not 0 <= at + step < len(order):
        desk.say(END)
        return
    order[at], order[at + step] = order[at + step], order[at]
    await several.in_order(desk, here.parent, order)


async def shift_in(desk: Workbench, *, inward: bool) -> None:
    """Move the category below the sibling before it, or beside its parent."""
    here, taxonomy = desk.tree_pane.category, desk.workspace.taxonomy
    if here is None:
        return
    if inward:
        before = [one for one in taxonomy.children(here.parent) if one.is_live]
        at = next((n for n, one in enumerate(before) if one.id == here.id), 0)
        target = before[at - 1].id if at else None
    else:
        parent = taxonomy.get(here.parent)
        target = parent.parent if parent else None
    if target is None and (inward or here.parent is None):
        desk.say(NO_PLACE)
        return
    await move(desk, desk.tree_pane.chosen, into=target)


async def copy(desk: Workbench) -> None:
    """Choose a shape, and copy what is chosen in it."""
    ids, taxonomy = desk.tree_pane.chosen, desk.workspace.taxonomy
    if not ids:
        return

    def options(typed: str) -> list[Option[str]]:
        found = []
        for shape, label in SHAPES.items():
            if matches(typed, (shape, label.zh, label.en)):
                sample = copied(shape, ids[:1], taxonomy, desk.language).splitlines()[0]
                left = Piece(label.in_(desk.language)), Piece(f"  {sample}", "dim")
                found.append(Option(line(*left), shape))
        return found

    shape = await desk.ask(Choose(COPY, options, language=desk.language))
    if shape is None:
        return
    text = copied(shape, ids, taxonomy, desk.language)
    hand_over(desk, text, SHAPES[shape])


def hand_over(desk: Copier, text: str, what: Label) -> None:
    """Give a text to the clipboard of the terminal, and keep it in a file where that is refused."""
    file = desk.workspace.private / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    named = os.path.relpath(file, desk.workspace.root)
    write = getattr(desk.app._driver, "write", None)  # noqa: SLF001 -- the only way to the terminal
    if write is None:
        desk.say(Label(ONLY_FILE.zh.format(named), ONLY_FILE.en.format(named)))
        return
    write(sequence(text, in_tmux=bool(os.environ.get("TMUX"))))
    desk.say(Label(COPIED.zh.format(what.zh, named), COPIED.en.format(what.en, named)))


def sequence(text: str, *, in_tmux: bool) -> str:
    """What asks a terminal to copy a text; tmux is told to hand it on to the one outside."""
    asked = f"\x1b]52;c;{b64encode(text.encode()).decode()}\x07"
    if not in_tmux:
        return asked
    doubled = asked.replace("\x1b", "\x1b\x1b")
    return f"{asked}\x1bPtmux;{doubled}\x1b\\"
