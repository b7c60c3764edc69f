"""Every value that people see has a word in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import pytest

from stdtree.label import Label, same
from stdtree.model import words
from stdtree.model.bump import Bump, BumpRules
from stdtree.model.category import Category, ChangeNote, Extent, Retired, SchemeMap, Status
from stdtree.model.change import BASE_KINDS, EVENT_KINDS, ChangedEntity
from stdtree.model.consultation import (
    Channel,
    Comment,
    CommentType,
    Consultation,
    Disposition,
    SignOff,
    Vote,
)
from stdtree.model.correspondence import Basis
from stdtree.model.event_kind import BaseKind, EventKind
from stdtree.model.finding import Severity
from stdtree.model.organization import Organization, OrganizationKind, Role
from stdtree.model.standard import (
    Adoption,
    DocumentStatus,
    Plan,
    PlanStage,
    Priority,
    Standard,
    StandardKind,
    StandardLevel,
)
from stdtree.model.system import Accepted, Facet, FacetValue, Level, System, Target


@pytest.mark.parametrize(
    ("table", "values"),
    [
        (words.STATUS, get_args(Status)),
        (words.DOCUMENT_STATUS, get_args(DocumentStatus)),
        (words.PLAN_STAGE, get_args(PlanStage)),
        (words.STANDARD_LEVEL, get_args(StandardLevel)),
        (words.STANDARD_KIND, get_args(StandardKind)),
        (words.PRIORITY, get_args(Priority)),
        (words.ORGANIZATION_KIND, get_args(OrganizationKind)),
        (words.ROLE, get_args(Role)),
        (words.DISPOSITION, get_args(Disposition)),
        (words.VOTE, get_args(Vote)),
        (words.CHANNEL, get_args(Channel)),
        (words.COMMENT_TYPE, get_args(CommentType)),
        (words.EXTENT, get_args(Extent)),
        (words.BASIS, get_args(Basis)),
        (words.BUMP, get_args(Bump)),
        (words.ENTITY, get_args(ChangedEntity)),
        (words.SEVERITY, tuple(Severity)),
        (BASE_KINDS, get_args(BaseKind)),
        (EVENT_KINDS, get_args(EventKind)),
    ],
)
def test_no_value_lacks_a_word(table: Mapping[Any, Label], values: tuple[Any, ...]) -> None:
    """As many words as values, none of them empty."""
    assert set(table) == set(values)
    assert all(label.zh and label.en for label in table.values())


def test_every_field_has_a_word() -> None:
    """What a file can hold is called something, also below `plan`."""
    fields = {*Category.__struct_fields__, *Standard.__struct_fields__}
    fields |= {f"plan.{name}" for name in Plan.__struct_fields__}
    parts = (
        System, Level, Facet, FacetValue, Target, Accepted, BumpRules, Organization, Consultation,
        Comment, SignOff, ChangeNote, Retired, SchemeMap, Adoption,
    )  # fmt: skip
    for part in parts:
        fields |= set(part.__struct_fields__)
    assert fields <= words.FIELD.keys()


def test_field_in_a_language() -> None:
    """A dotted field says its language; an unknown one says itself."""
    assert words.field_word("definition.zh") == Label("定义（zh）", "definition (zh)")
    assert words.field_word("something") == same("something")
