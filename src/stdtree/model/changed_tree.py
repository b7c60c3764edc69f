"""The tree of what changed: changed categories and standards below their unchanged ancestors.

One view for text, Markdown, page and tables: each format draws its lines, none finds its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from stdtree.model import words
from stdtree.model.category import Category
from stdtree.model.change import ChangedEntity
from stdtree.model.difference import Difference
from stdtree.model.ids import CategoryId, Id, OrganizationId, StandardId
from stdtree.model.standard import Standard
from stdtree.model.taxonomy import Taxonomy, sibling_key

Numbers = tuple[int, ...]
"""Numbers of changes, from 1, in their order."""
Key = tuple[ChangedEntity, str]
"""What changed."""


@dataclass(frozen=True, slots=True)
class Row:
    """A standard that changed, below its home (the older one where it is gone)."""

    standard: Standard
    """As it is in the newer side, or as it last was."""
    gone: bool
    """Whether the newer side has it no more."""
    changes: Numbers


@dataclass(frozen=True, slots=True)
class Line:
    """A category of the tree of changes; one without changes says where the others stand."""

    category: Category
    """As it is in the newer side, or as it last was."""
    depth: int
    up: int
    """Position of the line above it in the tree; -1 for none."""
    level: Id | None
    """The level of the tree that it is on, on the side that `category` is of."""
    owner: OrganizationId | None
    """Its owner, its own or inherited."""
    gone: bool
    """Whether it is live no more in the newer side: removed or retired."""
    changes: Numbers
    """What happened to itself; consequences only where they are not folded."""
    rows: tuple[Row, ...]
    """Changed standards of its table."""
    unchanged: int
    """How many live categories directly below it have no change, in themselves or below."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Anything that changed and is neither category nor standard: a facet, a body, a target."""

    entity: ChangedEntity
    id: str
    changes: Numbers


@dataclass(frozen=True, slots=True)
class ChangedTree:
    """All lines in the order of the tree, parents first."""

    lines: tuple[Line, ...]
    unchanged: int
    """How many live roots have no change, in themselves or below."""
    things: tuple[Thing, ...]
    """What is no part of the tree, in the order of words.ENTITY."""
    folded: Mapping[int, Numbers]
    """Consequences that no line, row or thing shows, by their cause, which one does."""


def changed_tree(
    difference: Difference, *, folded: bool = True, only: Collection[int] | None = None
) -> ChangedTree:
    """The tree of changes, in time linear in their number but for one look at each side.

    With `folded`, a consequence alone is no reason for a line, a row or a thing of its own as long
    as its cause is shown. With `only`, changes with other numbers are left out. Every change that
    is not left out stands exactly once in the tree.
    """
    shown = range(1, len(difference.changes) + 1) if only is None else sorted(only)
    wanted, causes = set(shown), difference.causes
    waiting = [n for n in shown if causes.get(n) in wanted] if folded else []
    return _Tree(difference, wanted.difference(waiting), waiting).drawn()


def both_sides(difference: Difference) -> Taxonomy:
    """The newer tree with what is gone at its old place."""
    before, after = difference.before.taxonomy, difference.after.taxonomy
    gone = (c for key, c in before.categories.items() if key not in after.categories)
    return after.with_(*gone)


class _Tree:
    """Both sides as one tree: the newer one, with what is gone at its old place."""

    def __init__(self, difference: Difference, own: set[int], waiting: list[int]) -> None:
        self.difference = difference
        self.before, self.after = difference.before.taxonomy, difference.after.taxonomy
        found: dict[Key, list[int]] = defaultdict(list)
        for number in sorted(own):
            found[self._key(number)].append(number)
        homes = {self._home(key) for entity, key in found if entity == "standard"}
        own_lines = {key for entity, key in found if entity == "category"}
        self.shown = {c.id: c for c in self._with_ancestors(own_lines | homes)}
        folded: dict[int, list[int]] = defaultdict(list)
        for number in waiting:
            entity, item_id = key = self._key(number)
            if key in found or (entity == "category" and item_id in self.shown):
                found[key].append(number)
            else:
                folded[difference.causes[number]].append(number)
        self.found = {key: tuple(sorted(numbers)) for key, numbers in found.items()}
        self.folded = {cause: tuple(numbers) for cause, numbers in sorted(folded.items())}
        self.rows = self._rows()

    def drawn(self) -> ChangedTree:
        below: dict[CategoryId | None, list[Category]] = defaultdict(list)
        for category in self.shown.values():
            below[category.parent].append(category)
        return ChangedTree(
            tuple(self._lines(below)),
            self._unchanged(self.after.under(None)),
            tuple(self._things()),
            self.folded,
        )

    def _key(self, number: int) -> Key:
        change = self.difference.changes[number - 1]
        return change.entity, change.id

    def _home(self, standard_id: StandardId) -> CategoryId:
        return (self.after.standard(standard_id) or self.before.standards[standard_id]).home

    def category(self, category_id: CategoryId | None) -> Category | None:
        return self.after.get(category_id) or self.before.get(category_id)

    def _rows(self) -> Mapping[CategoryId, tuple[Row, ...]]:
        """Changed standards by home, those of one home by number."""
        found: dict[CategoryId, list[Row]] = defaultdict(list)
        for (entity, standard_id), numbers in self.found.items():
            if entity == "standard":
                home, row = self._row(standard_id, numbers)
                found[home].append(row)
        return {home: tuple(sorted(rows, key=row_key)) for home, rows in found.items()}

    def _row(self, standard_id: StandardId, numbers: Numbers) -> tuple[CategoryId, Row]:
        placed = self.after.standard(standard_id)
        known = placed or self.before.standards[standard_id]
        return known.home, Row(known.standard, placed is None, numbers)

    def _with_ancestors(self, category_ids: Iterable[CategoryId]) -> Iterator[Category]:
        """These categories and all above them, each once; what is above no more is left out."""
        seen: set[CategoryId] = set()
        for category_id in category_ids:
            at = self.category(category_id)
            while at is not None and at.id not in seen:
                seen.add(at.id)
                yield at
                at = self.category(at.parent)

    def _lines(self, below: Mapping[CategoryId | None, list[Category]]) -> Iterator[Line]:
        """Lines from the roots down, then what hangs on nothing or in a loop, as a walk does."""
        waiting = {category.id: category for group in below.values() for category in group}
        order: list[Line] = []
        for start in self._starts(below, waiting):
            stack = [(start, -1)]
            while stack:
                category, up = stack.pop()
                if waiting.pop(category.id, None) is None:
                    continue
                order.append(self._line(category, up, order))
                at = len(order) - 1
                stack.extend((c, at) for c in _sorted(below.get(category.id, ()), reverse=True))
        return iter(order)

    def _starts(
        self,
        below: Mapping[CategoryId | None, list[Category]],
        waiting: Mapping[CategoryId, Category],
    ) -> Iterator[Category]:
        """Roots, then children of parents that do not exist, then a member of each loop."""
        yield from _sorted(below.get(None, ()))
        orphans = [c for c in waiting.values() if self.category(c.parent) is None]
        yield from _sorted(orphans)
        while waiting:
            yield waiting[min(waiting)]

    def _line(self, category: Category, up: int, lines: list[Line]) -> Line:
        above = lines[up] if up >= 0 else None
        side = self.after if category.id in self.after.categories else self.before
        depth = side.depths[category.id]
        levels = side.system.levels
        return Line(
            category=category,
            depth=above.depth + 1 if above else 0,
            up=up,
            level=levels[depth].id if 0 <= depth < len(levels) else None,
            owner=category.owner or (above.owner if above else None),
            gone=side is self.before or not category.is_live,
            changes=self.found.get(("category", category.id), ()),
            rows=self.rows.get(category.id, ()),
            unchanged=self._unchanged(self.after.under(category.id)),
        )

    @cached_property
    def _touched(self) -> frozenset[CategoryId]:
        """Categories in which, or in whose branch, anything changed, shown or not."""
        homes: set[CategoryId] = set()
        for change in self.difference.changes:
            if change.entity == "category":
                homes.add(change.id)
            elif change.entity == "standard":
                homes.add(self._home(change.id))
        return frozenset(category.id for category in self._with_ancestors(homes))

    def _unchanged(self, children: Iterable[Category]) -> int:
        return sum(child.is_live and child.id not in self._touched for child in children)

    def _things(self) -> list[Thing]:
        order = list(words.ENTITY)
        found = [
            Thing(entity, key, numbers)
            for (entity, key), numbers in self.found.items()
            if entity not in ("category", "standard")
        ]
        return sorted(found, key=lambda thing: (order.index(thing.entity), thing.id))


def row_key(row: Row) -> tuple[bool, str, str]:
    """Standards of one home by number, planned ones last."""
    standard = row.standard
    return standard.number is None, standard.number or "", standard.id


def _sorted(categories: Iterable[Category], *, reverse: bool = False) -> list[Category]:
    return sorted(categories, key=sibling_key, reverse=reverse)
