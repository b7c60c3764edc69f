"""Which changes of a difference a reader asked for: by kind, level, owner, branch, real or virtual.

A standard, and what happens to it, belongs to the category whose table it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from stdtree.model.balance import level_of
from stdtree.model.change import BASE_KINDS, Change
from stdtree.model.difference import Difference
from stdtree.model.event_kind import BaseKind, EventKind
from stdtree.model.folding import meanings
from stdtree.model.ids import CategoryId, Id, OrganizationId
from stdtree.model.taxonomy import Taxonomy


class Selection(Struct, frozen=True):
    """What a change has to be; of several values of one sort any will do, none means all."""

    kinds: frozenset[BaseKind | EventKind] = frozenset()
    """Kinds of changes, or of events that rest on them."""
    levels: frozenset[Id] = frozenset()
    """Levels of the tree, on either side."""
    owners: frozenset[OrganizationId] = frozenset()
    """Owners, their own or inherited, on either side."""
    under: frozenset[CategoryId] = frozenset()
    """Categories at the top of a branch, on either side."""
    real: bool | None = None
    """Real changes and those a person still has to judge, or virtual ones."""

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return self != Selection()


def selected(difference: Difference, selection: Selection) -> frozenset[int]:
    """The numbers of the changes that were asked for."""
    chosen = _Chosen(difference, selection)
    return frozenset(n for n, one in enumerate(difference.changes, 1) if chosen.fits(n, one))


class _Chosen:
    def __init__(self, difference: Difference, selection: Selection) -> None:
        self.difference, self.selection = difference, selection
        self.sides = difference.before.taxonomy, difference.after.taxonomy
        self.meanings = meanings(difference) if selection.real is not None else ()

    def fits(self, number: int, change: Change) -> bool:
        return self._is_of_kind(number, change) and self._means(number) and self._stands(change)

    @cached_property
    def _of_events(self) -> frozenset[int]:
        """Numbers of the changes on which an event of a wanted kind rests."""
        wanted = self.selection.kinds.difference(BASE_KINDS)
        events = (event for event in self.difference.events if event.kind in wanted)
        return frozenset(number for event in events for number in event.changes)

    def _is_of_kind(self, number: int, change: Change) -> bool:
        kinds = self.selection.kinds
        return not kinds or change.kind in kinds or number in self._of_events

    def _means(self, number: int) -> bool:
        wanted = self.selection.real
        return wanted is None or (self.meanings[number - 1] is not False) is wanted

    def _stands(self, change: Change) -> bool:
        """Whether where it happened, on either side, is what was asked for."""
        one = self.selection
        if not (one.levels or one.owners or one.under):
            return True
        places = list(self._places(change))
        return (
            (not one.levels or any(level_of(side, at) in one.levels for side, at in places))
            and (not one.owners or any(side.owner_of(at) in one.owners for side, at in places))
            and (not one.under or any(self._is_below(side, at) for side, at in places))
        )

    def _places(self, change: Change) -> Iterator[tuple[Taxonomy, CategoryId]]:
        """The category it happened to, or in whose table, on each side that has it."""
        for side in self.sides:
            if change.entity == "category" and change.id in side.categories:
                yield side, change.id
            elif change.entity == "standard" and (placed := side.standard(change.id)):
                yield side, placed.home

    def _is_below(self, side: Taxonomy, category_id: CategoryId) -> bool:
        line = {category_id, *(above.id for above in side.ancestors(category_id))}
        return not self.selection.under.isdisjoint(line)
