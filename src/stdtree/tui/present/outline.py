"""The tree as flat arrays: every shown category once, and which rows are open to view."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from itertools import accumulate

from stdtree.model.category import Category
from stdtree.model.finding import Severity
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy, sibling_key

Marks = Mapping[CategoryId, tuple[int, int]]
"""Errors and warnings by category."""


class Outline:
    """Categories in the order of the tree. A *node* is a position in it, a *row* one on view.

    Nodes are numbered parents first, so the rows on view are a sorted array of nodes, a branch is
    the slice [node, end), and opening or closing one is a splice.
    """

    def __init__(
        self, nodes: Iterable[tuple[int, Category]], opened: Collection[CategoryId]
    ) -> None:
        self.categories: list[Category] = []
        self.depth = array("i")
        for depth, category in nodes:
            self.depth.append(depth)
            self.categories.append(category)
        self.node_of = {category.id: node for node, category in enumerate(self.categories)}
        self.parent, self.end, self.last = _shape(self.depth)
        self.open = bytearray(category.id in opened for category in self.categories)
        self.rows = array("i", self._visible(0, len(self.categories)))
        self._count_standards()
        self._errors = self._warnings = array("i", bytes(4 * (len(self.categories) + 1)))

    def __len__(self) -> int:
        """How many categories there are, on view or not."""
        return len(self.categories)

    def _count_standards(self) -> None:
        counts = (len(category.standards) for category in self.categories)
        self._standards = array("i", accumulate(counts, initial=0))

    def replace(self, changed: Iterable[Category]) -> None:
        """Take new values of categories that stay where they are."""
        for category in changed:
            node = self.node_of.get(category.id)
            if node is not None:
                self.categories[node] = category
        self._count_standards()

    def mark(self, marks: Marks) -> None:
        """Take the numbers of findings, for the marks on rows."""
        own = [marks.get(category.id, (0, 0)) for category in self.categories]
        self._errors = array("i", accumulate((errors for errors, _ in own), initial=0))
        self._warnings = array("i", accumulate((warnings for _, warnings in own), initial=0))

    def findings(self, node: int) -> tuple[int, int]:
        """Errors and warnings of a category; of its whole branch while that is closed."""
        end = node + 1 if self.open[node] else self.end[node]
        return (
            self._errors[end] - self._errors[node],
            self._warnings[end] - self._warnings[node],
        )

    def standards(self, node: int) -> int:
        """Rows in the tables of standards of a whole branch."""
        return self._standards[self.end[node]] - self._standards[node]

    def has_children(self, node: int) -> bool:
        """Whether there is anything to open."""
        return self.end[node] > node + 1

    def row_of(self, node: int) -> int | None:
        """The row of a node, if it is on view."""
        row = bisect_left(self.rows, node)
        return row if row < len(self.rows) and self.rows[row] == node else None

    def toggle(self, row: int) -> None:
        """Open the branch at `row`, or close it."""
        node = self.rows[row]
        if self.open[node]:
            self.rows[row + 1 : bisect_left(self.rows, self.end[node])] = array("i")
            self.open[node] = False
        elif self.has_children(node):
            self.open[node] = True
            self.rows[row + 1 : row + 1] = array("i", self._visible(node + 1, self.end[node]))

    def open_all(self, *, opened: bool) -> None:
        """Open or close every branch."""
        self.open = bytearray([opened]) * len(self.categories)
        self.rows = array("i", self._visible(0, len(self.categories)))

    def reveal(self, node: int) -> int:
        """Open what is above `node`; its row then."""
        line, above = [], self.parent[node]
        while above >= 0:
            line.append(above)
            above = self.parent[above]
        for ancestor in reversed(line):
            row = self.row_of(ancestor)
            if row is not None and not self.open[ancestor]:
                self.toggle(row)
        return self.row_of(node) or 0

    def opened(self) -> set[CategoryId]:
        """Ids of the open branches, to carry over to the outline of an edited tree."""
        return {
            category.id
            for category, is_open in zip(self.categories, self.open, strict=True)
            if is_open
        }

    def _visible(self, start: int, end: int) -> Iterable[int]:
        node = start
        while node < end:
            yield node
            node = node + 1 if self.open[node] else self.end[node]


def whole(taxonomy: Taxonomy, *, retired: bool, opened: Collection[CategoryId]) -> Outline:
    """The outline of all categories; retired ones if asked for or with something live below."""
    nodes = list(taxonomy.walk())
    if not retired:
        nodes = _without_retired(nodes)
    return Outline(nodes, opened)


def filtered(taxonomy: Taxonomy, hits: Collection[CategoryId]) -> Outline:
    """The outline of `hits` and everything above them, all open."""
    kept = set(hits)
    for hit in hits:
        kept.update(category.id for category in taxonomy.ancestors(hit))
    nodes = [(depth, category) for depth, category in taxonomy.walk() if category.id in kept]
    return Outline(nodes, kept)


def changed_in_place(before: Taxonomy, after: Taxonomy) -> list[Category] | None:
    """What an edit changed, if every category stays where it is in the tree; None if one moved.

    Most edits change a few categories and no place: then there is no outline to make again.
    """
    old, new = before.categories, after.categories
    if len(old) != len(new):
        return None
    changed = []
    for key, category in new.items():
        was = old.get(key)
        if was is category:
            continue
        if was is None or _place(was, before) != _place(category, after):
            return None
        changed.append(category)
    return changed


def _place(category: Category, taxonomy: Taxonomy) -> tuple[object, ...]:
    """What decides where a category stands and whether it is shown; a title only without a code."""
    code = category.code
    alone = code is not None and len(taxonomy.by_code.get(code, ())) == 1
    return category.parent, category.is_live, code, None if alone else sibling_key(category)


def marks_of(findings: Iterable[tuple[CategoryId, Severity]]) -> Marks:
    """Errors and warnings counted by category."""
    found: dict[CategoryId, tuple[int, int]] = {}
    for category_id, severity in findings:
        errors, warnings = found.get(category_id, (0, 0))
        found[category_id] = (
            errors + (severity == Severity.ERROR),
            warnings + (severity == Severity.WARNING),
        )
    return found


def _without_retired(nodes: list[tuple[int, Category]]) -> list[tuple[int, Category]]:
    kept, needed = [], 0
    for depth, category in reversed(nodes):
        # `needed` is the depth that a live branch below has reached on its way up to its root
        if category.is_live or depth < needed:
            kept.append((depth, category))
            needed = depth
    kept.reverse()
    return kept


def _shape(depth: array[int]) -> tuple[array[int], array[int], bytearray]:
    """Parent and end of branch by node, and whether a node is the last of its siblings."""
    count = len(depth)
    parent, end = array("i", [-1]) * count, array("i", [count]) * count
    path: list[int] = []
    for node in range(count):
        while path and depth[path[-1]] >= depth[node]:
            end[path.pop()] = node
        parent[node] = path[-1] if path else -1
        path.append(node)
    last = bytearray(
        end[node] >= (end[parent[node]] if parent[node] >= 0 else count) for node in range(count)
    )
    return parent, end, last
