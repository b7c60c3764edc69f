"""What people type for the fields of an operation → the values that the operation takes.

Categories are named by code or id, standards by number or id, texts as `zh=…` or, for the system's
first language, bare.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from stdtree.errors import UsageError
from stdtree.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from stdtree.edit import FieldKind
    from stdtree.workspace import Workspace

TOP = "/"
"""How the top level is typed, where a parent is asked for."""

REPEATED: frozenset[FieldKind] = frozenset(
    {"categories", "standards", "codes", "facet-values", "text", "prose", "titles", "notes"}
)
"""Kinds whose option may be given several times."""

TAGGED = re.compile(r"(?P<tag>see|[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)=(?P<text>.*)", re.DOTALL)
_NEXT_TAG = re.compile(r";(?=(?:see|[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)=)")


def answer(kind: FieldKind, given: Any, workspace: Workspace) -> Any:
    """The value for a field of this kind. Raises UsageError for unknown names and broken JSON."""
    first = workspace.taxonomy.system.languages[0]
    value: Any = given
    match kind:
        case "category" | "parent":
            value = None if given in ("", TOP) else workspace.category(given).id
        case "standard":
            value = workspace.standard(given).standard.id
        case "categories":
            value = tuple(workspace.category(name).id for name in listed(given))
        case "standards":
            value = tuple(workspace.standard(name).standard.id for name in listed(given))
        case "codes" | "facet-values":
            value = tuple(listed(given))
        case "text" | "prose":
            value = texts(given, first)
        case "titles" | "notes":
            value = tuple(entry(text, first) for text in given if text)
    return value


def listed(given: Iterable[str]) -> list[str]:
    """Single names out of values that may be repeated and may hold commas; '' is none."""
    return [name for value in given for part in re.split("[,，]", value) if (name := part.strip())]


def texts(given: Sequence[str], first: str) -> dict[str, str]:
    """`zh=…` each, or bare text in the first language."""
    found = {}
    for value in given:
        tagged = TAGGED.fullmatch(value)
        if tagged and tagged["tag"] != "see":
            found[tagged["tag"]] = tagged["text"]
        else:
            found[first] = value
    return found


def entry(given: str, first: str) -> dict[str, str]:
    """One of several texts: `zh=…;en=…;see=BB`, the same as JSON, or bare text."""
    if given.lstrip().startswith("{"):
        return _from_json(given)
    found = {}
    for part in _NEXT_TAG.split(given):
        tagged = TAGGED.fullmatch(part)
        found[tagged["tag"] if tagged else first] = tagged["text"] if tagged else part
    return found


def _from_json(given: str) -> dict[str, str]:
    try:
        found = json.loads(given)
    except json.JSONDecodeError as error:
        raise UsageError(
            Label(
                f"JSON 第 {error.colno} 个字符处有误：{given}",
                f"the JSON breaks off at character {error.colno}: {given}",
            ),
            Label('写作 {"zh": "…", "see": "…"}', 'write {"zh": "…", "see": "…"}'),
        ) from None
    return {str(tag): str(text) for tag, text in found.items()}
