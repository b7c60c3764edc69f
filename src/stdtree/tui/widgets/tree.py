"""The tree of categories: its signs, what is chosen in it, and the mouse."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from stdtree.label import Language
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy
from stdtree.tui.present.line import Line
from stdtree.tui.present.selection import Selection
from stdtree.tui.present.sums import BranchSums, Marks
from stdtree.tui.present.tree import CUT, MARKED, TARGET, Signs, tree_line
from stdtree.tui.widgets.branches import Branches

if TYPE_CHECKING:
    from textual import events

    from stdtree.tui.command import Where

NONE = (0, 0)


class CategoryTree(Branches):
    """Rows of an outline; keeps what is marked, cut, and found out about categories."""

    where: tuple[Where, ...] = ("tree", "list")

    @dataclass
    class Dropped(Message):
        """Rows were dragged onto another category."""

        tree: CategoryTree
        moved: tuple[CategoryId, ...]
        onto: CategoryId

    class Marked(Message):
        """Other categories are chosen now."""

    def __init__(self, taxonomy: Taxonomy, language: Language) -> None:
        super().__init__(taxonomy, language, widget_id="tree")
        self.selection = Selection()
        self.cut: tuple[CategoryId, ...] = ()
        """What is to be pasted elsewhere."""
        self.changes: Mapping[CategoryId, str] = {}
        """How categories differ from the last commit."""
        self.standards: BranchSums | None = None
        """How many standards branches hold; None while they are not counted."""
        self._marks: Marks = {}
        self._above: Marks = {}
        self._dragged: int | None = None
        """The row on which a button of the mouse went down."""
        self._over: int | None = None
        """The row above which it is held now, if it is another."""

    # what is shown -------------------------------------------------------------------------------

    def line(self, row: int) -> Line:
        """The line in a row."""
        one = self.outline.rows[row]
        closed = not self.outline.is_open(one)
        errors, warnings = (self._above if closed else self._marks).get(one, NONE)
        signs = Signs(
            hit=one in self.found,
            sought=self.sought,
            first=self._first(one, row),
            change=self.changes.get(one, ""),
            errors=errors,
            warnings=warnings,
            standards=self.standards.of(one) if self.standards else None,
        )
        return tree_line(self.outline, row, self.language, signs)

    def _first(self, one: CategoryId, row: int) -> str:
        if row == self._over:
            return TARGET
        if self.selection.has(one, row, self.cursor):
            return MARKED
        return CUT if one in self.cut else " "

    def mark(self, own: Marks, branches: Marks) -> None:
        """Show the numbers of findings, of categories and of whole branches."""
        self._marks, self._above = own, branches
        self.refresh()

    def edited(self, touched: Collection[CategoryId]) -> None:
        """What is kept of categories follows the edit."""
        if self.standards:
            self.standards.update(self.taxonomy, touched)
        there = self.taxonomy.categories
        self.selection.marked.intersection_update(there)
        self.cut = tuple(one for one in self.cut if one in there)

    def _after(self, row: int) -> None:
        """Other rows: a range of them means nothing any more."""
        self.selection.anchor = None
        super()._after(row)

    def do_toggle(self) -> None:
        """Open or close the branch under the cursor; a range that ends there becomes marks."""
        self._settle()
        super().do_toggle()

    # choosing several ----------------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[CategoryId, ...]:
        """What is chosen, else the category under the cursor, in the order of the tree."""
        if self.selection:
            return tuple(self.selection.chosen(self.outline.rows, self.cursor))
        return (self.category.id,) if self.category else ()

    @property
    def chosen_count(self) -> int:
        """How many are chosen."""
        return self.selection.count(self.outline.rows, self.cursor)

    def move_to(self, row: int) -> None:
        """Put the cursor on a row; a range follows it."""
        was = self.cursor
        super().move_to(row)
        if self.selection.anchor is not None:
            self.redraw(range(min(was, self.cursor), max(was, self.cursor) + 1))
            self.post_message(self.Marked())

    def _settle(self) -> None:
        self.selection.settle(self.outline.rows, self.cursor)

    def _chose(self) -> None:
        self.refresh()
        self.post_message(self.Marked())

    def do_mark(self) -> None:
        """Mark the category, or unmark it, and go on to the next row; ends a range."""
        if self.selection.anchor is not None:
            self._settle()
        elif self.category is not None:
            self.selection.toggle((self.category.id,))
            self.move_to(self.cursor + 1)
        self._chose()

    def do_range(self) -> None:
        """Begin a range at the cursor, or end it."""
        if self.selection.anchor is not None:
            self._settle()
        elif self.count():
            self.selection.anchor = self.cursor
        self._chose()

    def do_invert(self) -> None:
        """Mark all rows on view that are not marked, and no others."""
        self._settle()
        self.selection.toggle(self.outline.rows)
        self._chose()

    def do_mark_all(self) -> None:
        """Mark what the search found; without one, all with the same parent."""
        self._settle()
        if self.hits is not None:
            self.selection.marked.update(self.hits)
        elif self.category is not None:
            siblings = self.taxonomy.children(self.category.parent)
            self.selection.marked.update(one.id for one in siblings if self.outline.shows(one))
        self._chose()

    def forget(self) -> None:
        """Nothing is chosen and nothing is cut."""
        self.selection.clear()
        self.cut = ()
        self._chose()

    def take(self) -> None:
        """Cut what is chosen."""
        self.cut = self.chosen
        self.selection.clear()
        self._chose()

    # mouse ---------------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """With Ctrl the mouse marks a row, with Shift all rows from the cursor to it."""
        row = self.row_at(event)
        if row is None or not (event.ctrl or event.shift):
            return
        event.prevent_default()
        if event.shift:
            self._settle()
            self.selection.anchor = self.cursor
            self.move_to(row)
            self._settle()
        else:
            self._settle()
            self.selection.toggle((self.outline.rows[row],))
        self._chose()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """The row may be dragged from here."""
        plain = event.button == 1 and not (event.ctrl or event.shift)
        self._dragged = self.row_at(event) if plain else None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show where a dragged row would be dropped."""
        if self._dragged is None or not event.button:
            return
        self.capture_mouse()
        row = self.row_at(event)
        self._drag_over(None if row == self._dragged else row)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Drop what was dragged; a click alone moves nothing."""
        self.release_mouse()
        begun, over = self._dragged, self._over
        self._dragged = None
        self._drag_over(None)
        if begun is None or over is None:
            return
        event.stop()
        rows = self.outline.rows
        several = self.selection and self.selection.has(rows[begun], begun, self.cursor)
        moved = self.chosen if several else (rows[begun],)
        self.post_message(self.Dropped(self, moved, rows[over]))

    def _drag_over(self, row: int | None) -> None:
        was, self._over = self._over, row
        self.redraw(at for at in {was, row} if at is not None)
