"""Correspondences joined over the releases between, and those corrected by hand.

The laws: joining is associative where nothing becomes ambiguous, the identity is neutral, and every
id of both ends is accounted for. What becomes ambiguous is marked and never decided.
"""

from __future__ import annotations

from collections.abc import Iterable

from stdtree.diff.ties import Pair, Tie, Ties, rows_of, sources_of, targets_of, ties_of
from stdtree.model.correspondence import Association, ManualAssociation


def compose(first: Iterable[Association], second: Iterable[Association]) -> tuple[Association, ...]:
    """The correspondence of the two outer ends, sorted by id; `code_reused` is not known here.

    A path from source to target is ambiguous if it leads through a category that has matter from
    several sources and hands it on to several targets: which of them got whose was never said.
    A category that lives on through all three is itself, whatever else became of it.
    """
    left, right = ties_of(first), ties_of(second)
    came_from, went_to = sources_of(left), targets_of(right)
    found: Ties = {}
    for (source, middle), tie in left.items():
        if middle is None:
            _add(found, (source, None), tie)
            continue
        targets = went_to.get(middle, {None})
        parted = len(came_from[middle]) > 1 and len(targets) > 1
        for target in targets:
            onward = right.get((middle, target), Tie("identity"))
            unclear = tie.ambiguous or onward.ambiguous
            unclear = unclear or (parted and not source == middle == target)
            _add(found, (source, target), tie.joined(onward, ambiguous=unclear))
    for (middle, target), tie in right.items():
        if middle is None or middle not in came_from:
            _add(found, (None, target), tie)
    found.pop((None, None), None)
    return rows_of(found)


def overridden(
    rows: Iterable[Association], manual: Iterable[ManualAssociation]
) -> tuple[Association, ...]:
    """The rows with those put in by hand instead, sorted by id; `code_reused` is not known here.

    A manual row stands for all rows of its source; without a source, for all of its target. What
    is left without any row then is gone, or new.
    """
    ties = ties_of(rows)
    sources, targets = targets_of(ties).keys() - {None}, sources_of(ties).keys() - {None}
    wanted = [
        row
        for row in manual
        if (row.source or row.target)
        and (row.source is None or row.source in sources)
        and (row.target is None or row.target in targets)
    ]
    settled = {row.source for row in wanted if row.source is not None}
    fresh = {row.target for row in wanted if row.source is None}
    sourced = {row.target for row in wanted if row.source is not None} - {None}
    for pair in list(ties):
        source, target = pair
        if source in settled or target in fresh or (source is None and target in sourced):
            del ties[pair]
    given: Ties = {}
    for row in wanted:
        reasons = (row.reason,) if row.reason else ()
        _add(given, (row.source, row.target), Tie("manual", reasons=reasons))
    alone = targets_of(given)
    for row in wanted:
        if row.source and row.extent == "partial" and alone[row.source] == {row.target}:
            given[row.source, None] = given[row.source, row.target]
    ties |= given
    said = Tie("manual")
    ties |= {(one, None): said for one in sources - targets_of(ties).keys()}
    ties |= {(None, one): said for one in targets - sources_of(ties).keys()}
    return rows_of(ties)


def misplaced(
    rows: Iterable[Association], manual: Iterable[ManualAssociation]
) -> tuple[ManualAssociation, ...]:
    """Manual rows that speak of categories which are not live where they have to be."""
    known = list(rows)
    sources, targets = {row.source for row in known}, {row.target for row in known}
    return tuple(
        row
        for row in manual
        if (row.source is not None and row.source not in sources)
        or (row.target is not None and row.target not in targets)
    )


def _add(ties: Ties, pair: Pair, tie: Tie) -> None:
    """One more path between the two; one that is clear makes the pair clear."""
    known = ties.get(pair)
    if known is not None:
        tie = known.joined(tie, ambiguous=known.ambiguous and tie.ambiguous)
    ties[pair] = tie


def supplemented(
    rows: Iterable[Association], direct: Iterable[Association]
) -> tuple[Association, ...]:
    """Joined rows, with the direct ones of each source that seemed to be gone.

    Lineage may have been declared later than the release in which a category ended; no step on the
    way knows of it then. Sorted by id; `code_reused` is not known here.
    """
    ties, more = ties_of(rows), ties_of(direct)
    gone = {
        source
        for source, targets in targets_of(ties).items()
        if targets == {None} and ties[source, None].basis != "manual"
    }
    found = {pair: tie for pair, tie in more.items() if pair[0] in gone and pair[1] is not None}
    for source, target in found:
        ties.pop((source, None), None)
        if sources_of(ties).get(target) == {None}:
            del ties[None, target]
    return rows_of(ties | found)
