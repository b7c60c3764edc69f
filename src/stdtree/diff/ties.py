"""A correspondence as what it says: which source is tied to which target, nothing being one too.

A tie to None says that a part of the source is in no target, or a part of the target in no source.
So read, tables can be joined, turned round and corrected, and cardinality and extent follow anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from stdtree.model.category import Extent
from stdtree.model.correspondence import Association, Basis, Cardinality
from stdtree.model.ids import CategoryId, Text

Pair = tuple[CategoryId | None, CategoryId | None]
"""Source and target."""
Ends = Mapping[CategoryId | None, set[CategoryId | None]]
_STRENGTH: tuple[Basis, ...] = ("identity", "lineage", "inferred", "manual")
"""What rests on several things is said to rest on the last of these."""


class Tie(NamedTuple):
    """What is known of a pair."""

    basis: Basis
    ambiguous: bool = False
    reasons: tuple[Text, ...] = ()

    def joined(self, other: Tie, *, ambiguous: bool) -> Tie:
        """Both, one after the other or one beside the other."""
        reasons = {tuple(sorted(one.items())): one for one in (*self.reasons, *other.reasons)}
        return Tie(
            max(self.basis, other.basis, key=_STRENGTH.index),
            ambiguous,
            tuple(reasons[key] for key in sorted(reasons)),
        )


Ties = dict[Pair, Tie]


def ties_of(rows: Iterable[Association]) -> Ties:
    """What the rows say."""
    given = {
        (row.source, row.target): (Tie(row.basis, row.ambiguous, row.reasons), row.extent)
        for row in rows
    }
    ties = {pair: tie for pair, (tie, _) in given.items()}
    for source, targets in targets_of(ties).items():
        if source is not None and len(targets) == 1:
            (target,) = targets
            tie, extent = given[source, target]
            if target is not None and extent == "partial":
                ties[source, None] = tie  # the only row, and not all of it: the rest is lost
    return ties


def rows_of(ties: Mapping[Pair, Tie]) -> tuple[Association, ...]:
    """The rows that say so, by source and target; codes are not known here."""
    targets, sources = targets_of(ties), sources_of(ties)
    cardinalities = _cardinalities(targets, sources)
    return tuple(
        Association(
            source, target, _cardinality(cardinalities, source, target), tie.basis,
            extent=_extent(targets, sources, source, target),
            ambiguous=tie.ambiguous, reasons=tie.reasons,
        )
        for (source, target), tie in sorted(ties.items(), key=_by_ids)
        if target is not None or source is None or len(targets[source]) != _ONE_AND_NONE
    )  # fmt: skip


_ONE_AND_NONE = 2
"""Targets of a source of which a part is lost and the rest in one place: one row, partial."""


def targets_of(ties: Iterable[Pair]) -> dict[CategoryId | None, set[CategoryId | None]]:
    """Targets by source."""
    table: dict[CategoryId | None, set[CategoryId | None]] = {}
    for source, target in ties:
        table.setdefault(source, set()).add(target)
    return table


def sources_of(ties: Iterable[Pair]) -> dict[CategoryId | None, set[CategoryId | None]]:
    """Sources by target."""
    return targets_of((target, source) for source, target in ties)


def inverted(rows: Iterable[Association]) -> tuple[Association, ...]:
    """The correspondence in the other direction."""
    return rows_of({(target, source): tie for (source, target), tie in ties_of(rows).items()})


def _by_ids(item: tuple[Pair, Tie]) -> tuple[bool, str, bool, str]:
    source, target = item[0]
    return source is None, source or "", target is None, target or ""


def _extent(
    targets: Ends, sources: Ends, source: CategoryId | None, target: CategoryId | None
) -> Extent:
    others = targets[source] if source is not None else sources[target]
    return "complete" if len(others) == 1 else "partial"


def _cardinality(
    found: Mapping[tuple[bool, CategoryId], Cardinality],
    source: CategoryId | None,
    target: CategoryId | None,
) -> Cardinality:
    return found[(False, source)] if source is not None else found[(True, str(target))]


def _cardinalities(targets: Ends, sources: Ends) -> dict[tuple[bool, CategoryId], Cardinality]:
    """The cardinality of its component, by source (False) and target (True)."""
    found: dict[tuple[bool, CategoryId], Cardinality] = {}
    nodes = [(False, one) for one in targets] + [(True, one) for one in sources]
    for newer, start in nodes:
        if start is None or (newer, start) in found:
            continue
        component = list(_component((newer, start), targets, sources=sources))
        came = sum(1 for is_target, _ in component if is_target)
        made = cardinality(len(component) - came, came)
        found |= dict.fromkeys(component, made)
    return found


def _component(
    start: tuple[bool, CategoryId], targets: Ends, *, sources: Ends
) -> Iterator[tuple[bool, CategoryId]]:
    seen, pending = {start}, [start]
    while pending:
        newer, one = pending.pop()
        yield newer, one
        for other in (sources if newer else targets)[one]:
            if other is not None and (not newer, other) not in seen:
                seen.add((not newer, other))
                pending.append((not newer, other))


def cardinality(older: int, newer: int) -> Cardinality:
    """The cardinality of a component with so many members of either side."""
    if older == 0:
        return "0:1"
    if newer == 0:
        return "1:0"
    if older == 1:
        return "1:1" if newer == 1 else "1:n"
    return "n:1" if newer == 1 else "n:m"
