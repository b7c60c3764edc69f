"""VERBS, changing: an operation and a taxonomy in, a new taxonomy out. One file = one operation.

An operation module is named verb_noun (`move_category.py`, id `move-category`) and holds one
subclass of `Operation`, named likewise (`MoveCategory`). Its fields ARE the options of
`stdtree edit`, the form of the TUI and the journal's JSON. Nothing is registered. Imports only
`model`, `plugins` and pydantic. The previous value undoes an operation: none needs an inverse.
"""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict

from stdtree import plugins
from stdtree.label import Label
from stdtree.model.taxonomy import Taxonomy

FieldKind = Literal[
    "category",  # id of one category (the faces take its code, too)
    "categories",  # ids of several, in order
    "parent",  # id of a category, or None for the root
    "standard",  # id of one standard
    "standards",  # ids of several
    "organization",  # id of an organization
    "id",  # a new permanent id; '' = made from the title
    "code",  # a code
    "codes",  # several codes, in order
    "line",  # one line of plain text
    "query",  # conditions that choose categories, or standards
    "text",  # Mapping language -> one line (title)
    "prose",  # Mapping language -> several lines (definition, reason)
    "titles",  # several texts, in order: new categories
    "notes",  # list of notes (includes, excludes)
    "number",  # a standard number
    "adoption",  # an adopted standard and its degree: ISO 9001:2015, IDT
    "facet",  # id of a facet
    "facet-values",  # ids of values of the facet in the field `facet`
    "date",  # YYYY[-MM[-DD]]
    "year",  # int
    "release",  # a release name
    "choice",  # one of the Literal's values
    "flag",  # bool
]


@dataclass(frozen=True, slots=True)
class Ask:
    """How the faces ask for a field: what kind it is and what it is called."""

    kind: FieldKind
    label: Label
    help: Label | None = None
    choices: Mapping[str, Label] | None = None
    """choice: what the values are called; their order is the order of the form."""


class Operation(BaseModel, ABC):
    """One edit. Frozen; validated when made; applied as often as wanted."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    title: ClassVar[Label]
    """What the operation is called: Label("移动类目", "Move category")."""
    summary: ClassVar[Label]
    """One sentence for help and palette."""
    subject: ClassVar[str | None] = None
    """Name of the field that takes what the cursor is on, and the command's positional argument."""
    destructive: ClassVar[bool] = False
    """Whether the TUI shows what will happen before it applies the operation."""

    @abstractmethod
    def apply(self, taxonomy: Taxonomy) -> Taxonomy:
        """The taxonomy after this operation. Raises EditError, and then nothing has changed."""

    @abstractmethod
    def describe(self, taxonomy: Taxonomy) -> Label:
        """What it does, in words: "Move BB 技术转移转化服务 under C 管理保障"."""

    @classmethod
    def operation_id(cls) -> str:
        """The id: the file name with hyphens."""
        return cls.__module__.rsplit(".", 1)[-1].replace("_", "-")

    @classmethod
    def prefilled(
        cls,
        taxonomy: Taxonomy,  # noqa: ARG003 -- for those that override it
        subject: str | None,
    ) -> dict[str, object]:
        """Values with which a form opens for `subject` (an id); override to show current ones."""
        return {cls.subject: subject} if cls.subject and subject else {}

    @classmethod
    def asks(cls) -> dict[str, Ask]:
        """The fields in order, each with how to ask for it."""
        found = {}
        for name, info in cls.model_fields.items():
            found[name] = next(meta for meta in info.metadata if isinstance(meta, Ask))
        return found


def operation_ids() -> tuple[str, ...]:
    """Ids of all operations, without importing them."""
    return plugins.names(sys.modules[__name__])


def operation_type(operation_id: str) -> type[Operation]:
    """The class of one operation. Raises ModuleNotFoundError for an unknown id."""
    module = plugins.load(sys.modules[__name__], operation_id)
    name = "".join(part.capitalize() for part in operation_id.split("-"))
    found: type[Operation] = getattr(module, name)
    return found


def decode(operation_id: str, fields: Mapping[str, object]) -> Operation:
    """An operation from plain data, as the journal keeps it. Raises pydantic.ValidationError."""
    return operation_type(operation_id).model_validate(dict(fields))


def encode(operation: Operation) -> dict[str, object]:
    """Its fields as plain data; those at their default left out."""
    return operation.model_dump(mode="json", exclude_defaults=True)
