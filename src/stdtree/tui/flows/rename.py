"""Renaming a category in its row of the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.edit import decode
from stdtree.errors import EditError
from stdtree.label import Label, same
from stdtree.tui.hints import in_form_words
from stdtree.tui.widgets.rename import RowRename, TitleEntry

if TYPE_CHECKING:
    from stdtree.tui.screens.workbench import Workbench

FINISH_FIRST = Label("请先完成正在进行的更名", "finish the title you are writing first")


def begin(desk: Workbench) -> None:
    """Put a line over the row under the cursor, with the title in the language shown."""
    category = desk.tree_pane.category
    if category is None:
        return
    for left in desk.query(RowRename):  # the mouse went elsewhere
        if left.changed:
            desk.say(FINISH_FIRST)
            left.query_one(TitleEntry).focus()
            return
        left.remove()
    languages = desk.workspace.taxonomy.system.languages
    line = RowRename(desk.tree_pane, category, languages, desk.language)
    desk.query_one("#left").mount(line)


def apply(desk: Workbench) -> None:
    """Rename as written; a refusal is said, and leaves the line as it is."""
    line = desk.query_one(RowRename)
    if line.changed:
        rename = decode("rename-category", {"id": line.category_id, "name": line.changed})
        try:
            done = desk.workspace.apply(rename)
        except EditError as error:
            hint = same(" → ") + in_form_words(error.hint) if error.hint else same("")
            desk.say(same("✗ ") + error.message + hint)
            return
        desk.renew()
        desk.say(done)
    end(desk)


def end(desk: Workbench) -> None:
    """Back to the tree without renaming."""
    desk.query_one(RowRename).remove()
    desk.tree_pane.focus()


def other_language(desk: Workbench) -> None:
    """Go on with the title in the next language."""
    desk.query_one(RowRename).next_language()
