"""What several rules look at in the same context is found once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from stdtree.rules import Context

T = TypeVar("T")


def once(find: Callable[[Context], T]) -> Callable[[Context], T]:
    """The same function; it remembers what it found in the context that it saw last."""

    @lru_cache(maxsize=1)
    def kept(same: _Same) -> T:
        return find(same.context)

    @wraps(find)
    def found(context: Context) -> T:
        return kept(_Same(context))

    return found


class _Same:
    """A context as a key: the very same object, not one that is alike."""

    __slots__ = ("context",)

    def __init__(self, context: Context) -> None:
        self.context = context

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.context is self.context

    def __hash__(self) -> int:
        return id(self.context)
