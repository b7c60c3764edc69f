"""An index over one taxonomy: built once, then brought up to date edit by edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Self

from stdtree.model.category import Category
from stdtree.model.conditions import Condition
from stdtree.model.ids import CategoryId
from stdtree.model.query import Query
from stdtree.model.taxonomy import Taxonomy
from stdtree.search.chunk import EXACT, Chunk, Found, Word

SIZE = 256
"""Categories in a chunk."""
RETIRED = 10
"""How much worse anything fits that is retired."""
FEW = 0.1
"""What share of the chunks may be too small before all are made anew."""


class Index:
    """What can be found in a taxonomy: a value; an edit makes another one that shares the rest."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        found = iter([category for _, category in taxonomy.walk()])
        self.chunks: list[Chunk] = []
        while part := tuple(islice(found, SIZE)):
            self.chunks.append(Chunk(part))
        self.chunk_of = {
            category.id: at for at, chunk in enumerate(self.chunks) for category in chunk.categories
        }
        self.is_in_order = True

    def prepare(self, stop: Callable[[], bool] = lambda: False) -> None:
        """Makes all texts, which searches would else do bit by bit."""
        for chunk in self.chunks:
            if stop():
                return
            chunk.prepare()

    def after(self, taxonomy: Taxonomy) -> Index:
        """The index of an edited taxonomy: only what is another value now is read again."""
        if taxonomy is self.taxonomy:
            return self
        old, new = self.taxonomy.categories, taxonomy.categories
        changed = [one for key, one in new.items() if old.get(key) is not one]
        gone = old.keys() - new.keys()
        if len(changed) + len(gone) > FEW * len(new):
            return Index(taxonomy)
        made = self._changed(taxonomy, {one.id: one for one in changed}, gone)
        few = len(made.chunks) > (1 + FEW) * len(new) / SIZE + 2
        return Index(taxonomy) if few else made

    def _changed(
        self, taxonomy: Taxonomy, changed: Mapping[CategoryId, Category], gone: Iterable[CategoryId]
    ) -> Self:
        made = type(self).__new__(type(self))
        made.taxonomy = taxonomy
        made.chunks, made.chunk_of = list(self.chunks), dict(self.chunk_of)
        old = self.taxonomy.categories
        added = [one for key, one in changed.items() if key not in old]
        moved = any(_place(old[key]) != _place(one) for key, one in changed.items() if key in old)
        made.is_in_order = self.is_in_order and not added and not moved
        for at in {self.chunk_of[key] for key in (*gone, *(changed.keys() & old.keys()))}:
            here = (changed.get(one.id, one) for one in self.chunks[at].categories)
            made.chunks[at] = Chunk([one for one in here if one.id in taxonomy.categories])
        if added:
            made.chunk_of.update((one.id, len(made.chunks)) for one in added)
            made.chunks.append(Chunk(added))
        return made

    @cached_property
    def _order(self) -> Mapping[CategoryId, int]:
        return {category.id: at for at, (_, category) in enumerate(self.taxonomy.walk())}

    def find(
        self,
        query: Query,
        conditions: Sequence[Condition] = (),
        *,
        limit: int | None = None,
        stop: Callable[[], bool] = lambda: False,
    ) -> list[Found]:
        """What fits, best first; within one degree in the order of the tree.

        Standards are listed where words or conditions speak of them. A query that asks for nothing
        finds nothing, and one that is told to stop has no result that matters.
        """
        words = [Word.typed(one.value, quoted=one.quoted) for one in query.words]
        degrees: dict[int, list[Found]] = {}
        if not query:
            return []
        test = _Test(conditions, rows=bool(words) or any(not one.of_category for one in conditions))
        for chunk in self.chunks:
            if stop():
                return []
            _collect(chunk, words, test, degrees)
        return self._best(degrees, limit)

    def _best(self, degrees: Mapping[int, list[Found]], limit: int | None) -> list[Found]:
        best: list[Found] = []
        for degree in sorted(degrees):
            found = degrees[degree]
            if not self.is_in_order:
                found.sort(key=lambda thing: self._order[thing[0].id])
            best += found
            if limit is not None and len(best) >= limit:
                break
        return best[:limit]


class _Test:
    """Whether all conditions hold."""

    def __init__(self, conditions: Sequence[Condition], *, rows: bool) -> None:
        self._is_needed = bool(conditions)
        self._rows = rows
        self._of_category = [one.of_category or _never for one in conditions]
        self._of_standard = [one.of_standard or _never for one in conditions]

    def passed(self, things: Sequence[Found], places: Sequence[int]) -> Sequence[int]:
        """The places of those that fulfil the conditions."""
        if not self._is_needed:
            return places
        passed = [at for at in places if things[at][1] is None]
        for fits in self._of_category:
            passed = [at for at in passed if fits(things[at][0])]
        if self._rows:
            rows = [(at, *things[at]) for at in places]
            more = [(at, home, row) for at, home, row in rows if row is not None]
            for holds in self._of_standard:
                more = [one for one in more if holds(one[1], one[2])]
            passed = sorted((*passed, *(at for at, _, _ in more)))
        return passed


def _never(*_: object) -> bool:
    return False


def _collect(
    chunk: Chunk, words: Sequence[Word], test: _Test, degrees: dict[int, list[Found]]
) -> None:
    """Puts what fits of a chunk with the others that fit as well."""
    things, retired = chunk.things, chunk.retired
    ranked = chunk.fitting(words) if words else {EXACT: range(len(things))}
    for degree, places in ranked.items():
        passed = test.passed(things, places)
        if retired:
            late = [things[at] for at in passed if at in retired]
            degrees.setdefault(degree + RETIRED, []).extend(late)
            passed = [at for at in passed if at not in retired]
        degrees.setdefault(degree, []).extend([things[at] for at in passed])


def _place(category: Category) -> object:
    """What decides where a category stands among the others."""
    code = category.code
    return category.parent, code, category.title if code is None else None
