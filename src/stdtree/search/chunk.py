"""A few hundred neighbouring categories with their standards, as texts that are quick to search."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from stdtree.model.category import Category
from stdtree.model.ids import Text
from stdtree.model.standard import Standard
from stdtree.search.folded import END, folded, squeezed
from stdtree.search.pinyin import sounds, spellings

FEW = 32
"""Up to how many lines of a chunk are looked for one by one."""
EXACT, PREFIX, INSIDE, SPELLED, PROSE = range(5)
"""How well something fits, best first: a whole name, its beginning, a part, pinyin, a text."""

Found = tuple[Category, Standard | None]
"""A category, or a standard with its home."""
Ranked = dict[int, list[int]]
"""Places in a chunk, in their order, by how well what stands there fits."""


class Word(NamedTuple):
    """A word to look up, in all the ways in which it may stand there."""

    text: str
    """As names and texts are folded."""
    squeezed: str = ""
    """As it may stand in a standard number; empty if that is no other text."""
    spellings: tuple[str, ...] = ()
    """As it may stand in pinyin."""

    @classmethod
    def typed(cls, value: str, *, quoted: bool = False) -> Word:
        """A word as it was typed; between quotation marks it is looked up as it stands."""
        text = folded(value)
        if quoted:
            return cls(text)
        tight = squeezed(text)
        return cls(text, tight if tight != text else "", spellings(text))


class Chunk:
    """Categories in the order of the tree. Each text is made when it is first searched.

    A text has a line for each thing, in the order of `things`; most searches find nothing in most
    chunks, which one look at the whole text tells.
    """

    def __init__(self, categories: Sequence[Category]) -> None:
        self.categories = tuple(categories)

    @cached_property
    def things(self) -> tuple[Found, ...]:
        """Each category, followed by its standards."""
        return tuple(_things(self.categories))

    @cached_property
    def names(self) -> str:
        """Codes, ids, titles, numbers."""
        return "\n".join(END.join(("", *_names(thing), "")) for thing in self.things)

    @cached_property
    def sounds(self) -> str:
        """Titles in pinyin."""
        return "\n".join(_sounds(_titles(thing)) for thing in self.things)

    @cached_property
    def prose(self) -> str:
        """Definitions, notes, remarks, places in other classifications."""
        return "\n".join(END.join(map(folded, _prose(thing))) for thing in self.things)

    def prepare(self) -> None:
        """Makes the texts."""
        _ = self.names, self.sounds, self.prose

    @cached_property
    def retired(self) -> frozenset[int]:
        """Places of retired categories."""
        return frozenset(
            at
            for at, (home, row) in enumerate(self.things)
            if row is None and home.status == "retired"
        )

    def fitting(self, words: Sequence[Word]) -> Ranked:
        """Places in the chunk of what fits all of the words, by how well."""
        if len(words) == 1:
            return self._with(words[0], None)
        fits: dict[int, int] | None = None
        for word in sorted(words, key=lambda one: self.names.count(one.text)):
            more = self._with(word, fits)
            here = {at: degree for degree, places in more.items() for at in places}
            fits = here if fits is None else {at: max(fits[at], here[at]) for at in here}
            if not fits:
                return {}
        ranked: Ranked = {}
        for at, degree in sorted(((fits or {}) | self._together(words, fits or {})).items()):
            ranked.setdefault(degree, []).append(at)
        return ranked

    def _with(self, word: Word, among: Collection[int] | None) -> Ranked:
        """Places of what fits a word, each once; `among`: only these are asked for."""
        ranked: Ranked = {}
        left = among
        for text in filter(None, (word.text, word.squeezed)):
            if text in self.names:
                left = self._named(text, left, ranked)
        for spelled in word.spellings:
            if left != () and spelled in self.sounds:
                left = _take(*_split(self.sounds, spelled, left), SPELLED, ranked)
        if left != () and word.text in self.prose:
            _take(*_split(self.prose, word.text, left), PROSE, ranked)
        return ranked

    def _named(
        self, text: str, left: Collection[int] | None, ranked: Ranked
    ) -> Collection[int] | None:
        """Adds places where a name holds `text`; the others, where something else may."""
        begins, whole = f"{END}{text}", f"{END}{text}{END}"
        rest = left
        for wanted, degree in ((whole, EXACT), (begins, PREFIX), (text, INSIDE)):
            if degree == INSIDE or wanted in self.names:
                found, rest = _split(self.names, wanted, rest)
                rest = _take(found, rest, degree, ranked)
        return rest

    def _together(self, words: Sequence[Word], found: Collection[int]) -> dict[int, int]:
        """Of what is found word by word, what fits better when they are taken together."""
        ranked: Ranked = {}
        tight = "".join(word.squeezed or word.text for word in words)
        for text in (" ".join(word.text for word in words), tight):
            if text in self.names:
                self._named(text, found, ranked)
        return {at: degree for degree in sorted(ranked, reverse=True) for at in ranked[degree]}


def _split(
    text: str, wanted: str, left: Collection[int] | None
) -> tuple[list[int], Collection[int]]:
    """Of the places that are left, those whose lines hold what is wanted; and all of them."""
    if left is not None:
        lines = text.split("\n")
        return [at for at in left if wanted in lines[at]], left
    count = text.count("\n") + 1
    found, at, start = list[int](), 0, 0
    place = text.find(wanted)
    while place >= 0 and len(found) < FEW:
        at += text.count("\n", start, place)
        found.append(at)
        start = text.find("\n", place)
        place = text.find(wanted, start) if start >= 0 else -1
    if place >= 0:
        found = [at for at, line in enumerate(text.split("\n")) if wanted in line]
    return found, range(count)


def _take(
    found: list[int], places: Collection[int], degree: int, ranked: Ranked
) -> Collection[int]:
    """Puts down what was found; the places that are left."""
    if not found:
        return places
    ranked[degree] = sorted((*ranked[degree], *found)) if degree in ranked else found
    if len(found) == len(places):
        return ()
    taken = set(found)
    return [at for at in places if at not in taken]


def _things(categories: Iterable[Category]) -> Iterator[Found]:
    for category in categories:
        yield category, None
        for row in category.standards:
            yield category, row


def _titles(thing: Found) -> Text:
    category, row = thing
    return category.title if row is None else row.title


def _names(thing: Found) -> Iterator[str]:
    category, row = thing
    if row is None:
        yield folded(category.code or "")
        yield category.id
    elif row.number:
        number = folded(row.number)
        yield number
        yield squeezed(number)
        yield row.id
    else:
        yield row.id
    yield from map(folded, _titles(thing).values())


def _sounds(titles: Text) -> str:
    return END.join(filter(None, (sounds(folded(title)) for title in titles.values())))


def _prose(thing: Found) -> Iterator[str]:
    category, row = thing
    if row is None:
        yield from (category.definition or {}).values()
        for notes in (category.includes, category.includes_also, category.excludes):
            for note in notes:
                yield from (told for tag, told in note.items() if tag != "see")
        for place in category.maps:
            yield place.code
            yield place.scheme
        return
    if row.adopts:
        yield row.adopts.number
    if row.plan and row.plan.number:
        yield row.plan.number
    if row.committee:
        yield row.committee
    yield from (row.remark or {}).values()
