"""Texts as bags of words: what two of them have in common, and how much that says."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_RUNS = re.compile(r"[\u3400-\u9fff]+|[^\W_\u3400-\u9fff]+")
_STEM = 5
"""Letters by which a word is known: `manufacture` and `manufacturing` are one."""


@dataclass(frozen=True, slots=True)
class Bag:
    """Words with their weights; rare ones weigh more (tf-idf, Spärck Jones 1972)."""

    weights: Mapping[str, float]
    square: float
    """The square of its Euclidean length."""


def words(text: str) -> list[str]:
    """Beginnings of words; Chinese, which has no spaces, by characters and pairs of them."""
    found: list[str] = []
    for run in _RUNS.findall(text):
        if "\u3400" <= run[0] <= "\u9fff":
            found += run
            found += (run[i : i + 2] for i in range(len(run) - 1))
        else:
            found.append(run[:_STEM])
    return found or [text]


def rarity(texts: Iterable[Iterable[str]]) -> dict[str, float]:
    """The weight of each word: the logarithm of how many texts there are for one that has it."""
    count = 0
    having: Counter[str] = Counter()
    for text in texts:
        count += 1
        having.update(set(text))
    return {word: math.log((count + 1) / times) for word, times in having.items()}


def bag(text: Iterable[str], rare: Mapping[str, float]) -> Bag:
    """The words of a text with their weights; one that stands twice counts a little more."""
    return weighed(
        {
            word: rare[word] * (1 + math.log(times))
            for word, times in Counter(text).items()
            if word in rare
        }
    )


def weighed(weights: Mapping[str, float]) -> Bag:
    """A bag of these weights."""
    return Bag(weights, math.fsum(weight * weight for weight in weights.values()))


def nested(inner: Bag, outer: Bag) -> Bag:
    """A line of titles: the inner one whole, what is above it by half."""
    weights = {word: weight / 2 for word, weight in outer.weights.items()}
    for word, weight in inner.weights.items():
        weights[word] = weights.get(word, 0.0) + weight
    return weighed(weights)


def cosine(one: Bag, other: Bag) -> float:
    """How alike two bags are, from 0 to 1.

    Sums are exact (`fsum`), so that neither the order of words nor of sides decides a digit.
    """
    few, many = sorted((one.weights, other.weights), key=len)
    product = math.fsum(weight * many[word] for word, weight in few.items() if word in many)
    return min(1.0, product / math.sqrt(one.square * other.square)) if product else 0.0


def covered(one: Bag, *others: Bag) -> float:
    """How much of `one` stands in one of the others, from 0 to 1."""
    part = math.fsum(
        weight * weight
        for word, weight in one.weights.items()
        if any(word in other.weights for other in others)
    )
    return part / one.square if part else 0.0
