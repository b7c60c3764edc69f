"""What changed of one thing, field by field: before at the left, after at the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from msgspec import UNSET

from stdtree.label import Label, Language, same
from stdtree.model import names, words
from stdtree.model.change import Change, Side
from stdtree.model.difference import Difference
from stdtree.model.entries import entries
from stdtree.model.folding import TOLD_AS_REASONS
from stdtree.model.ids import see_of, texts_of
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.told import field_named, told
from stdtree.report.change_item import TEXTS, in_reading_order
from stdtree.tui.present.cells import pad
from stdtree.tui.present.line import Line, Piece, Style, line
from stdtree.tui.present.strokes import Part, beside, reworded, wrapped

_LEFT_OUT = frozenset({"id", "standards", "change_notes"})
"""Of what came or went as a whole: not told as fields."""
_STYLES: Mapping[str, Style] = {"+": "added", "-": "removed", "~": "changed", "→": "changed"}


class Field(NamedTuple):
    """A field that changed, and what it said on both sides; None where it said nothing."""

    mark: str
    name: Label
    before: Label | None
    after: Label | None
    is_worded: bool = False
    """Whether somebody worded it: then it is told word by word what went and came."""


def fields(changes: Sequence[Change], difference: Difference) -> Iterator[Field]:
    """All that changed of one thing, in the order in which it is read."""
    for change in in_reading_order(changes, difference):
        if change.field != TOLD_AS_REASONS:
            yield from _FIELDS.get(change.kind, _of_field)(change, difference)


def side_lines(
    changes: Sequence[Change], difference: Difference, language: Language, width: int
) -> list[Line]:
    """The fields in two columns under the names of the sides."""
    margin = 13 if language == "zh" else 18
    room = max((width - margin - 5) // 2, 6)
    called = [(Piece(one.name, "dim"),) for one in (difference.before, difference.after)]
    found = [line(Piece(" " * (margin + 2)), *beside(called[:1], called[1:], room)[0])]
    for one in fields(changes, difference):
        name = pad(one.name.in_(language), margin - 1) + " "
        for number, pieces in enumerate(beside(*_columns(one, language, room), room)):
            head = f"{one.mark} " if number == 0 else "  "
            said = name if number == 0 else " " * margin
            found.append(line(Piece(head, _STYLES[one.mark]), Piece(said, "dim"), *pieces))
    return found


def _columns(one: Field, language: Language, room: int) -> tuple[list[Part], list[Part]]:
    if one.is_worded and one.before and one.after:
        left = reworded(one.before, one.after, language, "before")
        right = reworded(one.before, one.after, language, "after")
    else:
        left = (Piece(one.before.in_(language), "removed"),) if one.before else ()
        right = (Piece(one.after.in_(language), "added"),) if one.after else ()
    return wrapped(left, room), wrapped(right, room)


def _whole(change: Change, difference: Difference) -> Iterator[Field]:
    """What came or went: all that it says."""
    came = change.kind == "added"
    side = (difference.after if came else difference.before).taxonomy
    value = change.value if isinstance(change.value, Mapping) else {}
    if change.parent is not None:
        place = "home" if change.entity == "standard" else "parent"
        yield _one_sided(place, change.parent, side, came=came)
    for name in sorted(value, key=lambda one: _ORDER.get(one, len(_ORDER))):
        if name not in _LEFT_OUT and value[name] not in (None, "", [], {}):
            yield _one_sided(name, value[name], side, came=came)


def _one_sided(name: str, value: Any, side: Taxonomy, *, came: bool) -> Field:
    said = told(value, name, side)
    label = field_named(name, side)
    return Field("+", label, None, said) if came else Field("-", label, said, None)


def _moved(change: Change, difference: Difference) -> Iterator[Field]:
    field = "home" if change.entity == "standard" else "parent"
    yield _of_value("→", field, change, difference)


def _recoded(change: Change, difference: Difference) -> Iterator[Field]:
    yield _of_value("→", "code", change, difference)


def _renamed(change: Change, difference: Difference) -> Iterator[Field]:
    one = _of_value("~", "title", change, difference)
    name = one.name + Label(f"（{change.lang}）", f" ({change.lang})")
    yield one._replace(name=name, is_worded=True)


def _retired(change: Change, difference: Difference) -> Iterator[Field]:
    ended = change.kind == "retired"
    active, retired = words.STATUS["active"], words.STATUS["retired"]
    sides = (active, retired) if ended else (retired, active)
    yield Field("-" if ended else "+", words.FIELD["status"], *sides)
    block = change.to if ended else change.from_
    side: Side = "to" if ended else "from"
    taxonomy = (difference.after if side == "to" else difference.before).taxonomy
    for name in ("succeeded_by", "reason", "release"):
        value = block.get(name) if isinstance(block, Mapping) else None
        if value:
            yield _one_sided(name, value, taxonomy, came=ended)


def _of_field(change: Change, difference: Difference) -> Iterator[Field]:
    field = change.field or ""
    rows = entries(field, change.from_, change.to)
    if not rows:
        worded = field.partition(".")[0] in TEXTS or field.rpartition(".")[2] in TEXTS
        yield _of_value("~", field, change, difference)._replace(is_worded=worded)
        return
    name = field_named(field, difference.after.taxonomy)
    marks = {"added": "+", "removed": "-", "changed": "~"}
    for number, row in enumerate(rows):
        before = _entry(row.from_, field, difference.before.taxonomy)
        after = _entry(row.to, field, difference.after.taxonomy)
        shown = name if number == 0 else same("")
        yield Field(marks[row.op], shown, before, after, is_worded=row.op == "changed")


def _entry(value: Any, field: str, taxonomy: Taxonomy) -> Label | None:
    if value is UNSET:
        return None
    if isinstance(value, Mapping) and field in TEXTS:
        written = names.text(texts_of(value))
        goes_to = see_of(value)
        return names.arrow(written, names.category(taxonomy, goes_to)) if goes_to else written
    return told(value, field, taxonomy)


def _of_value(mark: str, field: str, change: Change, difference: Difference) -> Field:
    before, after = difference.before.taxonomy, difference.after.taxonomy
    name = field_named(field, after)
    if change.op == "unset" and name == words.field_word(field):
        name = field_named(field, before)
    sides = (
        None if value in (UNSET, None, "") and field != "parent" else told(value, field, side)
        for value, side in ((change.from_, before), (change.to, after))
    )
    old, new = sides
    if old is None:
        mark = "+"
    elif new is None:
        mark = "-"
    return Field(mark, name, old, new)


_FIELDS = {
    "added": _whole,
    "removed": _whole,
    "moved": _moved,
    "recoded": _recoded,
    "renamed": _renamed,
    "retired": _retired,
    "reinstated": _retired,
}
_ORDER = {field: place for place, field in enumerate(words.FIELD)}
