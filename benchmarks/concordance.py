"""Matching against official concordances: `python -m benchmarks.concordance [FOLDER]`.

FOLDER holds sets of editions (`<set>/<edition>.tsv`, docs/formats.md) with the tables of their
publishers (`<set>/corr_<from>_<to>.tsv`: from_code, to_code; empty where nothing corresponds).
Without FOLDER, the small sets in benchmarks/data. Candidates are the leaves that the table lists on
each side; a pair is right if the table has it. Nothing of the table is told to the matcher.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

from stdtree.diff.match import match
from stdtree.importing.edition_tsv import decode
from stdtree.model.taxonomy import Taxonomy

DATA = Path(__file__).parent / "data"

Pairs = set[tuple[str, str]]
"""Codes of the older and of the newer edition."""


class Quality(NamedTuple):
    """How good pairs are, measured against the official ones."""

    precision: float
    """Share of ours that are official."""
    recall: float
    """Share of the official ones that are ours."""

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Measured(NamedTuple):
    """One concordance, and how three ways of pairing fare against it."""

    name: str
    official: int
    """Pairs of leaves in the official table."""
    ours: Quality
    same_code: Quality
    same_title: Quality


class Concordance:
    """Two editions and the leaves and pairs that the official table lists."""

    def __init__(self, table: Path, older: Path, newer: Path) -> None:
        self.name = f"{table.parent.name} {older.stem} → {newer.stem}"
        self.editions = [_edition(path) for path in (older, newer)]
        listed = [tuple(row[:2]) for row in _rows(table)]
        self.leaves = [
            _leaves(edition) & {codes[side] for codes in listed}
            for side, edition in enumerate(self.editions)
        ]
        self.official: Pairs = {
            (one, other)
            for one, other in listed
            if one in self.leaves[0] and other in self.leaves[1]
        }

    def quality(self, found: Pairs) -> Quality:
        """How many of `found` are right, and how many of the official ones were found."""
        right = len(found & self.official)
        return Quality(right / len(found) if found else 0.0, right / len(self.official))

    def matched(self) -> Pairs:
        """What the matcher finds."""
        older, newer = self.editions
        matches = match(
            older,
            newer,
            sources=_ids(older, self.leaves[0]),
            targets=_ids(newer, self.leaves[1]),
        )
        return {(_code(older, one.source), _code(newer, one.target)) for one in matches}

    def same_code(self) -> Pairs:
        """What pairing by code alone finds."""
        return {(code, code) for code in self.leaves[0] & self.leaves[1]}

    def same_title(self) -> Pairs:
        """What pairing by title alone finds; a title that stands twice pairs with all of them."""
        older, newer = (
            {code: _title(edition, code) for code in leaves}
            for edition, leaves in zip(self.editions, self.leaves, strict=True)
        )
        having: dict[str, list[str]] = {}
        for code, title in newer.items():
            having.setdefault(title, []).append(code)
        return {(code, other) for code, title in older.items() for other in having.get(title, ())}


def measure(folder: Path) -> Iterator[Measured]:
    """All concordances of a folder, by name."""
    for table in sorted(folder.glob("*/corr_*.tsv")):
        editions = [path for path in table.parent.glob("*.tsv") if path != table]
        for older, newer in permutations(editions, 2):
            if table.stem == f"corr_{older.stem}_{newer.stem}":
                one = Concordance(table, older, newer)
                found = (one.matched(), one.same_code(), one.same_title())
                yield Measured(one.name, len(one.official), *map(one.quality, found))


def lines(folder: Path) -> Iterator[str]:
    """The table of docs/performance.md: precision, recall and F1 of each way."""
    ways = ("ours", "same code", "same title")
    heads = " | ".join(f"{way}: P | R | F1" for way in ways)
    yield f"| Concordance | pairs | {heads} |"
    yield "|---|" + "--:|" * 10
    for one in measure(folder):
        figures = (
            f"{figure:.4f}"
            for way in (one.ours, one.same_code, one.same_title)
            for figure in (*way, way.f1)
        )
        yield f"| {one.name} | {one.official:,} | " + " | ".join(figures) + " |"


def _edition(path: Path) -> Taxonomy:
    return decode(path.read_text(encoding="utf-8"), path.stem)


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        yield line.split("\t")


def _leaves(edition: Taxonomy) -> set[str]:
    return {
        category.code
        for category in edition.categories.values()
        if category.code and not edition.children(category.id)
    }


def _ids(edition: Taxonomy, codes: Collection[str]) -> set[str]:
    return {category.id for code in codes for category in edition.by_code[code]}


def _code(edition: Taxonomy, category_id: str) -> str:
    return edition.categories[category_id].code or ""


def _title(edition: Taxonomy, code: str) -> str:
    return " ".join(edition.by_code[code][0].title.values()).casefold()


if __name__ == "__main__":
    for line in lines(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
