"""A difference (差异): everything that differs between two taxonomies, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from stdtree.label import Label
from stdtree.model.bump import Bump
from stdtree.model.change import Change, Event
from stdtree.model.correspondence import Association
from stdtree.model.taxonomy import Taxonomy


@dataclass(frozen=True)
class End:
    """One side of a difference. `name` is what the user asked for: a release or revision."""

    name: str
    taxonomy: Taxonomy
    digest: str
    released: bool = False
    """Whether it is a release: nothing is known of drafts and consultations at that time."""
    date: str = ""
    """When it was issued, if it is a release."""


@dataclass(frozen=True)
class Difference:
    """What turns `before` into `after`.

    `changes` are sorted (kind in table order, entity, id, lang, field) and numbered from 1 by
    position. `required` is the highest bump that any change or event calls for.
    """

    before: End
    after: End
    changes: tuple[Change, ...]
    events: tuple[Event, ...]
    correspondence: tuple[Association, ...]
    required: Bump
    bumps: Mapping[int, Bump] = field(default_factory=dict)
    """What each base change alone calls for, by its number."""
    causes: Mapping[int, int] = field(default_factory=dict)
    """Each base change that only follows from another, and that other, by their numbers.

    The other is never itself a consequence, so all that a change brought about folds under it.
    """
    suggestions: tuple[Event, ...] = ()
    """Events that nobody declared but evidence suggests; only where they were asked for.

    They are `inferred` and never enter bumps or the correspondence.
    """
    warnings: tuple[Label, ...] = ()
    """What could not be compared or understood."""

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.changes)
