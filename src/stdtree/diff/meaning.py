"""Whether another wording changes what a category is: a proposal with its evidence.

A person decides, in a change note. Proposed as real are matters that came to what is included or
excluded or left it, texts of which more than a fifth is new, and small changes that can turn the
meaning round: a negation, a limit, a figure. Proposed as virtual is everything else: spelling,
punctuation, small rewordings, a reference to another category.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import compress
from typing import Any

from msgspec import UNSET

from stdtree.diff.leaves import plain
from stdtree.model.category import Category
from stdtree.model.entries import NOTES, entries
from stdtree.model.evidence import Evidence
from stdtree.model.ids import texts_of
from stdtree.model.wording import reworded

MOSTLY = 0.8
"""So much of a text has to stay for a rewording to be small."""
_SILENT = re.compile(r"[\W_]+")
_TURNING = re.compile(
    r"[不非无除未勿仅只禁]|[0-9]|\b(?:not?|non|never|only|without|except|unless|exclud\w*)\b",
    re.IGNORECASE,
)
Reworded = tuple[str, str]
"""A text before and after."""


def proposal(old: Category, new: Category) -> tuple[bool, tuple[Evidence, ...]]:
    """Whether the texts of a category changed its meaning, and what speaks for that."""
    scope, texts = _compared(old, new)
    stays = [_stays(one, other) for one, other in texts]
    evidence: list[Evidence] = []
    if scope < 1:
        evidence.append(Evidence("scope", scope))
    if (least := min(stays, default=1.0)) < 1:
        evidence.append(Evidence("wording", least))
    if not evidence:
        return False, (Evidence("spelling", 1.0),)
    if scope < 1 or least < MOSTLY:
        return True, tuple(evidence)
    small = compress(texts, (share < 1 for share in stays))
    return any(_turns(one, other) for one, other in small), tuple(evidence)


def _compared(old: Category, new: Category) -> tuple[float, list[Reworded]]:
    """The share of notes that stay, and every text of what stays."""
    texts = list(_pairs(old.definition or {}, new.definition or {}))
    if bool(old.definition) != bool(new.definition):
        texts.append(("", "".join((old.definition or new.definition or {}).values())))
    count = apart = 0
    for name in sorted(NOTES):
        one, other = getattr(old, name), getattr(new, name)
        count += len(one) + len(other)
        for entry in entries(name, plain(one), plain(other)) if one != other else ():
            if entry.from_ is UNSET or entry.to is UNSET:
                apart += 1
            else:
                texts.extend(_pairs(texts_of(entry.from_), texts_of(entry.to)))
    return _share(1 - apart / count) if apart else 1.0, texts


def _pairs(one: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[Reworded]:
    """Texts in the languages that both have; a translation more or less changes no meaning."""
    return ((one[tag], other[tag]) for tag in sorted(one.keys() & other.keys()))


def _said(text: str) -> str:
    """A text without spelling: width, case, spaces and punctuation."""
    return _SILENT.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _stays(one: str, other: str) -> float:
    """How much of what is said stays: 1 only if nothing but the spelling changed."""
    from rapidfuzz.distance import LCSseq

    said, now = _said(one), _said(other)
    if said == now:
        return 1.0
    return _share(LCSseq.normalized_similarity(said, now))


def _share(share: float) -> float:
    """In hundredths, and never all."""
    return min(round(share, 2), 0.99)


def _turns(one: str, other: str) -> bool:
    """Whether something that can turn the meaning round came or went."""
    return any(piece.op != "same" and _TURNING.search(piece.text) for piece in reworded(one, other))
