"""Plain values → YAML text in canonical style: one value, one text.

Block style, two spaces, keys in the order of the model; a list of short scalars is written on one
line. A scalar is plain where every loader reads the same text, otherwise in double quotes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from stdtree.store.yaml_scalar import plain_value

WIDTH = 100
"""A list of scalars up to this width stands on one line."""

_UNSAFE_START = frozenset("-?:,[]{}#&*!|>'\"%@` \t")
_UNSAFE_FLOW = frozenset(",[]{}?:")
_UNSAFE_INSIDE = re.compile(
    r": |:$| #|[ \t\n]$|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udfff]"
)
_INVISIBLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def write(value: Mapping[str, Any], *, head: str = "") -> str:
    """A whole file: `head` (comments, each line with `#`), then the mapping."""
    lines = [head] if head else []
    lines.extend(block(value, 0) if value else ["{}"])
    return "\n".join(lines) + "\n"


def block(value: Any, indent: int) -> Iterator[str]:
    """Lines of a mapping or list in block style, each indented by `indent` spaces."""
    pad = " " * indent
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from entry(key, item, indent)
        return
    for item in value:
        if isinstance(item, Mapping) and item:
            lines = list(block(item, indent + 2))
            yield f"{pad}- {lines[0].lstrip(' ')}"
            yield from lines[1:]
        else:
            yield f"{pad}- {inline(item)}"


def entry(key: str, value: Any, indent: int) -> Iterator[str]:
    """Lines of one key and its value."""
    pad = " " * indent
    name = scalar(key)
    if isinstance(value, Mapping | list | tuple):
        flow = inline(value) if _is_short(value) else None
        if flow is not None and (not value or len(pad) + len(name) + 2 + len(flow) <= WIDTH):
            yield f"{pad}{name}: {flow}"
            return
        yield f"{pad}{name}:"
        yield from block(value, indent + 2)
    elif isinstance(value, str) and "\n" in value and _literal_is_safe(value):
        yield f"{pad}{name}: |{'' if value.endswith(chr(10)) else '-'}"
        yield from (f"{pad}  {line}" if line else "" for line in value.rstrip("\n").split("\n"))
    else:
        yield f"{pad}{name}: {scalar(value)}"


def inline(value: Any) -> str:
    """A value on one line: a scalar, or a list or mapping in flow style."""
    if isinstance(value, Mapping):
        return (
            "{" + ", ".join(f"{scalar(k, flow=True)}: {inline(v)}" for k, v in value.items()) + "}"
        )
    if isinstance(value, list | tuple):
        return "[" + ", ".join(inline(item) for item in value) + "]"
    return scalar(value, flow=True)


def scalar(value: Any, *, flow: bool = False) -> str:
    """One scalar; inside flow style brackets and commas need quotes, too."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return _string(value, flow=flow)


@lru_cache(maxsize=4096)
def _string(text: str, *, flow: bool) -> str:
    plain = (
        text
        and text[0] not in _UNSAFE_START
        and not _UNSAFE_INSIDE.search(text)
        and plain_value(text) == text
        and not (flow and not _UNSAFE_FLOW.isdisjoint(text))
        and not text.startswith(("---", "..."))
    )
    if plain:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def _is_short(value: Mapping[str, Any] | Sequence[Any]) -> bool:
    """Empty collections and lists of plain scalars may stand on one line."""
    if not value:
        return True
    return not isinstance(value, Mapping) and all(
        isinstance(item, str | int) and "\n" not in str(item) for item in value
    )


def _literal_is_safe(text: str) -> bool:
    lines = text.split("\n")
    return (
        text.strip("\n") != ""
        and not text.endswith("\n\n")
        and not lines[0].startswith((" ", "\t"))
        and lines[0] != ""
        and not any(line != line.rstrip() or _UNSAFE_CONTROL.search(line) for line in lines)
    )


_UNSAFE_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
