"""Why a command cannot run now: what the palette, the help and a vain key press say.

Each takes the screen and gives a few words, or None when nothing stands in the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label

if TYPE_CHECKING:
    from stdtree.tui.flows.desk import Desk
    from stdtree.tui.screens.workbench import Workbench

NOTHING_TO_UNDO = Label("没有可撤销的操作", "nothing to undo")
NOTHING_TO_REDO = Label("没有可重做的操作", "nothing to redo")
NOTHING_TO_SAVE = Label("没有未保存的修改", "nothing to save")
NO_REPOSITORY = Label("不是 git 仓库：先运行 git init", "not in a git repository: run git init")
NOTHING_CUT = Label("没有剪切的类目：先按 x", "nothing is cut: press x first")
NO_CATEGORY = Label("还没有类目：按 a 新增", "there is no category yet: press a to add one")
NO_HITS = Label("没有筛选：按 / 查找", "nothing is filtered: press / to search")
NO_FINDINGS = Label("没有问题", "there are no findings")
NOT_CHECKED = Label("正在校验…", "still checking…")
IN_BROWSER = Label("浏览器中不能启动编辑器", "a browser cannot start an editor")


def undone(desk: Desk) -> Label | None:
    """Whether there is a step to take back."""
    return None if desk.workspace.journal.position else NOTHING_TO_UNDO


def redone(desk: Desk) -> Label | None:
    """Whether a step was taken back."""
    journal = desk.workspace.journal
    return None if journal.position < len(journal.entries) else NOTHING_TO_REDO


def unsaved(desk: Desk) -> Label | None:
    """Whether something is unsaved."""
    return None if desk.workspace.unsaved else NOTHING_TO_SAVE


def in_git(desk: Desk) -> Label | None:
    """Whether there is a history to write to."""
    return None if desk.workspace.repository else NO_REPOSITORY


def cut(desk: Workbench) -> Label | None:
    """Whether something was cut."""
    return None if desk.tree_pane.cut else NOTHING_CUT


def on_category(desk: Workbench) -> Label | None:
    """Whether the cursor of the tree is on a category."""
    return None if desk.tree_pane.category else NO_CATEGORY


def filtered(desk: Workbench) -> Label | None:
    """Whether there are hits of a search."""
    return None if desk.tree_pane.hits else NO_HITS


def found(desk: Workbench) -> Label | None:
    """Whether the check has found anything."""
    if desk.findings is None:
        return NOT_CHECKED
    return None if desk.findings else NO_FINDINGS


def by_hand(desk: Workbench) -> Label | None:
    """Whether there is a category, and a terminal to hand over to an editor."""
    driver = desk.app._driver  # noqa: SLF001 -- Textual asks it the same
    return IN_BROWSER if driver is not None and driver.is_web else on_category(desk)
