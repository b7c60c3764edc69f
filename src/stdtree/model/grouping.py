"""Categories by a key (their parent, their code), made once and mended when a few have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import compress
from operator import is_not
from typing import TypeVar

from stdtree.model.category import Category
from stdtree.model.ids import CategoryId

Key = TypeVar("Key")
Value = TypeVar("Value")
Keys = Callable[[Category], Iterable[Key]]
"""By which keys, if any, a category is to be found."""
Groups = Mapping[Key, tuple[Category, ...]]
"""Categories by key, those of one key by id."""


def grouped(keys: Keys[Key], categories: Iterable[Category]) -> dict[Key, tuple[Category, ...]]:
    """The groups of `categories`."""
    groups: dict[Key, tuple[Category, ...]] = {}
    shared: dict[Key, list[Category]] = {}  # most codes and standards have one category only
    for category in categories:
        for key in keys(category):
            if key not in groups:
                groups[key] = (category,)
            elif key in shared:
                shared[key].append(category)
            else:
                shared[key] = [*groups[key], category]
    groups.update((key, _by_id(found)) for key, found in shared.items())
    return groups


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


def parent_of(category: Category) -> tuple[CategoryId | None]:
    """The key of siblings; None for the roots."""
    return (category.parent,)


def live_code(category: Category) -> tuple[str, ...]:
    """The key of those that a code names: retired ones have given theirs up."""
    code = category.code
    return (code,) if code is not None and category.status != "retired" else ()


def differing(before: Mapping[str, Value], after: Mapping[str, Value]) -> frozenset[str]:
    """The keys of what came, went or is another object now.

    Tables made one from the other begin alike, and there C does the comparing.
    """
    keys, now = list(before), list(after)
    shared = min(len(keys), len(now))
    if keys[:shared] == now[:shared]:  # nothing went, or only from the end
        changed = map(is_not, before.values(), after.values())
        return frozenset([*compress(keys, changed), *keys[shared:], *now[shared:]])
    return frozenset(
        [
            *compress(now, map(is_not, map(before.get, now), after.values())),
            *(before.keys() - after.keys()),
        ]
    )


def _by_id(found: list[Category]) -> tuple[Category, ...]:
    if len(found) > 1:
        found.sort(key=lambda category: category.id)
    return tuple(found)
