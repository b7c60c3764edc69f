"""Finding: filter the tree, jump to something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label
from stdtree.tui.dialogs.choose import Choose
from stdtree.tui.picking import Picker

if TYPE_CHECKING:
    from stdtree.tui.screens.workbench import Workbench

JUMP = Label(
    "跳到类目或标准（编号、名称、标识、拼音首字母）", "Jump to (code, title, id, pinyin initials)"
)
MOST = 100_000
"""A filter shows all there is."""


def filter_tree(desk: Workbench, typed: str) -> None:
    """Show what fits the text typed, and what is above it; everything if nothing is typed."""
    if not typed.strip():
        desk.tree_pane.filter(None)
        return
    taxonomy = desk.workspace.taxonomy
    homes = []
    for entity, found in desk.workspace.search(typed, MOST):
        placed = taxonomy.standard(found) if entity == "standard" else None
        homes.append(placed.home if placed else found)
    desk.tree_pane.filter([home for home in homes if home in taxonomy.categories])
    hits = len(desk.tree_pane.hits or ())
    desk.say(Label(f"{hits} 个类目", f"{hits} categories"))


async def jump(desk: Workbench) -> None:
    """Choose a category or standard and go there."""
    picker = Picker(desk.workspace.taxonomy, desk.workspace.search)
    dialog = Choose(
        JUMP, lambda typed: picker.everything(typed, desk.language), language=desk.language
    )
    chosen = await desk.ask(dialog)
    if chosen is not None:
        desk.go_to(chosen)
