"""Where in a text what was searched for stands, so that it can be shown."""

from __future__ import annotations

from collections.abc import Sequence

from stdtree.search.chunk import Word
from stdtree.search.pinyin import readings

Span = tuple[int, int]
"""Where a mark begins and where it has ended."""


def spans(text: str, words: Sequence[Word]) -> tuple[Span, ...]:
    """The first place of each word, or of what it spells in pinyin, in order and apart."""
    small = text.casefold()
    if len(small) != len(text):
        return ()
    found = sorted(span for word in words if (span := _span(small, word)) is not None)
    apart: list[Span] = []
    for start, end in found:
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return tuple(apart)


def _span(text: str, word: Word) -> Span | None:
    for wanted in filter(None, (word.text, word.squeezed)):
        at = text.find(wanted)
        if at >= 0:
            return at, at + len(wanted)
    if word.spellings and not text.isascii():
        for start in range(len(text)):
            end = _spelled(text, start, word.text.replace("ü", "v"))
            if end is not None:
                return start, end
    return None


def _spelled(text: str, at: int, letters: str) -> int | None:
    """Where a part of `text` ends that these letters spell, by syllables or initials."""
    if not letters:
        return at
    if at == len(text):
        return None
    for spoken in readings().of.get(text[at], (text[at],)):
        syllable = spoken.lower()
        if syllable.startswith(letters):
            return at + 1
        for piece in (syllable, syllable[0]):
            if letters.startswith(piece):
                end = _spelled(text, at + 1, letters.removeprefix(piece))
                if end is not None:
                    return end
    return None
