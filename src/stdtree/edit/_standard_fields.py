"""Fields of a standard as operations ask for them, and how they become a row.

None leaves a field as it is; '' (0 for the year, nothing for a list) clears it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from msgspec.structs import replace

from stdtree.edit import Ask, _find
from stdtree.edit._shapes import DateShape, NumberShape, TextShape, TitleShape, YearShape
from stdtree.edit._words import say
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model import names, words
from stdtree.model.adoption import adoption_of, noted
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
from stdtree.model.taxonomy import Taxonomy

OneStandard = Annotated[str, Ask("standard", Label("标准", "Standard"))]
HomeCategory = Annotated[str, Ask("category", Label("所在类目", "Home category"))]
Number = Annotated[
    NumberShape | None,
    Ask(
        "number",
        Label("标准编号", "Standard number"),
        Label("拟制定标准没有编号。", "A planned standard has none."),
    ),
]
StandardTitle = Annotated[TitleShape, Ask("text", Label("标准名称", "Title of the standard"))]
StatusChoice = Annotated[
    DocumentStatus | Literal[""] | None,
    Ask(
        "choice",
        Label("标准状态", "Status"),
        choices={**words.DOCUMENT_STATUS, "": names.NOTHING},
    ),
]
KindChoice = Annotated[
    StandardKind | Literal[""] | None,
    Ask(
        "choice",
        Label("标准类别", "Kind"),
        choices={**words.STANDARD_KIND, "": names.NOTHING},
    ),
]
Published = Annotated[DateShape | None, Ask("date", Label("发布日期", "Published"))]
InForce = Annotated[DateShape | None, Ask("date", Label("实施日期", "In force from"))]
StatusAsOf = Annotated[DateShape | None, Ask("date", Label("状态核查日期", "Status looked up"))]
StageChoice = Annotated[
    PlanStage | None,
    Ask(
        "choice",
        Label("制修订计划", "Plan"),
        choices=words.PLAN_STAGE,
    ),
]
LevelChoice = Annotated[
    StandardLevel | Literal[""] | None,
    Ask(
        "choice",
        Label("宜定级别", "Level it should have"),
        choices={**words.STANDARD_LEVEL, "": names.NOTHING},
    ),
]
PlanYear = Annotated[YearShape | None, Ask("year", Label("计划年度", "Planned year"))]
PriorityChoice = Annotated[
    Priority | Literal[""] | None,
    Ask(
        "choice",
        Label("优先级", "Priority"),
        choices={**words.PRIORITY, "": names.NOTHING},
    ),
]
PlanLead = Annotated[str | None, Ask("organization", Label("牵头单位", "Lead"))]
PlanNumber = Annotated[
    NumberShape | None,
    Ask(
        "line",
        Label("计划项目号", "Project number"),
        Label("如 20201234-T-469。", "Such as 20201234-T-469."),
    ),
]
AlsoIn = Annotated[
    tuple[str, ...] | None,
    Ask("categories", Label("同时列入", "Also listed in")),
]
Adopts = Annotated[
    NumberShape | None,
    Ask(
        "adoption",
        Label("采标", "Adopts"),
        Label("如 ISO 9001:2015, IDT。", "Such as ISO 9001:2015, IDT."),
    ),
]
Remark = Annotated[TextShape, Ask("prose", Label("备注", "Remark"))]

PLAN_FIELDS = ("stage", "level", "year", "priority", "lead", "number")
"""Parts of the plan; an operation calls them plan_stage and so on."""


PLAIN = ("status", "kind", "published", "in_force", "status_as_of")
"""Fields that an operation and a row have alike."""


def current(standard: Standard) -> dict[str, object]:
    """A row as the fields of an operation."""
    as_it_is = {name: getattr(standard, name) for name in ("number", *PLAIN, "also_in")}
    plan = {f"plan_{name}": getattr(standard.plan, name, None) for name in PLAN_FIELDS}
    texts = {"name": dict(standard.title), "remark": dict(standard.remark or {})}
    return {**texts, **as_it_is, **plan, "adopts": noted(standard.adopts)}


def given(**fields: object) -> dict[str, Any]:
    """Of optional fields, those to set: None left out, '' and 0 turned into nothing."""
    return {name: value or None for name, value in fields.items() if value is not None}


def adopted(note: str) -> Adoption | None:
    """The adoption that is noted; none for ''. Raises EditError for a note that tells none."""
    found = adoption_of(note)
    if note and found is None:
        raise EditError(
            say("“{note}”不是采标信息", '"{note}" is no adoption', note=note),
            Label(
                "请写编号和一致性程度，如 ISO 9001:2015, IDT（或 MOD、NEQ）",
                "Write number and degree: ISO 9001:2015, IDT (or MOD, NEQ)",
            ),
        )
    return found


def planned(taxonomy: Taxonomy, plan: Plan | None, fields: Mapping[str, Any]) -> Plan | None:
    """The plan with the `plan_…` of an operation's fields that are given.

    Raises EditError for an organization that does not exist.
    """
    changes = given(**{name: fields.get(f"plan_{name}") for name in PLAN_FIELDS})
    if not changes:
        return plan
    if changes.get("lead"):
        _find.refuse_unknown_organization(taxonomy, changes["lead"])
    return replace(plan or Plan(stage="none"), **changes)
