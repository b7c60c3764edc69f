"""What an edit really changes: forms send every field, and most are as they were."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from stdtree.edit import Operation
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label


def differing(operation: Operation, current: Mapping[str, object]) -> dict[str, Any]:
    """Fields of an operation that differ from the current values; of a text, the languages.

    None is "as it is"; an empty value and an absent one are the same.
    """
    found: dict[str, Any] = {}
    for name in type(operation).model_fields:
        value, now = getattr(operation, name), current.get(name)
        if isinstance(value, dict):
            written = now if isinstance(now, Mapping) else {}
            value = {tag: text for tag, text in value.items() if text != written.get(tag, "")}
            now = {}
        if value is not None and (value or None) != (now or None):
            found[name] = value
    return found


def refuse_unchanged(what: Label, *, changed: bool) -> None:
    """Raises EditError for an edit that changes nothing, which would be an empty step to undo."""
    if not changed:
        raise EditError(
            say("{what} 没有任何改动", "Nothing changes in {what}", what=what),
            Label("请先修改一项", "Change something first"),
        )
