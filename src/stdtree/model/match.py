"""Matches (疑似对应): categories of two trees that are probably the same, and by which evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from msgspec import Struct

from stdtree.model.category import Category
from stdtree.model.correspondence import Association, Cardinality
from stdtree.model.difference import End
from stdtree.model.evidence import Evidence, Likeness
from stdtree.model.ids import CategoryId


class Match(Struct, frozen=True):
    """A source of the older side and a target of the newer one. 一对疑似对应的类目。

    Always a suggestion: lineage is declared by people, never guessed.
    """

    source: CategoryId
    """Category of the older side. 旧的一侧的类目。"""
    target: CategoryId
    """Category of the newer side. 新的一侧的类目。"""
    score: Likeness
    """All evidence in one number, from 0 to 1. 综合得分,0 至 1。"""
    cardinality: Cardinality
    """That of all matches that hang together, not of this one alone. 所在一组的对应关系。"""
    evidence: tuple[Evidence, ...]
    """What was compared, always in the same order; what one side lacks is absent. 依据。"""


@dataclass(frozen=True)
class Matching:
    """What may be said of two trees: what is known, what probably belongs together, the rest."""

    before: End
    after: End
    matches: tuple[Match, ...]
    """In the order of the older tree, then of the newer one."""
    known: tuple[Association, ...] = ()
    """What ids and declared lineage say; nothing of it is matched."""

    def unmatched_sources(self) -> Iterator[Category]:
        """Live categories of the older side of which nothing is known and nothing found."""
        paired = {*(row.source for row in self.known), *(row.source for row in self.matches)}
        return _live_but(self.before, paired)

    def unmatched_targets(self) -> Iterator[Category]:
        """Live categories of the newer side of which nothing is known and nothing found."""
        paired = {*(row.target for row in self.known), *(row.target for row in self.matches)}
        return _live_but(self.after, paired)


def _live_but(end: End, paired: set[CategoryId | None]) -> Iterator[Category]:
    return (
        category
        for _, category in end.taxonomy.walk()
        if category.is_live and category.id not in paired
    )
