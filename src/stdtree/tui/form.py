"""A form: what an operation asks for, from entered values to the operation. Draws nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from stdtree.edit import Ask, Operation
from stdtree.label import Label
from stdtree.model.taxonomy import Taxonomy

REQUIRED = Label("必填", "required")
_WORDS = {
    "missing": REQUIRED,
    "literal_error": Label("请选择一项", "choose one"),
    "int_parsing": Label("请填写数字", "give a number"),
    "int_type": Label("请填写数字", "give a number"),
    "too_short": Label("至少一项", "at least one"),
}
"""Problems that pydantic words for programmers; others bring their own words."""

_ALWAYS = frozenset(
    ("category", "parent", "standard", "code", "codes", "id", "organization", "release")
)
"""Kinds that are passed even when unchanged: for them "not given" means something else.

Elsewhere a value that stayed as it was is left out, so that the journal says what was edited.
"""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: its name in the operation, how to ask for it, and what it shows at first."""

    name: str
    ask: Ask
    required: bool
    initial: Any
    """The value shown at first; None = empty."""
    given: bool
    """Whether the operation itself proposes the value; then it is passed back even when empty."""


class Form:
    """The fields of one operation for one subject."""

    def __init__(
        self, operation: type[Operation], taxonomy: Taxonomy, prefilled: Mapping[str, object]
    ) -> None:
        self.operation = operation
        self.taxonomy = taxonomy
        self.fields = tuple(
            FormField(
                name=name,
                ask=ask,
                required=operation.model_fields[name].is_required(),
                initial=prefilled.get(name, _default(operation, name)),
                given=name in prefilled,
            )
            for name, ask in operation.asks().items()
        )

    def build(self, entered: Mapping[str, Any]) -> Operation | dict[str, Label]:
        """The operation, or by field what is wrong with it."""
        values = {}
        for field in self.fields:
            value = entered[field.name]
            at_top = field.required and field.ask.kind == "parent"  # chosen: None is the top level
            if _empty(value) and not at_top and (field.required or not field.given):
                continue
            if not field.required and value == field.initial and field.ask.kind not in _ALWAYS:
                continue
            values[field.name] = value
        try:
            return self.operation.model_validate(values)
        except ValidationError as error:
            return _problems(error)


def _problems(error: ValidationError) -> dict[str, Label]:
    found: dict[str, Label] = {}
    for one in error.errors(include_url=False):
        name = str(one["loc"][0]) if one["loc"] else ""
        found.setdefault(name, _worded(one))
    return found


def _worded(one: Any) -> Label:
    """An error's own words if it has them in both languages, else ours, else pydantic's."""
    context = one.get("ctx", {})
    if "zh" in context and "en" in context:
        return Label(context["zh"], context["en"])
    return _WORDS.get(one["type"]) or Label(one["msg"], one["msg"])


def _default(operation: type[Operation], name: str) -> object:
    info = operation.model_fields[name]
    return None if info.is_required() else info.get_default(call_default_factory=True)


def _empty(value: object) -> bool:
    return value is None or (isinstance(value, (str, tuple, dict)) and not value)
