"""What the fields of a model's type may hold, as the fast readers are made from it."""

from __future__ import annotations

from typing import Any

from msgspec import inspect
from msgspec.structs import replace


def type_info(kind: type[Any]) -> Any:
    """As `msgspec.inspect` says it, without titles and examples, which are for people."""
    return _bare(inspect.type_info(kind))


def _bare(part: Any) -> Any:
    match part:
        case inspect.Metadata():
            return _bare(part.type)
        case tuple():
            return tuple(map(_bare, part))
        case inspect.Type() | inspect.Field():
            names = part.__struct_fields__
            return replace(part, **{name: _bare(getattr(part, name)) for name in names})
        case _:
            return part
