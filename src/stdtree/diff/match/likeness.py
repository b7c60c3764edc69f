"""How alike a category of one tree and one of the other are, and by which evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from stdtree.diff.match.side import Pair, Side
from stdtree.diff.match.words import cosine, covered
from stdtree.model.evidence import Evidence, EvidenceKind

_TWICE: tuple[EvidenceKind, ...] = ("title", "children")
"""What counts twice: what a category is called, and what is below it."""


def trust(older: Side, newer: Side, known: Collection[Pair]) -> float:
    """How far equal codes mean equal things between these two trees, from 0 to 1.

    The share of categories that kept their code among those that are surely the same: by id, or by
    a title that only one leaf, or one category with something below it, has on either side. One
    doubt is added, so that a few categories are not trusted as much as many.
    """
    same = {*known, *_by_title(older, newer)}
    codes = [(older.categories[i].code, newer.categories[j].code) for i, j in same]
    coded = [(one, other) for one, other in codes if one and other]
    return sum(one == other for one, other in coded) / (len(coded) + 1)


def _by_title(older: Side, newer: Side) -> Iterator[Pair]:
    tables = [_unique(side) for side in (older, newer)]
    for key, number in tables[0].items():
        if key in tables[1]:
            yield number, tables[1][key]


def _unique(side: Side) -> dict[tuple[str, bool], int]:
    keys = [(text, not below) for text, below in zip(side.texts, side.children, strict=True)]
    times = Counter(keys)
    return {key: number for number, key in enumerate(keys) if times[key] == 1}


@dataclass
class Likeness:
    """Compares by number."""

    older: Side
    newer: Side
    trust: float
    paired: Mapping[Pair, float]
    """Pairs that are known or were found so far, with their scores: parents and children."""
    children_paired: bool = False
    """Whether `paired` speaks of all, and not only of what was known beforehand."""
    _lines: dict[Pair, float] = field(default_factory=dict)

    @cached_property
    def _together(self) -> Mapping[Pair, int]:
        """How many children of each two are paired."""
        parents = ((self.older.parents[i], self.newer.parents[j]) for i, j in self.paired)
        return Counter((i, j) for i, j in parents if i is not None and j is not None)

    def evidence(self, i: int, j: int) -> tuple[Evidence, ...]:
        """What can be compared, kind by kind; what one of the two lacks says nothing."""
        title = self._title(i, j)
        found: dict[EvidenceKind, float | None] = {
            "code": self._code(i, j),
            "title": title,
            "notes": self._notes(i, j),
            "position": self._position(i, j),
            "nesting": self._nesting(i, j, title),
            "children": self._children(i, j),
            "standards": _overlap(self.older.standards[i], self.newer.standards[j]),
            "maps": _overlap(self.older.maps[i], self.newer.maps[j]),
        }
        return tuple(
            Evidence(kind, round(value, 4)) for kind, value in found.items() if value is not None
        )

    def score(self, evidence: Collection[Evidence]) -> float:
        """All evidence in one number (docs/decisions/0017).

        What a category is called and what is below it count twice, everything else once; the code
        counts as much as all of that together, times how far codes are to be trusted.
        """
        found = {one.kind: one.likeness for one in evidence}
        code = found.pop("code", None)
        twice = [found[kind] for kind in _TWICE if kind in found]
        mean = (sum(found.values()) + sum(twice)) / (len(found) + len(twice))
        if code is None:
            return round(mean, 4)
        return round((mean + self.trust * code) / (1 + self.trust), 4)

    def _code(self, i: int, j: int) -> float | None:
        """Half for the same code, half for its beginning: most codes say where a category is."""
        one, other = self.older.categories[i].code, self.newer.categories[j].code
        if not self.trust or not one or not other:
            return None
        if one == other:
            return 1.0
        alike = 0
        while alike < min(len(one), len(other)) and one[alike] == other[alike]:
            alike += 1
        return alike / max(len(one), len(other)) / 2

    def _title(self, i: int, j: int) -> float:
        """The mean of: rare words in common, the one within the other, letters in common."""
        from rapidfuzz import fuzz

        if self.older.texts[i] == self.newer.texts[j]:
            return 1.0 if self.older.texts[i] else 0.0
        one, other = self.older.titles[i], self.newer.titles[j]
        common = cosine(one, other)
        within = max(covered(one, other), covered(other, one)) if common else 0.0
        return (common + within + fuzz.ratio(self.older.texts[i], self.newer.texts[j]) / 100) / 3

    def _notes(self, i: int, j: int) -> float | None:
        """Whether the title of one stands in title and notes of the other, or the notes agree."""
        notes, others = self.older.notes[i], self.newer.notes[j]
        if not notes.weights and not others.weights:
            return None
        one, other = self.older.titles[i], self.newer.titles[j]
        return max(
            covered(one, other, others),
            covered(other, one, notes),
            cosine(notes, others),
        )

    def _position(self, i: int, j: int) -> float | None:
        """How alike the lines above them are, or how surely their parents are the same."""
        above, others = self.older.parents[i], self.newer.parents[j]
        if above is None or others is None:
            return None
        pair = above, others
        if pair not in self._lines:
            self._lines[pair] = max(
                cosine(self.older.lines[above], self.newer.lines[others]),
                cosine(self.older.titles[above], self.newer.titles[others]),
            )
        return max(self._lines[pair], self.paired.get(pair, 0.0))

    def _nesting(self, i: int, j: int, title: float) -> float:
        """Whether one is what the parent of the other is: absorbed, or grown out of it."""
        above, others = self.older.parents[i], self.newer.parents[j]
        up = cosine(self.older.titles[i], self.newer.titles[others]) if others is not None else 0.0
        down = cosine(self.older.titles[above], self.newer.titles[j]) if above is not None else 0.0
        return max(title, up, down)

    def _children(self, i: int, j: int) -> float | None:
        """The share of children that go together (Dice); nothing is said of two leaves."""
        below, others = self.older.children[i], self.newer.children[j]
        if not below and not others:
            return None
        if below and others and not self.children_paired:
            return None
        return min(1.0, 2 * self._together.get((i, j), 0) / (len(below) + len(others)))


def _overlap(one: Collection[object], other: Collection[object]) -> float | None:
    if not one or not other:
        return None
    return len(set(one) & set(other)) / min(len(one), len(other))
