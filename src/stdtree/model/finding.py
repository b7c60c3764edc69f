"""A finding (问题): something in the data that a rule objects to; a value, never an exception."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Literal

from msgspec import Struct

from stdtree.label import Label

Entity = Literal[
    "system",
    "facet",
    "target",
    "organization",
    "category",
    "standard",
    "consultation",
    "release",
    "correspondence",
    "file",
]
FieldPath = tuple[str | int, ...]
"""Where inside the subject: ("title", "zh"), ("excludes", 0, "see"); () = the subject itself."""
OF_READING = frozenset(
    {
        *("ambiguous-value", "duplicate-id", "duplicate-key", "misplaced-file", "schema"),
        *("stale-baseline", "unreadable-file", "unsupported-yaml", "untidy-file"),
    }
)
"""Rules about how files are written: they are found before anybody can know what is accepted."""
ABOUT_WHAT_IS_GONE = frozenset({"lost-category"})
"""Rules that speak of what the tree does not hold any more."""


class Severity(StrEnum):
    """How bad a finding is; `off` silences a rule."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"

    @property
    def rank(self) -> int:
        """Sorts errors first."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Subject(Struct, frozen=True, order=True, gc=False):
    """What a finding or change speaks of. For a file, `id` is its path."""

    entity: Entity
    id: str


class Place(Struct, frozen=True, order=True):
    """A position in a file: path from the repository's root, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """As compilers print it: `path:line:column`."""
        return f"{self.path}:{self.line}:{self.column}"


class Fix(Struct, frozen=True):
    """The edit that certainly mends a finding, as plain data: rules know no operations. 改正。"""

    operation: str
    """Id of the operation. 编辑操作。"""
    fields: Mapping[str, Any]
    """Its fields, as `edit --batch` and the journal write them. 该操作的各项。"""


class Finding(Struct, frozen=True):
    """One objection: which rule, to what, where, in the user's words, and the way out."""

    rule: str
    severity: Severity
    subject: Subject
    message: Label
    hint: Label
    field: FieldPath = ()
    related: tuple[str, ...] = ()
    """Ids of the others involved, sorted by whoever makes the finding."""
    place: Place | None = None
    fix: Fix | None = None
    """What `check --fix` would do; None where a person has to decide."""

    @property
    def fingerprint(self) -> str:
        """12 hex digits of rule, subject, field and related ids; never of words or lines.

        Accepted findings therefore survive rewording and moved lines. List positions in the field
        are left out for the same reason.
        """
        names = [part for part in self.field if isinstance(part, str)]
        parts = [self.rule, self.subject.entity, self.subject.id, *names, "", *self.related]
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def sort_key(finding: Finding) -> tuple[object, ...]:
    """The order of every list of findings: by place, then by severity and rule."""
    place = finding.place or Place(path="")
    return (
        place.path,
        place.line,
        place.column,
        finding.severity.rank,
        finding.rule,
        finding.subject,
        finding.fingerprint,
    )
