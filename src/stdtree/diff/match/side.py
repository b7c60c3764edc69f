"""A tree as it is matched: its live categories by number, with their words and neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from stdtree.diff.match.words import Bag, bag, nested, rarity, words
from stdtree.model.category import Category
from stdtree.model.ids import CategoryId, Text, texts_of
from stdtree.model.taxonomy import Taxonomy

Pair = tuple[int, int]
"""A category of the older side and one of the newer one, by number."""

_NOTHING = Bag({}, 0.0)


@dataclass(frozen=True)
class Side:
    """Live categories are numbered in the order of the tree; all tables go by that number."""

    categories: tuple[Category, ...]
    parents: tuple[int | None, ...]
    """None for a root, and where the category above is missing, retired or part of a loop."""
    texts: tuple[str, ...]
    """Titles in the languages compared, case folded."""
    titles: tuple[Bag, ...]
    notes: tuple[Bag, ...]
    """Definitions and what is included."""

    @cached_property
    def numbers(self) -> Mapping[CategoryId, int]:
        """Numbers by id."""
        return {category.id: number for number, category in enumerate(self.categories)}

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The numbers below each."""
        found: list[list[int]] = [[] for _ in self.categories]
        for number, parent in enumerate(self.parents):
            if parent is not None:
                found[parent].append(number)
        return tuple(map(tuple, found))

    @cached_property
    def lines(self) -> tuple[Bag, ...]:
        """The titles from each up to the root, those far above counting less."""
        found: list[Bag] = []
        for title, parent in zip(self.titles, self.parents, strict=True):
            found.append(title if parent is None else nested(title, found[parent]))
        return tuple(found)

    @cached_property
    def standards(self) -> tuple[frozenset[str], ...]:
        """The standards of each: by number, else by id."""
        return tuple(
            frozenset(row.number or row.id for row in category.standards)
            for category in self.categories
        )

    @cached_property
    def maps(self) -> tuple[frozenset[tuple[str, str]], ...]:
        """The places of each in other classifications."""
        return tuple(
            frozenset((one.scheme, one.code) for one in category.maps)
            for category in self.categories
        )


def sides(before: Taxonomy, after: Taxonomy) -> tuple[Side, Side]:
    """Both trees, weighed with the words of both, in the languages that both speak."""
    trees = [_live(before), _live(after)]
    spoken = [{tag for one in tree for tag in one.title} for tree in trees]
    languages = sorted(spoken[0] & spoken[1] or spoken[0] | spoken[1])
    texts = [[_text(category.title, languages) for category in tree] for tree in trees]
    split = [[words(text) for text in side] for side in texts]
    rare = rarity(title for side in split for title in side)
    older, newer = (
        Side(
            categories=tuple(tree),
            parents=tuple(_parents(tree)),
            texts=tuple(side),
            titles=tuple(bag(title, rare) for title in titles),
            notes=tuple(_notes(category, rare) for category in tree),
        )
        for tree, side, titles in zip(trees, texts, split, strict=True)
    )
    return older, newer


def _live(taxonomy: Taxonomy) -> list[Category]:
    return [category for _, category in taxonomy.walk() if category.is_live]


def _parents(tree: Collection[Category]) -> Iterator[int | None]:
    numbers: dict[CategoryId, int] = {}
    for number, category in enumerate(tree):
        yield numbers.get(category.parent) if category.parent else None
        numbers[category.id] = number


def _text(title: Text, languages: Collection[str]) -> str:
    return " ".join(title[tag] for tag in languages if tag in title).casefold()


def _notes(category: Category, rare: Mapping[str, float]) -> Bag:
    """Only words that stand in titles count: they are what titles can be found by."""
    written = (category.definition or {}, *map(texts_of, category.includes))
    found = Counter(
        word
        for text in (*written, *map(texts_of, category.includes_also))
        for line in text.values()
        for word in words(line.casefold())
    )
    return bag(found.elements(), rare) if found else _NOTHING
