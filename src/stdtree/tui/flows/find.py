"""Finding: filter the tree, jump to something."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.worker import get_current_worker

from stdtree.errors import StdtreeError
from stdtree.label import Label, same
from stdtree.model import names
from stdtree.search import sought
from stdtree.search.typing import hint, offers, to_try
from stdtree.tui.dialogs.choose import Choose
from stdtree.tui.picking import Picker
from stdtree.tui.present.outline import Outline, filtered
from stdtree.tui.widgets.panes import SearchLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stdtree.model.ids import CategoryId
    from stdtree.search import Found
    from stdtree.tui.screens.workbench import Workbench

JUMP = Label(
    "跳到类目或标准（编号、名称、标识、拼音首字母）", "Jump to (code, title, id, pinyin initials)"
)
GROUP = "search"
"""Of the searches under way only the last one counts."""


class Result(NamedTuple):
    """What a search found, ready to be shown."""

    typed: str
    hits: tuple[CategoryId, ...]
    """Categories, and homes of standards, best first."""
    outline: Outline
    said: Label


def begin(desk: Workbench) -> None:
    """Open the line to type a search in."""
    desk.query_one(SearchLine).open()


def keep(desk: Workbench) -> None:
    """Back to the tree, filtered as it is."""
    line = desk.query_one(SearchLine)
    filter_tree(desk, line.value)
    line.close(keep=bool(line.value.strip()))
    desk.tree_pane.focus()


def complete(desk: Workbench) -> None:
    """Complete a condition; where there is nothing to complete, back to the tree."""
    if not _complete(desk):
        keep(desk)


def earlier(desk: Workbench) -> None:
    """An earlier search."""
    desk.query_one(SearchLine).recall(1)


def later(desk: Workbench) -> None:
    """A later search; after the last one, back to the tree."""
    if not desk.query_one(SearchLine).recall(-1):
        keep(desk)


def end(desk: Workbench) -> None:
    """Show the whole tree again, as it was before."""
    desk.cancel(GROUP)
    desk.query_one(SearchLine).close(keep=False)
    restore(desk)
    desk.tree_pane.focus()


def leave(desk: Workbench) -> None:
    """Escape: all panes again, then the whole tree again, then back to the tree."""
    if desk.is_zoomed:
        desk.zoom()
    elif desk.tree_pane.cut:
        desk.tree_pane.forget()
    elif desk.tree_pane.hits is not None:
        desk.query_one(SearchLine).close(keep=False)
        desk.tree_pane.filter(None)
    else:
        desk.tree_pane.focus()


def filter_tree(desk: Workbench, typed: str) -> None:
    """Show what fits the text typed, and what is above it; everything if nothing is typed.

    The search runs in a thread: the next key is never kept waiting, and makes this one give up.
    """
    line, tree = desk.query_one(SearchLine), desk.tree_pane
    desk.cancel(GROUP)
    if tree.hits is None:
        line.came_from = tree.category.id if tree.category else None
    if typed.strip():
        desk.run_worker(lambda: _search(desk, typed), thread=True, exclusive=True, group=GROUP)
    else:
        desk.workers.cancel_group(desk, GROUP)
        restore(desk)


def restore(desk: Workbench) -> None:
    """Show the whole tree as it was before the search."""
    tree = desk.tree_pane
    if tree.hits is not None:
        tree.filter(None, at=desk.query_one(SearchLine).came_from)


def _complete(desk: Workbench) -> bool:
    """Complete what is being typed; False if there is nothing to complete."""
    line = desk.query_one(SearchLine)
    found = offers(line.value, desk.workspace.taxonomy)
    if found:
        line.put(found[0].text)
    return bool(found)


def _search(desk: Workbench, typed: str) -> None:
    """In a thread: find, lay out the tree of what was found, and put it in words."""
    worker, workspace, tree = get_current_worker(), desk.workspace, desk.tree_pane
    taxonomy = workspace.taxonomy
    try:
        found = workspace.search.found(
            typed, findings=lambda: desk.findings or (), stop=lambda: worker.is_cancelled
        )
    except StdtreeError as error:
        if not worker.is_cancelled:
            desk.app.call_from_thread(desk.say, _unreadable(error, hint(typed, taxonomy)))
        return
    hits = tuple(dict.fromkeys(home.id for home, _ in found))
    if worker.is_cancelled:
        return
    outline = filtered(taxonomy, hits, adrift=tree.whole.adrift)
    result = Result(typed, hits, outline, _said(desk, typed, found, len(hits)))
    if not worker.is_cancelled:
        desk.app.call_from_thread(_show, desk, result)


def _show(desk: Workbench, result: Result) -> None:
    """What was found, unless something else is typed by now."""
    if not desk.is_attached or desk.query_one(SearchLine).value != result.typed:
        return
    desk.tree_pane.sought = sought(result.typed)
    desk.tree_pane.filter(result.hits, outline=result.outline)
    desk.say(result.said)


def _unreadable(error: StdtreeError, next_: Label) -> Label:
    """What is wrong with a condition, or how to go on with one that is only begun."""
    if next_.zh or error.hint is None:
        return next_ if next_.zh else error.message
    return error.message + same(" · ") + error.hint


def _said(desk: Workbench, typed: str, found: Iterable[Found], homes: int) -> Label:
    """How much was found, and how to go on."""
    rows = sum(row is not None for _, row in found)
    next_ = hint(typed, desk.workspace.taxonomy)
    if not homes:
        nothing = Label(f"没有找到“{typed}” · ", f"nothing found for “{typed}” · ")
        return nothing + (next_ if next_.zh else to_try(typed))
    told = Label(f"{homes} 个类目", names.several(homes, "category", "categories"))
    if rows:
        told += Label(f"，其中 {rows} 项标准", f", {names.several(rows, 'standard')} in them")
    return told + same(" · ") + next_ if next_.zh else told


async def jump(desk: Workbench) -> None:
    """Choose a category or standard and go there."""
    picker = Picker(desk.workspace.taxonomy, desk.workspace.search)
    dialog = Choose(
        JUMP, lambda typed: picker.everything(typed, dialog.language), language=desk.language
    )
    chosen = await desk.ask(dialog)
    if chosen is not None:
        desk.go_to(chosen)
