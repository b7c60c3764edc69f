"""From scores to matches: everybody's best partner, and who hangs together."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from stdtree.diff.match.side import Pair
from stdtree.model.correspondence import Cardinality

_Member = tuple[int, int]
"""Side, 0 or 1, and number."""

ENOUGH = 0.5
"""From which score on two categories are a match: more alike than not."""


def one_to_one(scores: Mapping[Pair, float]) -> dict[Pair, float]:
    """Each category at most once, the best pairs first; of equal ones, the first in both trees."""
    chosen: dict[Pair, float] = {}
    sources: set[int] = set()
    targets: set[int] = set()
    for (i, j), score in _ranked(scores):
        if i not in sources and j not in targets:
            chosen[i, j] = score
            sources.add(i)
            targets.add(j)
    return chosen


def with_the_rest(scores: Mapping[Pair, float]) -> dict[Pair, float]:
    """Those one to one, and whoever was left over with its own best: split up, or combined."""
    chosen = one_to_one(scores)
    sources, targets = {i for i, _ in chosen}, {j for _, j in chosen}
    for (i, j), score in _ranked(scores):
        if i not in sources or j not in targets:
            chosen[i, j] = score
            sources.add(i)
            targets.add(j)
    return chosen


def _ranked(scores: Mapping[Pair, float]) -> list[tuple[Pair, float]]:
    """Best first. Of equal scores, pairs with the same sum of places never share a member."""
    enough = [(pair, score) for pair, score in scores.items() if score >= ENOUGH]
    return sorted(enough, key=lambda item: (-item[1], sum(item[0]), item[0]))


def cardinalities(pairs: Collection[Pair]) -> dict[Pair, Cardinality]:
    """For each pair how many sources and targets hang together with it."""
    groups: dict[_Member, set[_Member]] = {}
    for pair in pairs:
        members = set[_Member](enumerate(pair))
        together = members.union(*(groups.get(member, ()) for member in members))
        groups.update(dict.fromkeys(together, together))
    return {pair: _cardinality(groups[0, pair[0]]) for pair in pairs}


def _cardinality(group: Collection[_Member]) -> Cardinality:
    newer = sum(side for side, _ in group)
    if len(group) - newer == 1:
        return "1:1" if newer == 1 else "1:n"
    return "n:1" if newer == 1 else "n:m"
