"""Correspondences for tests: short to write, or drawn by Hypothesis as a chain of tables."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from hypothesis import strategies as st

from stdtree.diff.ties import Pair, Tie, rows_of
from stdtree.model.correspondence import Association, Basis

Rows = tuple[Association, ...]


def table(*pairs: str) -> Rows:
    """Rows from `a>b` (by lineage), `a` (lives on), `a>` (gone) and `>b` (new)."""
    ties = {}
    for pair in pairs:
        source, arrow, target = pair.partition(">")
        ties[source or None, (target if arrow else source) or None] = Tie(
            "identity" if not arrow or not source or not target else "lineage"
        )
    return rows_of(ties)


def told(rows: Iterable[Association]) -> list[str]:
    """Rows in short: `a>b 1:n partial lineage ?`."""
    return [
        f"{row.source or ''}>{row.target or ''} {row.cardinality} {row.extent} {row.basis}"
        + (" ?" if row.ambiguous else "")
        for row in rows
    ]


def shape(rows: Iterable[Association]) -> list[tuple[object, ...]]:
    """What is tied to what, and how much of it: without what that rests on."""
    return [(row.source, row.target, row.cardinality, row.extent) for row in rows]


def ends(rows: Iterable[Association]) -> tuple[set[str], set[str]]:
    """All sources and all targets."""
    known = list(rows)
    sources = {row.source for row in known if row.source is not None}
    return sources, {row.target for row in known if row.target is not None}


def identity(ids: Iterable[str]) -> Rows:
    """The correspondence of a release and itself."""
    return rows_of({(one, one): Tie("identity") for one in ids})


bases: st.SearchStrategy[Basis] = st.sampled_from(["identity", "lineage", "manual"])


@st.composite
def _between(draw: st.DrawFn, sources: list[str], targets: list[str]) -> Rows:
    """A table in which every source and every target is accounted for."""
    pairs: set[Pair] = set()
    for source in sources:
        reached = st.sampled_from([None, *targets])
        pairs |= {
            (source, one) for one in draw(st.lists(reached, min_size=1, max_size=2, unique=True))
        }
    came = {target for _, target in pairs}
    for target in targets:
        if target not in came or draw(st.integers(0, 5)) == 0:
            pairs.add((None, target))
    ties = {}
    for pair in sorted(pairs, key=str):
        basis = draw(bases)
        reasons = ({"zh": basis},) if basis == "manual" else ()
        ties[pair] = Tie(basis, reasons=reasons)
    return rows_of(ties)


@st.composite
def chains(draw: st.DrawFn, length: int) -> tuple[Rows, ...]:
    """Tables that follow each other, over a few ids that may live on."""
    some_ids = st.lists(st.sampled_from("abcd"), min_size=1, max_size=4, unique=True)
    stages = [sorted(draw(some_ids)) for _ in range(length + 1)]
    return tuple(draw(_between(sources, targets)) for sources, targets in pairwise(stages))
