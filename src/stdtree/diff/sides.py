"""Both sides of a comparison, and which category lives on which of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from stdtree.diff.paired import Paired
from stdtree.model.change import Change, ChangedEntity
from stdtree.model.ids import CategoryId, StandardId
from stdtree.model.taxonomy import Placed, Taxonomy

EXISTENCE = frozenset({"added", "removed", "retired", "reinstated"})
"""Kinds of base changes by which an item comes or goes."""


@dataclass(frozen=True)
class Sides:
    """The older and the newer taxonomy with the base changes between them, in order."""

    before: Taxonomy
    after: Taxonomy
    changes: tuple[Change, ...]
    pairs: Paired
    """What there is to look at closely."""
    between: tuple[Taxonomy, ...] = ()
    """What stood between them, oldest first: releases that this comparison skips."""

    def lived(self, category_id: CategoryId | None) -> bool:
        """Whether the category is live in the older side."""
        found = self.before.categories.get(category_id or "")
        return found is not None and found.status != "retired"

    def lives(self, category_id: CategoryId | None) -> bool:
        """Whether the category is live in the newer side."""
        found = self.after.categories.get(category_id or "")
        return found is not None and found.status != "retired"

    def lives_on(self, category_id: CategoryId | None) -> bool:
        """Whether the category is live in both."""
        return self.lived(category_id) and self.lives(category_id)

    def codes(self, category_id: CategoryId) -> tuple[str | None, str | None]:
        """Its code on each side, as far as it is live there."""
        old, new = self.before.get(category_id), self.after.get(category_id)
        return (
            old.code if old is not None and old.is_live else None,
            new.code if new is not None and new.is_live else None,
        )

    def row_before(self, standard_id: StandardId) -> Placed | None:
        """A standard of which anything changed, as it stood in the older side."""
        return self.pairs.rows[0].get(standard_id)

    def row_after(self, standard_id: StandardId) -> Placed | None:
        """A standard of which anything changed, as it stands in the newer side."""
        return self.pairs.rows[1].get(standard_id)

    @cached_property
    def numbered(self) -> Mapping[tuple[ChangedEntity, str], list[tuple[int, Change]]]:
        """Changes with their numbers from 1, by entity and id."""
        table: dict[tuple[ChangedEntity, str], list[tuple[int, Change]]] = {}
        for number, change in enumerate(self.changes, 1):
            table.setdefault((change.entity, change.id), []).append((number, change))
        return table

    @cached_property
    def touched(self) -> tuple[CategoryId, ...]:
        """Ids of the categories of which anything changed: no event speaks of others."""
        return tuple(item_id for entity, item_id in self.numbered if entity == "category")

    @cached_property
    def speaking(self) -> frozenset[CategoryId]:
        """Changed categories that may say why: by change notes, or by their retirement."""
        found = (self.after.get(category_id) for category_id in self.touched)
        return frozenset(one.id for one in found if one and (one.change_notes or one.retired))

    def number(self, category_id: CategoryId | None, what: Collection[str]) -> int | None:
        """Number of the first change of this category whose kind is in `what`."""
        found = self.numbered.get(("category", category_id or ""), ())
        return next((number for number, change in found if change.kind in what), None)

    def numbers(self, category_ids: Iterable[CategoryId], what: Collection[str]) -> tuple[int, ...]:
        """Numbers of those changes of these categories whose kind or field is in `what`."""
        return tuple(
            sorted(
                number
                for category_id in set(category_ids)
                for number, change in self.numbered.get(("category", category_id), ())
                if change.kind in what or change.field in what
            )
        )
