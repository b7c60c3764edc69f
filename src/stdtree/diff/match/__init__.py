"""VERBS, matching: two trees without common ids in, pairs that are probably the same out.

    for match in match(before, after): ...

A match is a suggestion with its evidence, never lineage. Nothing is learned from any official
concordance; what is measured (how rare words are, how far codes are to be trusted) is measured in
the two trees themselves. Imports only `model`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from stdtree.diff.match.candidates import candidates
from stdtree.diff.match.likeness import Likeness, trust
from stdtree.diff.match.pairing import cardinalities, one_to_one, with_the_rest
from stdtree.diff.match.side import Pair, Side, sides
from stdtree.model.ids import CategoryId
from stdtree.model.match import Match
from stdtree.model.taxonomy import Taxonomy


def match(
    before: Taxonomy,
    after: Taxonomy,
    *,
    known: Iterable[tuple[CategoryId, CategoryId]] = (),
    sources: Collection[CategoryId] | None = None,
    targets: Collection[CategoryId] | None = None,
) -> tuple[Match, ...]:
    """Matches in the order of the older tree, then of the newer one.

    Only live categories are paired; with `sources` and `targets` only these. `known` pairs are not
    paired again, but speak for their children, parents and codes. `match(b, a)` is the mirror of
    `match(a, b)`.
    """
    older, newer = sides(before, after)
    settled = dict.fromkeys(_numbered(known, older, newer), 1.0)
    free = (
        _free(older, sources, {i for i, _ in settled}),
        _free(newer, targets, {j for _, j in settled}),
    )
    likeness = Likeness(older, newer, trust(older, newer, settled), settled)
    pairs = candidates(older, newer, *free)
    scores = _scores(likeness, pairs)
    likeness = replace(likeness, paired=settled | one_to_one(scores), children_paired=True)
    pairs |= _above(likeness, free)
    chosen = with_the_rest(_scores(likeness, pairs))
    return tuple(_matches(likeness, chosen))


def _numbered(
    known: Iterable[tuple[CategoryId, CategoryId]], older: Side, newer: Side
) -> Iterator[Pair]:
    for source, target in known:
        if source in older.numbers and target in newer.numbers:
            yield older.numbers[source], newer.numbers[target]


def _free(
    side: Side, among: Collection[CategoryId] | None, settled: Collection[int]
) -> tuple[int, ...]:
    wanted = side.numbers if among is None else set(among)
    return tuple(
        number
        for category_id, number in side.numbers.items()
        if category_id in wanted and number not in settled
    )


def _scores(likeness: Likeness, pairs: Iterable[Pair]) -> dict[Pair, float]:
    return {pair: likeness.score(likeness.evidence(*pair)) for pair in pairs}


def _above(likeness: Likeness, free: tuple[Collection[int], Collection[int]]) -> set[Pair]:
    """The parents of what is paired: they may be the same under titles that are not alike."""
    older, newer = likeness.older, likeness.newer
    of, to = map(set, free)
    above = ((older.parents[i], newer.parents[j]) for i, j in likeness.paired)
    return {(i, j) for i, j in above if i is not None and j is not None and i in of and j in to}


def _matches(likeness: Likeness, chosen: Mapping[Pair, float]) -> Iterator[Match]:
    cardinality = cardinalities(chosen)
    older, newer = likeness.older.categories, likeness.newer.categories
    for i, j in sorted(chosen):
        yield Match(
            source=older[i].id,
            target=newer[j].id,
            score=chosen[i, j],
            cardinality=cardinality[i, j],
            evidence=likeness.evidence(i, j),
        )
