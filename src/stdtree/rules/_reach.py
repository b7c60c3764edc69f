"""How far an edit reaches: which categories each kind of rule has to look at again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from stdtree.model.category import Category
from stdtree.model.ids import CategoryId
from stdtree.model.references import named_by
from stdtree.model.stock import live_numbers
from stdtree.model.taxonomy import Taxonomy
from stdtree.rules import Reach

Ids = frozenset[CategoryId]


class Edit:
    """What turned one taxonomy into another, as far as its categories go."""

    def __init__(self, before: Taxonomy, after: Taxonomy) -> None:
        self.sides = (before, after)
        changed = after.changed_since(before)
        ids = [side.categories.keys() & changed for side in self.sides]
        rows = [_rows(side, changed) for side in self.sides]
        self.ids_moved = ids[0] != ids[1] or rows[0] != rows[1]
        """Whether an id of a category or standard came or went."""
        self.changed = self.with_sharers(changed)
        self._focus: dict[Reach, Ids] = {}

    def focus(self, reach: Reach) -> Ids:
        """The categories of which a rule that reaches so far may now say something else."""
        if reach not in self._focus:
            more = (found for way in _WAYS[reach] for found in way(self))
            self._focus[reach] = self.with_sharers(self.changed.union(more))
        return self._focus[reach]

    def standards(self, ids: Iterable[CategoryId]) -> set[str]:
        """The standards of these categories, before and after."""
        before, after = self.sides
        return _rows(before, ids) | _rows(after, ids)

    def with_sharers(self, ids: Iterable[str]) -> Ids:
        """These categories, the homes of these standards, and all homes of what stands in them.

        Findings of two standards with one id cannot be told apart, so they go and come together.
        """
        found: set[CategoryId] = set()
        fresh = set(ids)
        standards = set(fresh)
        while fresh:
            found |= fresh
            standards |= self.standards(fresh)
            homes = {
                home.id
                for side in self.sides
                for standard_id in standards
                for home in side.homes.get(standard_id, ())
            }
            fresh = homes - found
        return frozenset(found)

    def states(self) -> Iterator[tuple[Taxonomy, Category]]:
        """The changed categories as they are on each side, where they are there."""
        for side in self.sides:
            for key in self.changed:
                category = side.categories.get(key)
                if category is not None:
                    yield side, category

    @property
    def lineage_changed(self) -> bool:
        """Whether one of the changed categories records what it succeeded or was split from."""
        return any(
            category.split_from or (category.retired and category.retired.succeeded_by)
            for _, category in self.states()
        )

    def rehung(self) -> Iterator[CategoryId]:
        """Those that came, went, or hang under another parent."""
        before, after = (side.categories for side in self.sides)
        for key in self.changed:
            old, new = before.get(key), after.get(key)
            if old is None or new is None or old.parent != new.parent:
                yield key


def prepare(taxonomy: Taxonomy) -> None:
    """Makes the indices that an edit asks for."""
    taxonomy.under(None)
    for table in (taxonomy.by_code, taxonomy.homes, taxonomy.numbered, taxonomy.referrers):
        table.get("")
    taxonomy.listed.get("")
    taxonomy.standards.get("")


def _rows(taxonomy: Taxonomy, ids: Iterable[CategoryId]) -> set[str]:
    table = taxonomy.categories
    return {row.id for key in ids if key in table for row in table[key].standards}


def _parents(edit: Edit) -> Iterator[CategoryId]:
    for _, category in edit.states():
        if category.parent is not None:
            yield category.parent


def _children(edit: Edit) -> Iterator[CategoryId]:
    for side in edit.sides:
        for key in edit.changed:
            yield from (child.id for child in side.under(key))


def _siblings(edit: Edit) -> Iterator[CategoryId]:
    for parent in {category.parent for _, category in edit.states()}:
        for side in edit.sides:
            yield from (child.id for child in side.under(parent))


def _above(edit: Edit) -> Iterator[CategoryId]:
    for side, category in edit.states():
        yield from (above.id for above in side.ancestors(category.id))


def _below(edit: Edit) -> Iterator[CategoryId]:
    return _all_under(edit.sides, edit.changed)


def _below_rehung(edit: Edit) -> Iterator[CategoryId]:
    return _all_under(edit.sides, edit.rehung())


def _all_under(sides: Iterable[Taxonomy], tops: Iterable[CategoryId]) -> Iterator[CategoryId]:
    tops = list(tops)
    for side in sides:
        seen = set(tops)
        waiting = list(tops)
        while waiting:
            for child in side.under(waiting.pop()):
                if child.id not in seen:
                    seen.add(child.id)
                    waiting.append(child.id)
                    yield child.id


def _sharing_codes(edit: Edit) -> Iterator[CategoryId]:
    for code in {category.code for _, category in edit.states() if category.code is not None}:
        for side in edit.sides:
            yield from (holder.id for holder in side.by_code.get(code, ()))


def _sharing_numbers(edit: Edit) -> Iterator[CategoryId]:
    for number in {number for _, category in edit.states() for number in live_numbers(category)}:
        for side in edit.sides:
            yield from (holder.id for holder in side.numbered.get(number, ()))


def _named(edit: Edit) -> Iterator[str]:
    for _, category in edit.states():
        yield from named_by(category)


def _referrers(edit: Edit) -> Iterator[CategoryId]:
    named = edit.changed | edit.standards(edit.changed)
    for side in edit.sides:
        for key in named:
            yield from (category.id for category in side.referrers.get(key, ()))


_WAYS: Mapping[Reach, tuple[Callable[[Edit], Iterator[CategoryId]], ...]] = {
    Reach.ITSELF: (),
    Reach.FAMILY: (_parents, _children, _siblings),
    Reach.LINE: (_above, _children, _below_rehung),
    Reach.BRANCH: (_above, _below),
    Reach.CODES: (_sharing_codes,),
    Reach.NUMBERS: (_sharing_numbers,),
    Reach.REFERENCES: (_referrers, _children, _named, _parents),
}
"""What is looked at besides the changed ones."""
