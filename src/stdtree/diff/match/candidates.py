"""Which pairs are worth a look: those that share a rare key. No walk over all pairs."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator
from heapq import nsmallest

from stdtree.diff.match.side import Pair, Side

_Key = tuple[str, str]

_LOOKED_AT = 300
"""How many entries of the index are looked at for one category, rarest keys first."""
_KEPT = 8
"""How many candidates are kept for one category."""


def candidates(
    older: Side, newer: Side, sources: Collection[int], targets: Collection[int]
) -> set[Pair]:
    """The likeliest partners of each source and of each target.

    Those with the same code, title and parent's title, and nobody else with them, look no further;
    so two editions that are nearly equal cost next to nothing.
    """
    twins = dict(_twins(older, newer, sources, targets))
    settled = set(twins.values())
    forth = _nearest(older, newer, [i for i in sources if i not in twins], targets)
    back = _nearest(newer, older, [j for j in targets if j not in settled], sources)
    return {*twins.items(), *forth, *((i, j) for j, i in back)}


def _twins(
    older: Side, newer: Side, sources: Collection[int], targets: Collection[int]
) -> Iterator[Pair]:
    tables = []
    for side, chosen in ((older, sources), (newer, targets)):
        keys = {number: _identity(side, number) for number in chosen}
        times = Counter(keys.values())
        tables.append({key: number for number, key in keys.items() if times[key] == 1})
    for key, number in tables[0].items():
        if key in tables[1]:
            yield number, tables[1][key]


def _identity(side: Side, number: int) -> tuple[str | None, str, str | None, bool]:
    parent = side.parents[number]
    above = side.texts[parent] if parent is not None else None
    return side.categories[number].code, side.texts[number], above, not side.children[number]


def _nearest(
    mine: Side, theirs: Side, seekers: Collection[int], sought: Collection[int]
) -> Iterator[Pair]:
    index: dict[_Key, list[int]] = {}
    for number in sorted(sought):
        for key in _keys(theirs, number):
            index.setdefault(key, []).append(number)
    for number in seekers:
        found: dict[int, float] = {}
        left = _LOOKED_AT
        keys = _keys(mine, number)
        for size, key in sorted((len(index[key]), key) for key in keys if key in index):
            left -= size
            if left < 0:
                break
            for other in index[key]:
                found[other] = found.get(other, 0.0) + keys[key]
        likely = {
            other: weight / math.sqrt(theirs.titles[other].square or 1.0)
            for other, weight in found.items()
        }
        best = nsmallest(_KEPT, likely.items(), key=lambda item: (-item[1], item[0]))
        yield from ((number, other) for other, _ in best)


def _keys(side: Side, number: int) -> dict[_Key, float]:
    """The words of the title and of the one above, those by half; title, line and code whole."""
    parent, title = side.parents[number], side.titles[number]
    found: dict[_Key, float] = {}
    if parent is not None:
        above = side.titles[parent]
        found = {("word", word): weight**2 / 4 for word, weight in above.weights.items()}
        found["line", f"{side.texts[parent]}\n{side.texts[number]}"] = title.square
    found |= {("word", word): weight**2 for word, weight in title.weights.items()}
    found["title", side.texts[number]] = title.square
    if code := side.categories[number].code:
        found["code", code] = title.square
    return found
