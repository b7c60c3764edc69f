"""Plain data ⇄ model values. The model's classes are the decoder and the encoder (decision 0002).

A value that does not fit is described by its JSON Schema (`schema.py`), and what does fit of it
is kept, so that one wrong field does not take a category out of the tree.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from stdtree.store import schema
from stdtree.store.layout import Kind


class Decoded(Struct, frozen=True):
    """A model value (None if too little of it fits) and what did not fit."""

    value: Any
    problems: tuple[schema.Mismatch, ...] = ()


def decode(kind: Kind, plain: Any) -> Decoded:
    """The model value of plain data of one kind of file."""
    try:
        return Decoded(msgspec.convert(plain, kind.type))
    except msgspec.ValidationError as error:
        problems = schema.mismatches(kind.name, plain) or (schema.unexplained(str(error)),)
    return Decoded(_salvage(kind, plain, problems), problems)


def encode(value: Any) -> dict[str, Any]:
    """Plain data of a model value: fields in canonical order, defaults left out, only lists."""
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(value))
    return plain


def _salvage(kind: Kind, plain: Any, problems: tuple[schema.Mismatch, ...]) -> Any:
    """The value without the parts that do not fit, if it can live without them."""
    if not isinstance(plain, Mapping):
        return None
    kept = copy.deepcopy(dict(plain))
    while places := {problem.where for problem in problems if problem.where}:
        for where in sorted(places, key=_row_order, reverse=True):
            _drop(kept, where)
        try:
            return msgspec.convert(kept, kind.type)
        except msgspec.ValidationError:
            problems = schema.mismatches(kind.name, kept)  # such as a row that lacks its title now
    return None


def _row_order(where: Sequence[str | int]) -> list[tuple[int, str]]:
    """Sorts rows by position, so that the last can be dropped first."""
    return [(part, "") if isinstance(part, int) else (0, part) for part in where]


def _drop(value: Any, where: Sequence[str | int]) -> None:
    """Takes out what stands at `where`, if it is still there."""
    if not where:
        return
    for part in where[:-1]:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return
    last = where[-1]
    if isinstance(value, dict):
        value.pop(last, None)
    elif isinstance(value, list) and isinstance(last, int):
        del value[last : last + 1]
