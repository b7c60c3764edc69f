"""The tree of categories."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from stdtree.label import Language
from stdtree.model.category import Category
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy
from stdtree.tui.present.line import Line
from stdtree.tui.present.outline import Marks, Outline, changed_in_place, filtered, whole
from stdtree.tui.present.tree import tree_line
from stdtree.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from stdtree.tui.command import Where


class CategoryTree(Lines):
    """Rows of an outline; keeps what is open, what is filtered, and where the cursor is."""

    where: tuple[Where, ...] = ("tree", "list")

    def __init__(self, taxonomy: Taxonomy, language: Language) -> None:
        super().__init__(widget_id="tree")
        self.language = language
        self.taxonomy = taxonomy
        self.retired = False
        self.hits: tuple[CategoryId, ...] | None = None
        """What a search found, best first; None without a filter."""
        self._filtering = False
        self._opened: set[CategoryId] = {category.id for category in taxonomy.children(None)}
        self._marks: Marks = {}
        self.outline: Outline = whole(taxonomy, retired=False, opened=self._opened)

    # what is shown -------------------------------------------------------------------------------

    def count(self) -> int:
        """How many rows are on view."""
        return len(self.outline.rows)

    def line(self, row: int) -> Line:
        """The line in a row."""
        category = self.outline.categories[self.outline.rows[row]]
        hit = self.hits is not None and category.id in self.hits
        return tree_line(self.outline, row, self.language, hit=hit)

    @property
    def category(self) -> Category | None:
        """The category under the cursor."""
        return self.outline.categories[self.outline.rows[self.cursor]] if self.count() else None

    def update(self, taxonomy: Taxonomy, *, at: CategoryId | None = None) -> None:
        """Show an edited tree; the cursor stays on its category, or goes to `at`."""
        stays = self.category
        changed = changed_in_place(self.taxonomy, taxonomy)
        self.taxonomy = taxonomy
        if changed is None or at is not None:
            self._rebuild(at or (stays.id if stays else None))
        else:
            self.outline.replace(changed)
            self._after(self.cursor)

    def mark(self, marks: Marks) -> None:
        """Show the numbers of findings."""
        self._marks = marks
        self.outline.mark(marks)
        self.refresh()

    def filter(self, hits: Collection[CategoryId] | None) -> None:
        """Show only `hits` and what is above them; None shows everything again."""
        stays = self.category
        self.hits = None if hits is None else tuple(dict.fromkeys(hits))
        best = self.hits[0] if self.hits else None
        self._rebuild(best or (stays.id if stays else None))

    def show_retired(self, *, shown: bool) -> None:
        """Show or hide retired categories."""
        stays = self.category
        self.retired = shown
        self._rebuild(stays.id if stays else None)

    def go_to(self, category_id: CategoryId) -> bool:
        """Put the cursor on a category, opening what is above it; False if it is not shown."""
        if category_id not in self.outline.node_of and self.hits is not None:
            self.filter(None)
        if category_id not in self.outline.node_of and self.taxonomy.get(category_id):
            self.show_retired(shown=True)
        node = self.outline.node_of.get(category_id)
        if node is None:
            return False
        self._after(self.outline.reveal(node))
        return True

    def _rebuild(self, wanted: CategoryId | None) -> None:
        fallback = self.cursor
        if not self._filtering:
            self._opened = self.outline.opened()
        self._filtering = self.hits is not None
        if self.hits is None:
            self.outline = whole(self.taxonomy, retired=self.retired, opened=self._opened)
        else:
            self.outline = filtered(self.taxonomy, self.hits)
        self.outline.mark(self._marks)
        node = self._node_near(wanted) if wanted else None
        self._after(self.outline.reveal(node) if node is not None else fallback)

    def _node_near(self, wanted: CategoryId) -> int | None:
        """The category, or what is nearest above it where it is hidden now."""
        above = (category.id for category in self.taxonomy.ancestors(wanted))
        known = (one for one in (wanted, *above) if one in self.outline.node_of)
        return next((self.outline.node_of[one] for one in known), None)

    def _after(self, row: int) -> None:
        """Draw again with the cursor on `row`, and tell that it is there."""
        self.renew(row)
        self.post_message(self.Moved(self, self.cursor))

    # commands ------------------------------------------------------------------------------------

    def do_toggle(self) -> None:
        """Open or close the branch under the cursor."""
        if self.count():
            self.outline.toggle(self.cursor)
            self.renew(self.cursor)

    def do_unfold(self) -> None:
        """Open the branch, or go to its first child."""
        if not self.count():
            return
        node = self.outline.rows[self.cursor]
        if not self.outline.open[node]:
            self.do_toggle()
        elif self.outline.has_children(node):
            self.move_to(self.cursor + 1)

    def do_fold(self) -> None:
        """Close the branch, or go to the parent."""
        if not self.count():
            return
        node = self.outline.rows[self.cursor]
        if self.outline.open[node] and self.outline.has_children(node):
            self.do_toggle()
        else:
            self.do_parent()

    def do_parent(self) -> None:
        """Go to the parent."""
        if self.count():
            self._move_to_node(self.outline.parent[self.outline.rows[self.cursor]])

    def do_next_sibling(self) -> None:
        """Go to the next category with the same parent."""
        if not self.count():
            return
        node = self.outline.rows[self.cursor]
        if not self.outline.last[node]:
            self._move_to_node(self.outline.end[node])

    def do_previous_sibling(self) -> None:
        """Go to the previous category with the same parent."""
        if not self.count():
            return
        node = self.outline.rows[self.cursor]
        parent = self.outline.parent[node]
        for row in range(self.cursor - 1, -1, -1):
            other = self.outline.rows[row]
            if self.outline.parent[other] == parent:
                self.move_to(row)
                return

    def do_open_all(self) -> None:
        """Open every branch."""
        self._open_all(opened=True)

    def do_close_all(self) -> None:
        """Close every branch."""
        self._open_all(opened=False)

    def _open_all(self, *, opened: bool) -> None:
        stays = self.outline.rows[self.cursor] if self.count() else -1
        self.outline.open_all(opened=opened)
        while stays >= 0 and self.outline.row_of(stays) is None:
            stays = self.outline.parent[stays]
        self._after(self.outline.row_of(stays) or 0 if stays >= 0 else 0)

    def step_hit(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit of the search."""
        rows = range(self.cursor + step, self.count() if step > 0 else -1, step)
        wanted = set(self.hits or ())
        for row in rows:
            if self.outline.categories[self.outline.rows[row]].id in wanted:
                self.move_to(row)
                return

    def _move_to_node(self, node: int) -> None:
        row = self.outline.row_of(node) if node >= 0 else None
        if row is not None:
            self.move_to(row)
