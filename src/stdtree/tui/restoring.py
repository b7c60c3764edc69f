"""What of an older version can be had again, field by field, each by one operation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from stdtree.edit import Operation, decode, operation_type
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import words
from stdtree.model.finding import Subject
from stdtree.model.taxonomy import Taxonomy
from stdtree.model.told import field_named, told

NOT_SO = Label("此值不能直接恢复", "this value cannot be had again by itself")
_BY_FORM = {
    "category": ("rename-category", "edit-texts", "recode-category", "set-owner"),
    "standard": ("edit-standard",),
}
"""Operations whose forms open with the values as they are."""
_FIELD = {"name": "title"}
_NEVER = frozenset({"id", "where", "branch"})


class Restorable(NamedTuple):
    """A field that said something else."""

    name: Label
    then: Label
    now: Label
    operation: Operation | None
    """None where no operation brings the old value back."""
    why: Label | None = None
    """Why none does."""


def restorable(now: Taxonomy, then: Taxonomy, subject: Subject) -> tuple[Restorable, ...]:
    """All fields that differ. Without the subject on both sides there are none."""
    sides = (side.get(subject.id) or side.standard(subject.id) for side in (now, then))
    if not all(sides):
        return ()
    found = [
        one
        for operation in _BY_FORM.get(subject.entity, ())
        for one in _by_form(operation, now, then, subject.id)
    ]
    if subject.entity == "category":
        found += (*_parent(now, then, subject.id), *_facets(now, then, subject.id))
    return tuple(found)


def _by_form(operation_id: str, now: Taxonomy, then: Taxonomy, about: str) -> Iterator[Restorable]:
    kind = operation_type(operation_id)
    here, there = kind.prefilled(now, about), kind.prefilled(then, about)
    for name, ask in kind.asks().items():
        old, new = there.get(name), here.get(name)
        if name in _NEVER or old == new:
            continue
        field = _FIELD.get(name, name.replace("plan_", "plan."))
        values = _plain(told(_listed(old), field, then)), _plain(told(_listed(new), field, now))
        given = {"id": about, name: _given(old, new)}
        yield Restorable(ask.label, *values, *_tried(operation_id, given, now))


def _given(old: Any, new: Any) -> Any:
    """The old value as a form gives it: what was not there is emptied."""
    if isinstance(old, Mapping) or isinstance(new, Mapping):
        texts = dict(old or {})
        return {tag: texts.get(tag, "") for tag in (*texts, *(new or {}))}
    if old is None:
        return () if isinstance(new, tuple) else ""
    return old


def _parent(now: Taxonomy, then: Taxonomy, about: str) -> Iterator[Restorable]:
    here, there = now.categories[about], then.categories[about]
    if here.parent == there.parent:
        return
    ways: tuple[dict[str, object], ...] = ({}, {"code": there.code}, {"recode": True})
    fields = {"id": about, "to": there.parent}
    tries = [_tried("move-category", fields | way, now) for way in ways if None not in way.values()]
    best = next((one for one in tries if one[0] is not None), tries[0])
    values = told(there.parent, "parent", now), told(here.parent, "parent", now)
    yield Restorable(words.FIELD["parent"], *values, *best)


def _facets(now: Taxonomy, then: Taxonomy, about: str) -> Iterator[Restorable]:
    here, there = now.categories[about].facets, then.categories[about].facets
    for facet in dict.fromkeys((*here, *there)):
        old, new = there.get(facet, ()), here.get(facet, ())
        if set(old) != set(new):
            field = f"facets.{facet}"
            values = told(list(old), field, now), told(list(new), field, now)
            given = {"id": about, "facet": facet, "values": old}
            yield Restorable(field_named(field, now), *values, *_tried("set-facets", given, now))


def _tried(
    operation_id: str, fields: Mapping[str, object], now: Taxonomy
) -> tuple[Operation | None, Label | None]:
    """The operation if it can be done, else why not."""
    try:
        operation = decode(operation_id, fields)
        operation.apply(now)
    except EditError as error:
        return None, error.message
    except ValidationError:
        return None, NOT_SO
    return operation, None


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _plain(label: Label) -> Label:
    return Label(label.zh.replace("\n", " "), label.en.replace("\n", " "))
