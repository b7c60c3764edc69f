"""How Chinese is spelled in pinyin: `jszy` and `jishu` find 技术转移, `hybz` finds 行业标准."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice, product
from typing import NamedTuple

MOST = 16
"""How many ways to read one text are kept; a title with more polyphones is read as usual."""
SHORTEST, LONGEST = 2, 6
"""From how many letters on a word may be pinyin; how many a syllable has at most."""


class Readings(NamedTuple):
    """The table of readings, made once."""

    of: Mapping[str, tuple[str, ...]]
    """Readings of a character, the usual one first, each with a capital: Hang."""
    usual: Mapping[int, str]
    """By code point, for `str.translate`; what has no reading is left out."""
    initial: Mapping[int, str]
    """The same, the first letters only."""
    several: re.Pattern[str]
    """A character with several readings."""
    syllables: frozenset[str]
    """All syllables: ji, shu."""
    beginnings: frozenset[str]
    """What a syllable may begin with, all of it included: j, ji, zh."""


class _Spoken(dict[int, str]):
    """A table for `str.translate` that leaves out what it does not know."""

    def __missing__(self, key: int) -> str:
        return ""


@cache
def readings() -> Readings:
    """The table, read when it is first asked for."""
    known: dict[str, tuple[str, ...]] = {}
    syllables = set()
    text = files("stdtree.search").joinpath("readings.txt").read_text(encoding="utf-8")
    later: list[tuple[str, str]] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            syllable, usual, *others = line.split(" ")
            syllables.add(syllable)
            spoken = syllable.capitalize()
            known.update((character, (spoken,)) for character in usual)
            later += ((character, spoken) for character in "".join(others))
    for character, spoken in later:
        known[character] += (spoken,)
    plain = _Spoken({ord(c): c.upper() for c in "abcdefghijklmnopqrstuvwxyz0123456789"})
    usual_of = _Spoken(plain | {ord(c): spoken[0] for c, spoken in known.items()})
    return Readings(
        known,
        usual_of,
        _Spoken({key: spoken[0] for key, spoken in usual_of.items()}),
        re.compile(f"[{''.join(dict.fromkeys(character for character, _ in later))}]"),
        frozenset(syllables),
        frozenset(one[:end] for one in syllables for end in range(1, len(one) + 1)),
    )


def initials(text: str) -> str:
    """The first letter of each character's usual reading; Latin letters and digits stay."""
    return text.casefold().translate(readings().initial).lower()


def sounds(text: str) -> str:
    """What `spellings` are looked up in, of a Chinese text in small letters: JSZY, JiShuZhuanYi.

    Characters with several readings are read in all ways, as far as that is not too much.
    """
    if text.isascii():
        return ""
    table = readings()
    ways = [text.translate(table.usual)]
    if table.several.search(text):
        ways = list(dict.fromkeys(_ways(text, table)))
    first = [text.translate(table.initial)] if len(ways) == 1 else _first_letters(text, table)
    return "\x1f".join((*first, *(way for way in ways if way not in first)))


def _ways(text: str, table: Readings) -> Iterator[str]:
    pieces = [table.of.get(character, (table.usual[ord(character)],)) for character in text]
    return map("".join, islice(product(*pieces), MOST))


def _first_letters(text: str, table: Readings) -> list[str]:
    pieces = [
        tuple(dict.fromkeys(spoken[:1] for spoken in table.of[character]))
        if character in table.of
        else (table.initial[ord(character)],)
        for character in text
    ]
    return list(map("".join, islice(product(*pieces), MOST)))


@lru_cache(maxsize=64)
def spellings(word: str) -> tuple[str, ...]:
    """How a word of Latin letters may stand in `sounds`: as initials, and as whole syllables.

    The last syllable may be unfinished; a spelling begins where a syllable does.
    """
    typed = word.replace("ü", "v")
    if len(typed) < SHORTEST or not (typed.isascii() and typed.isalpha()):
        return ()
    return tuple(dict.fromkeys((typed.upper(), *_syllables(typed))))


@lru_cache(maxsize=256)
def _syllables(letters: str) -> tuple[str, ...]:
    """The ways to cut letters into syllables, each with a capital."""
    table = readings()
    found = [letters.capitalize()] if letters in table.beginnings else []
    for end in range(min(len(letters) - 1, LONGEST), 0, -1):
        if letters[:end] in table.syllables:
            found += (letters[:end].capitalize() + rest for rest in _syllables(letters[end:]))
    return tuple(found[:MOST])
