"""Find categories and standards by words and conditions, as `stdtree.model.query` reads them.

A word is looked up in codes, ids, titles, standard numbers in any spelling (gbt1.1, 1.1-2020), in
pinyin (jszy, jishu), in definitions and notes. What fits best comes first: whole names, then those
that begin so, then parts of names, pinyin, texts; then in the order of the tree, retired ones last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from stdtree.model.conditions import Known, conditions
from stdtree.model.query import parse
from stdtree.model.taxonomy import Taxonomy
from stdtree.search.chunk import Found, Word
from stdtree.search.index import Index

Hit = tuple[str, str]
"""("category" or "standard", id)"""


def find(taxonomy: Taxonomy, text: str, limit: int = 50) -> tuple[Hit, ...]:
    """What fits `text`, best first. Empty text finds nothing. Raises UsageError."""
    return hits(found(Index(taxonomy), text, Known(taxonomy), limit=limit))


def sought(text: str) -> tuple[Word, ...]:
    """The words of a search, in all the ways in which they may stand somewhere."""
    return tuple(Word.typed(one.value, quoted=one.quoted) for one in parse(text).words)


def hits(things: Iterable[Found]) -> tuple[Hit, ...]:
    """What was found, by its ids."""
    return tuple(
        ("category", home.id) if row is None else ("standard", row.id) for home, row in things
    )


def found(
    index: Index,
    text: str,
    known: Known,
    *,
    limit: int | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> list[Found]:
    """The same by an index that is there already. Raises UsageError for a condition that is none.

    A search that is told to stop finds nothing.
    """
    query = parse(text)
    return index.find(query, conditions(query.conditions, known), limit=limit, stop=stop)
