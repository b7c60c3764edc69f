"""The order of base changes, and their mirror."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec.structs import replace

from stdtree.model.change import BASE_KINDS, MIRROR, Change

_RANK = {kind: rank for rank, kind in enumerate(BASE_KINDS)}
_OPPOSITE: dict[str, Literal["set", "unset", "change"]] = {"set": "unset", "unset": "set"}


def in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Sorted by kind in table order, entity, id, language and field: two runs are byte-equal."""
    return tuple(sorted(changes, key=_key))


def mirror(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that lead back: what `compare` finds with the sides swapped."""
    return in_order(
        replace(
            change,
            kind=MIRROR[change.kind],
            op=_OPPOSITE.get(change.op, change.op) if change.op else None,
            from_=change.to,
            to=change.from_,
        )
        for change in changes
    )


def _key(change: Change) -> tuple[int, str, str, str, str]:
    return (
        _RANK[change.kind],
        change.entity,
        change.id,
        change.lang or "",
        change.field or "",
    )
