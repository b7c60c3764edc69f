"""One change as the page shows it: what changed, and before and after of it side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import UNSET, Struct, UnsetType

from stdtree.export._page.lines import Line, changed, whole
from stdtree.export._page.told import Told, told
from stdtree.label import Label
from stdtree.model import words
from stdtree.model.change import Change
from stdtree.model.difference import Difference
from stdtree.model.entries import entries
from stdtree.model.event_kind import BaseKind
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.told import field_named
from stdtree.model.told import told as in_words
from stdtree.model.wording import Op

Value = Any | UnsetType

_TEXTS = frozenset(
    ("title", "name", "definition", "remark", "notice", "source", "committee", "description")
)
"""Fields that hold a text which somebody words, and rewords."""
_WHOLE: Mapping[BaseKind, tuple[str, Op]] = {
    "added": ("value", "added"),
    "removed": ("value", "removed"),
    "retired": ("to", "added"),
    "reinstated": ("from_", "removed"),
}
"""Where a change holds all that came or went."""
_ELSEWHERE = frozenset(("id", "parent", "standards", "change_notes"))
"""Fields of an item that the page tells in other places."""


class Part(Struct, frozen=True, array_like=True):
    """A field that changed, and its lines."""

    word: Told
    lines: tuple[Line, ...]


class Entry(Struct, frozen=True, omit_defaults=True):
    """A change of a row of the tree."""

    n: int
    kind: BaseKind
    parts: tuple[Part, ...]
    real: bool | None = None
    cause: int | None = None
    """The change that brought it about, if it is a consequence."""


def parts(change: Change, difference: Difference) -> tuple[Part, ...]:
    """What a change shows side by side."""
    before, after = difference.before.taxonomy, difference.after.taxonomy
    if change.kind in _WHOLE:
        holds, op = _WHOLE[change.kind]
        value = getattr(change, holds)
        return tuple(_said(value, op, after if op == "added" else before)) if value else ()
    field, word = _field(change, after)
    return (_one(word, field, change, difference),)


def _field(change: Change, after: Taxonomy) -> tuple[str, Label]:
    """The field that changed, and its name."""
    is_standard = change.entity == "standard"
    if change.kind == "moved":
        field = "home" if is_standard else "parent"
    elif change.kind == "recoded":
        field = "number" if is_standard else "code"
    elif change.kind == "renamed":
        return "title", words.field_word("title") + Label(f"（{change.lang}）", f" ({change.lang})")
    else:
        field = change.field or ""
    return field, field_named(field, after)


def _one(word: Label, field: str, change: Change, difference: Difference) -> Part:
    before, after = difference.before.taxonomy, difference.after.taxonomy
    old, new = change.from_, change.to
    if _is_list(old) or _is_list(new):
        lines = tuple(_listed(field, old, new, difference=difference))
    elif change.kind != "moved" and _is_missing(old):
        lines = (whole(in_words(new, field, after), "added"),)
    elif change.kind != "moved" and _is_missing(new):
        lines = (whole(in_words(old, field, before), "removed"),)
    else:
        by_word = field.partition(".")[0] in _TEXTS
        pair = in_words(old, field, before), in_words(new, field, after)
        lines = (changed(*pair, by_word=by_word),)
    return Part(told(word), lines)


def _listed(field: str, old: Value, new: Value, *, difference: Difference) -> Iterator[Line]:
    """Entry by entry; those that stayed what they were are counted."""
    before, after = difference.before.taxonomy, difference.after.taxonomy
    found = entries(field, old, new)
    for entry in found:
        if entry.op == "added":
            yield whole(in_words(entry.to, field, after), "added")
        elif entry.op == "removed":
            yield whole(in_words(entry.from_, field, before), "removed")
        else:
            pair = in_words(entry.from_, field, before), in_words(entry.to, field, after)
            yield changed(*pair, by_word=True)
    stayed = (len(new) if isinstance(new, Sequence) else 0) - sum(
        entry.op != "removed" for entry in found
    )
    if stayed:
        yield whole(Label(f"（另有 {stayed} 项未变）", f"({stayed} more unchanged)"), "same")


def _is_list(value: Value) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _is_missing(value: Value) -> bool:
    return value is None or value is UNSET


def _said(value: Mapping[str, Any], op: Op, taxonomy: Taxonomy) -> Iterator[Part]:
    """All that an item says, as it came or went."""
    for field, content in value.items():
        if field in _ELSEWHERE or content in (None, "", [], {}, ()):
            continue
        members = content if _is_list(content) else (content,)
        lines = tuple(whole(in_words(member, field, taxonomy), op) for member in members)
        yield Part(told(words.field_word(field)), lines)
