"""Categories by a key (their parent, their code), made once and mended when a few have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from stdtree.model.category import Category

Key = TypeVar("Key")
Keys = Callable[[Category], tuple[Key, ...]]
"""By which keys, if any, a category is to be found."""
Groups = Mapping[Key, tuple[Category, ...]]
"""Categories by key, those of one key by id."""


def grouped(keys: Keys[Key], categories: Iterable[Category]) -> dict[Key, tuple[Category, ...]]:
    """The groups of `categories`."""
    groups: dict[Key, list[Category]] = {}
    for category in categories:
        for key in keys(category):
            groups.setdefault(key, []).append(category)
    return {key: _by_id(found) for key, found in groups.items()}


def regrouped(
    groups: Groups[Key], keys: Keys[Key], before: Iterable[Category], after: Iterable[Category]
) -> dict[Key, tuple[Category, ...]]:
    """`groups` once the categories `before` have become those of `after`; `groups` stays."""
    gone, come = grouped(keys, before), grouped(keys, after)
    made = dict(groups)
    for key in {*gone, *come}:
        left = {category.id for category in gone.get(key, ())}
        staying = [category for category in groups.get(key, ()) if category.id not in left]
        found = _by_id([*staying, *come.get(key, ())])
        if found:
            made[key] = found
        else:
            del made[key]
    return made


def _by_id(found: list[Category]) -> tuple[Category, ...]:
    if len(found) > 1:  # most codes and many parents have one only
        found.sort(key=lambda category: category.id)
    return tuple(found)
