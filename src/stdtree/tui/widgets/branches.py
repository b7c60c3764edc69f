"""Rows of an outline: opening, closing, and getting from one category to another."""

from __future__ import annotations

from collections.abc import Collection

from stdtree.label import Language
from stdtree.model.category import Category
from stdtree.model.grouping import differing
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy
from stdtree.search import Word
from stdtree.tui.present.outline import Outline, filtered
from stdtree.tui.present.trail import Trail
from stdtree.tui.widgets.lines import Lines


class Branches(Lines):
    """Keeps what is open, what is filtered, and where the cursor is."""

    def __init__(self, taxonomy: Taxonomy, language: Language, *, widget_id: str) -> None:
        super().__init__(widget_id=widget_id)
        self.language = language
        self.taxonomy = taxonomy
        self.hits: tuple[CategoryId, ...] | None = None
        """What a search found, best first; None without a filter."""
        self.found: frozenset[CategoryId] = frozenset()
        """The same, to look one up."""
        self.sought: tuple[Word, ...] = ()
        """The words that the search looked for."""
        self.whole = Outline(taxonomy, opened=[one.id for one in taxonomy.under(None)])
        """All categories, also while a filter shows some."""
        self.outline = self.whole
        self.trail = Trail()

    # what is shown -------------------------------------------------------------------------------

    def count(self) -> int:
        """How many rows are on view."""
        return len(self.outline.rows)

    @property
    def category(self) -> Category | None:
        """The category under the cursor."""
        return self.outline.category(self.cursor) if self.count() else None

    @property
    def retired(self) -> bool:
        """Whether retired categories are shown."""
        return self.whole.retired

    def update(
        self, taxonomy: Taxonomy, *, at: CategoryId | None = None, anew: bool = False
    ) -> None:
        """Show an edited tree; the cursor stays on its category, or goes to `at`.

        With `anew` nothing is known of the one that was shown.
        """
        before, here = self.taxonomy, self.rows_here()
        touched = () if anew else differing(before.categories, taxonomy.categories)
        self.taxonomy = taxonomy
        if anew:
            self.whole = Outline(taxonomy, opened=[one.id for one in taxonomy.under(None)])
            self.outline = self.whole
        self.whole.update(taxonomy, touched)
        if self.hits is not None:
            self.hits = tuple(one for one in self.hits if one in taxonomy.categories)
            self.outline = filtered(taxonomy, self.hits, adrift=self.whole.adrift)
        self.edited(touched)
        if at is not None:
            here = [at, *(above.id for above in taxonomy.ancestors(at)), *here]
        self._after(self._row_near(here, reveal=at is not None))

    def edited(self, touched: Collection[CategoryId]) -> None:
        """The tree has become another in these categories; the rows are those of the new one."""

    def filter(
        self,
        hits: Collection[CategoryId] | None,
        *,
        outline: Outline | None = None,
        at: CategoryId | None = None,
    ) -> None:
        """Show only `hits` and what is above them; None shows everything again.

        `outline`: the same, laid out already. The cursor goes to `at`, as branches were open then.
        """
        here = self.rows_here()
        self.hits = None if hits is None else tuple(dict.fromkeys(hits))
        self.found = frozenset(self.hits or ())
        self.outline = self.whole
        if self.hits is not None:
            if outline is None or outline.taxonomy is not self.taxonomy:
                outline = filtered(self.taxonomy, self.hits, adrift=self.whole.adrift)
            self.outline = outline
            here = [*self.hits[:1], *here]
        if at is not None:
            here = [at]
        self._after(self._row_near(here, reveal=at is None))

    def show_retired(self, *, shown: bool) -> None:
        """Show or hide retired categories."""
        here = self.rows_here()
        self.whole.retired = shown
        self.whole.renew()
        self._after(self._row_near(here))

    def rows_here(self) -> list[CategoryId]:
        """The category under the cursor, and what is above it."""
        here = self.category
        if here is None:
            return []
        return [here.id, *(above.id for above in self.taxonomy.ancestors(here.id))]

    def go_to(self, category_id: CategoryId) -> bool:
        """Put the cursor on a category, opening what is above it; False if it is not shown."""
        wanted = self.taxonomy.get(category_id)
        if wanted is None:
            return False
        here = self.category
        if self.outline.kept is not None and category_id not in self.outline.kept:
            self.filter(None)
        row = self.outline.reveal(category_id)
        if row is None:
            self.show_retired(shown=True)
            row = self.outline.reveal(category_id)
        if row is None:
            return False
        if here is not None and here.id != category_id:
            self.trail.leave(here.id)
        self._after(row)
        return True

    def _row_near(self, wanted: list[CategoryId], *, reveal: bool = False) -> int:
        """The row of the first of these that is shown; else where the cursor was."""
        for one in wanted:
            row = self.outline.reveal(one) if reveal else self.outline.row_of(one)
            if row is not None:
                return row
        return self.cursor

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
        here = self.category
        if here is None or not self.outline.has_children(here.id):
            return
        if self.outline.is_open(here.id):
            self.move_to(self.cursor + 1)
        else:
            self.do_toggle()

    def do_fold(self) -> None:
        """Close the branch, or go to the parent."""
        here = self.category
        if here is None:
            return
        if self.outline.is_open(here.id) and self.outline.has_children(here.id):
            self.do_toggle()
        else:
            self.do_parent()

    def do_parent(self) -> None:
        """Go to the parent."""
        if self.category is not None and self.category.parent is not None:
            row = self.outline.row_of(self.category.parent)
            if row is not None:
                self.move_to(row)

    def do_next_sibling(self) -> None:
        """Go to the next category with the same parent."""
        if self.count():
            row = self.outline.end_of(self.cursor)
            if row < self.count() and self.outline.depth[row] == self.outline.depth[self.cursor]:
                self.move_to(row)

    def do_previous_sibling(self) -> None:
        """Go to the previous category with the same parent."""
        depth = self.outline.depth
        for row in range(self.cursor - 1, -1, -1):
            if depth[row] <= depth[self.cursor]:
                if depth[row] == depth[self.cursor]:
                    self.move_to(row)
                return

    def do_open_all(self) -> None:
        """Open every branch."""
        here = self.rows_here()
        self.outline.open_all(opened=True)
        self._after(self._row_near(here))

    def do_close_all(self) -> None:
        """Close every branch."""
        here = self.rows_here()
        self.outline.open_all(opened=False)
        self._after(self._row_near(here))

    def open_to(self, level: int) -> None:
        """Show so many levels."""
        here = self.rows_here()
        self.outline.open_to(level)
        self._after(self._row_near(here))

    def do_back(self) -> None:
        """Go back to where one jumped from."""
        self._turn(back=True)

    def do_forward(self) -> None:
        """Go again to where one came back from."""
        self._turn(back=False)

    def _turn(self, *, back: bool) -> None:
        here = self.category
        if here is None:
            return
        there = self.trail.back(here.id) if back else self.trail.forward(here.id)
        if there is not None:
            row = self.outline.reveal(there)
            if row is not None:
                self._after(row)

    def step_hit(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit of the search."""
        rows = range(self.cursor + step, self.count() if step > 0 else -1, step)
        for row in rows:
            if self.outline.rows[row] in self.found:
                self.move_to(row)
                return
