"""Which categories are on view, in order and each at its depth; nothing is kept of the others."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise, takewhile

from stdtree.model.category import Category
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy, sibling_key

MANY = 2_000
"""From so many edited categories on, all rows are listed anew."""
_Rows = tuple[list[CategoryId], "array[int]"]
"""Categories and their depths."""
_NOTHING: _Rows = ([], array("i"))
_ABOVE_ALL = -1
"""The row of the parent of roots, so to speak."""


class Outline:
    """Rows of a tree of which only open branches are looked at.

    Opening a branch puts its rows in, closing one takes them out, and an edit does so with the
    children of the parents it concerns: nothing ever goes through all categories, but what shows
    them all.
    """

    def __init__(
        self,
        taxonomy: Taxonomy,
        *,
        opened: Iterable[CategoryId] = (),
        retired: bool = False,
        kept: Collection[CategoryId] | None = None,
        adrift: tuple[CategoryId, ...] | None = None,
    ) -> None:
        self.taxonomy = taxonomy
        self.opened = set(opened)
        """Open branches; those out of view too, so that they are open when they come back."""
        self.retired = retired
        """Whether retired categories show with nothing live below them."""
        self.kept = kept
        """What passes a filter, with all that is above; None without one."""
        self.adrift = _adrift(taxonomy) if adrift is None else adrift
        """What no root holds (orphans, and one of each loop) and is shown after the roots."""
        self.rows: list[CategoryId] = []
        self.depth = array("i")
        self._last: dict[CategoryId | None, CategoryId | None] = {}
        self.renew()

    # what is on view ------------------------------------------------------------------------------

    def category(self, row: int) -> Category:
        """The category in a row."""
        return self.taxonomy.categories[self.rows[row]]

    def row_of(self, category_id: CategoryId) -> int | None:
        """The row of a category, if it is on view."""
        try:
            return self.rows.index(category_id)
        except ValueError:
            return None

    def end_of(self, row: int) -> int:
        """The row after the branch that begins in `row`."""
        depth, count = self.depth[row], len(self.rows)
        row += 1
        while row < count and self.depth[row] > depth:
            row += 1
        return row

    def has_children(self, category_id: CategoryId) -> bool:
        """Whether there is anything to open."""
        return any(self.shows(child) for child in self.taxonomy.under(category_id))

    def is_open(self, category_id: CategoryId) -> bool:
        """Whether what is below is on view, if there is anything."""
        return category_id in self.opened

    def is_last(self, category: Category) -> bool:
        """Whether no sibling stands below it."""
        parent = category.parent
        if parent not in self._last:
            below = reversed(self.taxonomy.children(parent))
            self._last[parent] = next((one.id for one in below if self.shows(one)), None)
        return self._last[parent] == category.id

    def shows(self, category: Category) -> bool:
        """Whether a category is on view once everything above it is open."""
        if self.kept is not None:
            return category.id in self.kept
        if self.retired or category.is_live:
            return True
        waiting, seen = [category], {category.id}
        while waiting:
            for child in self.taxonomy.under(waiting.pop().id):
                if child.is_live:
                    return True
                if child.id not in seen:
                    seen.add(child.id)
                    waiting.append(child)
        return False

    # opening and closing --------------------------------------------------------------------------

    def toggle(self, row: int) -> None:
        """Open the branch at `row`, or close it."""
        category_id = self.rows[row]
        if category_id in self.opened:
            self._put(row + 1, self.end_of(row), _NOTHING)
            self.opened.discard(category_id)
        elif self.has_children(category_id):
            self.opened.add(category_id)
            below = self._walk(self._children(category_id), self.depth[row] + 1)
            self._put(row + 1, row + 1, below)

    def open_all(self, *, opened: bool) -> None:
        """Open or close every branch."""
        self.opened = set(self.taxonomy.categories) if opened else set()
        self.renew()

    def open_to(self, level: int) -> None:
        """Show this many levels: 1 is the roots alone."""
        self.opened = set()
        above = self._children(None)
        for _ in range(level - 1):
            self.opened.update(one.id for one in above)
            above = [child for one in above for child in self._children(one.id)]
        self.renew()

    def reveal(self, category_id: CategoryId) -> int | None:
        """Open what is above a category; its row then, None if it is not shown at all."""
        row = self.row_of(category_id)
        if row is not None:
            return row
        above = [one.id for one in self.taxonomy.ancestors(category_id)]
        for ancestor in reversed(above):
            row = self.row_of(ancestor)
            if row is not None and ancestor not in self.opened:
                self.toggle(row)
        return self.row_of(category_id)

    # keeping up with edits ------------------------------------------------------------------------

    def renew(self) -> None:
        """List all rows anew."""
        self._last = {}
        self.rows, self.depth = self._walk(self._children(None), 0)

    def update(self, taxonomy: Taxonomy, touched: Collection[CategoryId]) -> None:
        """Show an edited tree, in which the categories `touched` are others than before."""
        before, self.taxonomy = self.taxonomy, taxonomy
        if self.adrift or len(touched) > MANY or self._come_adrift(touched):
            self.adrift = _adrift(taxonomy)
            self.renew()
            return
        parents = self._concerned(before, touched)
        self._last = {key: last for key, last in self._last.items() if key not in parents}
        # what left goes first, from below, so that nothing is ever on view twice
        for row in sorted(self._open_rows(parents), reverse=True):
            self._drop_strangers(row)
        for one in parents:
            for row in self._open_rows((one,)):
                self._arrange(row)

    def _concerned(self, before: Taxonomy, touched: Iterable[CategoryId]) -> set[CategoryId | None]:
        """Parents whose children are others now, or may stand in another order."""
        parents: set[CategoryId | None] = set()
        for one in touched:
            old, new = before.get(one), self.taxonomy.get(one)
            if old is not None and new is not None and self._stays(old, new):
                continue
            parents.update(at.parent for at in (old, new) if at is not None)
            for tree in (before, self.taxonomy):
                # a retired category shows as long as something below it lives
                above = takewhile(lambda at: not at.is_live, tree.ancestors(one))
                parents.update(at.parent for at in above)
        return parents

    def _stays(self, old: Category, new: Category) -> bool:
        """Whether an edited category stands where it stood; its title counts among equals only."""
        if (old.parent, old.is_live, old.code) != (new.parent, new.is_live, new.code):
            return False
        if sibling_key(old) == sibling_key(new):
            return True
        return sum(one.code == new.code for one in self.taxonomy.under(new.parent)) == 1

    def _come_adrift(self, touched: Iterable[CategoryId]) -> bool:
        """Whether an edit left something hanging on nothing or in a loop."""
        for one in touched:
            category = self.taxonomy.get(one)
            if category is None:
                if self.taxonomy.under(one):
                    return True
            elif (category, *self.taxonomy.ancestors(one))[-1].parent is not None:
                return True
        return False

    def _open_rows(self, parents: Iterable[CategoryId | None]) -> list[int]:
        """The rows of those that are open and on view."""
        found = (
            _ABOVE_ALL if one is None else self.row_of(one)
            for one in parents
            if one is None or one in self.opened
        )
        return [row for row in found if row is not None]

    def _parts(self, row: int) -> dict[CategoryId, tuple[int, int]]:
        """The branches directly below a row, each from its first row to the one after its last."""
        top = row == _ABOVE_ALL
        end, depth = (len(self.rows), 0) if top else (self.end_of(row), self.depth[row] + 1)
        heads = [at for at in range(row + 1, end) if self.depth[at] == depth]
        return {self.rows[at]: (at, after) for at, after in pairwise([*heads, end])}

    def _drop_strangers(self, row: int) -> None:
        """Take out the branches of what is no child any more, or hidden now."""
        parent = None if row == _ABOVE_ALL else self.rows[row]
        for one, (start, end) in reversed(self._parts(row).items()):
            category = self.taxonomy.get(one)
            if category is None or category.parent != parent or not self.shows(category):
                self._put(start, end, _NOTHING)

    def _arrange(self, row: int) -> None:
        """Put the branches below a row in order, and those in that are new there."""
        top = row == _ABOVE_ALL
        parts, depth = self._parts(row), 0 if top else self.depth[row] + 1
        children = self._children(None if top else self.rows[row])
        if [child.id for child in children] == list(parts):
            return
        rows, depths = [], array("i")
        for child in children:
            if child.id in parts:
                start, end = parts[child.id]
                rows += self.rows[start:end]
                depths += self.depth[start:end]
            else:
                new, deep = self._walk((child,), depth)
                rows += new
                depths += deep
        end = len(self.rows) if top else self.end_of(row)
        self._put(row + 1, end, (rows, depths))

    # walking --------------------------------------------------------------------------------------

    def _put(self, start: int, end: int, rows: _Rows) -> None:
        self.rows[start:end], self.depth[start:end] = rows

    def _children(self, parent: CategoryId | None) -> list[Category]:
        """What is shown below a category, in order; without one, what is shown at the top."""
        found = [one for one in self.taxonomy.children(parent) if self.shows(one)]
        if not self.adrift:
            return found
        if parent is not None:  # of a loop, one is shown at the top and not below itself
            return [one for one in found if one.id not in self.adrift]
        loose = (self.taxonomy.categories[one] for one in self.adrift)
        return [*found, *(one for one in loose if self.shows(one))]

    def _walk(self, starts: Sequence[Category], depth: int) -> _Rows:
        """These and what is below them as far as it is open."""
        rows, depths = [], array("i")
        waiting = [(depth, one.id) for one in reversed(starts)]
        while waiting:
            depth, one = waiting.pop()
            rows.append(one)
            depths.append(depth)
            if one in self.opened:
                below = self._children(one)
                waiting += [(depth + 1, child.id) for child in reversed(below)]
        return rows, depths


def filtered(
    taxonomy: Taxonomy,
    hits: Collection[CategoryId],
    *,
    adrift: tuple[CategoryId, ...] | None = None,
) -> Outline:
    """The outline of `hits` and everything above them, all open."""
    kept = set(hits)
    for hit in hits:
        kept.update(category.id for category in taxonomy.ancestors(hit))
    return Outline(taxonomy, opened=kept, kept=kept, adrift=adrift)


def _adrift(taxonomy: Taxonomy) -> tuple[CategoryId, ...]:
    """What stands at the top without being a root, in the order of a walk."""
    if not taxonomy.categories or min(taxonomy.depths.values()) >= _ABOVE_ALL:
        return ()
    walk = taxonomy.walk()
    return tuple(one.id for depth, one in walk if depth == 0 and one.parent is not None)
