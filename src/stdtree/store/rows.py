"""The values of files by the SHA-256 of what stood in them, from run to run.

They lie in segments of the cache, each written and taken away whole. New values make new segments;
small ones become larger ones when there are many, and what nobody uses goes with that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from itertools import islice
from sys import intern
from typing import Any

import msgspec
from msgspec import Raw, inspect

from stdtree.store.cache import Drawer
from stdtree.store.type_info import type_info

PART = 10_000
"""The most values of a segment: reading one after the other takes less memory."""
SMALL = 8
"""With more segments that are not full, these become one."""
SPARE = 3
"""Of so many times what is used, the rest goes."""
_START = "rows-"
_Raws = dict[bytes, Raw]
Make = Callable[[Any], Any]
"""Plain data of a value that was checked when it was kept → that value."""


class Rows:
    """Values of one type in the drawer of one system."""

    def __init__(self, drawer: Drawer, key: bytes, kind: type[Any]) -> None:
        self._drawer = drawer
        self._key = key
        self._kind = kind
        self._start = f"{_START}{key.hex()[:16]}-"
        """How the names of segments begin; how many values one holds comes next."""
        self._names = drawer.names(self._start)

    def find(self, wanted: Iterable[bytes]) -> dict[bytes, Any]:
        """Of the wanted ones those that are there."""
        missing = set(wanted)
        found: dict[bytes, Any] = {}
        make = maker(self._kind) if missing and self._names else None
        for name in self._names:
            if make and missing:
                here = [(one, row) for one, row in self._segment(name).items() if one in missing]
                found.update((one, make(msgspec.msgpack.decode(row))) for one, row in here)
                missing.difference_update([one for one, _ in here])
        return found

    def raw(self) -> _Raws:
        """All there are, not made yet."""
        return {one: row for name in self._names for one, row in self._segment(name).items()}

    def keep(self, values: Mapping[bytes, Any], used: Collection[bytes]) -> None:
        """Adds values. Of the others, those not `used` may go."""
        gone = [name for name in self._names if _count(name) < PART]
        if sum(map(_count, self._names)) > SPARE * max(len(used), len(values)):
            gone, left = self._names, set(used)
            rows = {one: row for one, row in self.raw().items() if one in left}
        elif len(gone) > SMALL:
            rows = {one: row for name in gone for one, row in self._segment(name).items()}
        else:
            gone, rows = [], {}
        if made := self._put({**rows, **values}):
            others = [name for name in self._drawer.names(_START) if self._start not in name]
            # nobody reads what another program has kept
            self._drawer.drop({*gone, *others}.difference(made))

    def _segment(self, name: str) -> _Raws:
        data = self._drawer.get(name, self._key)
        try:
            return {} if data is None else msgspec.msgpack.decode(data, type=_Raws)
        except msgspec.MsgspecError:
            return {}

    def _put(self, values: Mapping[bytes, Any]) -> list[str]:
        """The segments that hold them; none if there was no room for all."""
        made: list[str] = []
        items = iter(values.items())
        while rows := dict(islice(items, PART)):
            digest = hashlib.sha256(b"".join(rows)).hexdigest()[:16]
            made.append(f"{self._start}{len(rows)}-{digest}")
            if not self._drawer.put(made[-1], self._key, msgspec.msgpack.encode(rows)):
                return []
        return made


def _count(name: str) -> int:
    number = name.split("-")[-2]
    return int(number) if number.isdecimal() else 0


def maker(kind: type[Any]) -> Make:
    """What makes a value of a Struct out of plain data, without checking it once more.

    Checking patterns would take most of the time. What says the same in many values is one object.
    """
    return _struct(type_info(kind))


def _struct(info: Any) -> Make:
    cls = info.cls
    parts = {field.name: _made(field.type, required=field.required) for field in info.fields}
    made = {name: make for name, make in parts.items() if make}.get

    def make(plain: dict[str, Any]) -> Any:
        for name, value in plain.items():
            if convert := made(name):
                plain[name] = convert(value)
        return cls(**plain)

    return make


def _made(kind: Any, *, required: bool = True) -> Make | None:
    """How plain data becomes a value of this type; None: it is one already."""
    made: Make | None = None
    match kind:
        case inspect.UnionType():
            made = _made(_given(kind), required=False)
        case inspect.LiteralType():
            made = intern
        case inspect.StrType(pattern=pattern):
            if not required and pattern is not None:  # it says the same in many files
                made = intern
        case inspect.IntType() | inspect.BoolType():
            pass
        case inspect.StructType():
            made = _struct(kind)
        case inspect.VarTupleType(item_type=inspect.StructType() as item):
            made = _structs(item)
        case inspect.VarTupleType(item_type=item) if _made(item) is None:
            made = tuple
        case inspect.DictType(value_type=value):
            made = _values(_made(value))
        case _:
            message = f"no way to make {kind}"
            raise TypeError(message)
    return made


def _values(make: Make | None) -> Make | None:
    return make and (lambda plain: {key: make(one) for key, one in plain.items()})


def _structs(item: Any) -> Make:
    make = _struct(item)
    if not all(isinstance(_given(field.type), _FLAT) for field in item.fields):
        return lambda rows: tuple([make(row) for row in rows])

    @lru_cache(maxsize=4096)
    def made(rows: tuple[tuple[tuple[str, Any], ...], ...]) -> tuple[Any, ...]:
        return tuple([make(dict(row)) for row in rows])

    # places in other classifications are the same in many files: one value for all of them
    return lambda rows: made(tuple([tuple(row.items()) for row in rows]))


_FLAT = (inspect.StrType, inspect.LiteralType, inspect.IntType, inspect.BoolType)


def _given(kind: Any) -> Any:
    """The type of a value that is there."""
    if not isinstance(kind, inspect.UnionType):
        return kind
    return next(each for each in kind.types if not isinstance(each, inspect.NoneType))
