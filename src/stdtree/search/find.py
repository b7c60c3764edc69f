"""Find categories and standards by code, id, title, standard number or pinyin initials."""

from __future__ import annotations

import heapq
from collections.abc import Iterator

from stdtree.model.category import Category
from stdtree.model.standard import Standard
from stdtree.model.taxonomy import Taxonomy
from stdtree.search.pinyin import initials

Hit = tuple[str, str]
"""("category" or "standard", id)"""

EXACT, PREFIX, INSIDE, INITIALS, DEFINITION = range(5)
"""How well a text fits, best first."""


def find(taxonomy: Taxonomy, text: str, limit: int = 50) -> tuple[Hit, ...]:
    """What fits `text`, best first: exact, then beginning, then inside, then pinyin initials.

    Within one degree of fit the order is that of the tree. Empty text finds nothing.
    """
    wanted = text.strip().casefold()
    if not wanted:
        return ()
    best = heapq.nsmallest(limit, _hits(taxonomy, wanted))
    return tuple((entity, found) for _, _, entity, found in best)


def _hits(taxonomy: Taxonomy, wanted: str) -> Iterator[tuple[int, int, str, str]]:
    phonetic = wanted.isascii() and wanted.isalpha()
    for place, (_, category) in enumerate(taxonomy.walk()):
        fit = _fit(_names(category), wanted)
        if fit is None and phonetic and wanted in initials(category.title.get("zh", "")):
            fit = INITIALS
        if fit is None and any(
            wanted in t.casefold() for t in (category.definition or {}).values()
        ):
            fit = DEFINITION
        if fit is not None:
            yield fit + (not category.is_live) * 10, place, "category", category.id
        for standard in category.standards:
            fit = _fit(_standard_names(standard), wanted)
            if fit is None and phonetic and wanted in initials(standard.title.get("zh", "")):
                fit = INITIALS
            if fit is not None:
                yield fit, place, "standard", standard.id


def _names(category: Category) -> Iterator[str]:
    if category.code:
        yield category.code
    yield category.id
    yield from category.title.values()


def _standard_names(standard: Standard) -> Iterator[str]:
    if standard.number:
        yield standard.number
        yield standard.number.replace(" ", "")
    yield standard.id
    yield from standard.title.values()


def _fit(names: Iterator[str], wanted: str) -> int | None:
    best = None
    for name in names:
        folded = name.casefold()
        if folded == wanted:
            return EXACT
        if folded.startswith(wanted):
            best = PREFIX
        elif best is None and wanted in folded:
            best = INSIDE
    return best
