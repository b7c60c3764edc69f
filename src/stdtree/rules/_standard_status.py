"""Where the fields of a standard deny what its status says."""

from __future__ import annotations

from collections.abc import Iterator

from stdtree.label import Label
from stdtree.model.finding import FieldPath
from stdtree.model.standard import Standard

Contradiction = tuple[FieldPath, Label, Label]
"""Where, what is wrong (said of the standard), and the way out."""


def contradictions(standard: Standard) -> Iterator[Contradiction]:
    """Number, status, plan and dates of one standard against each other."""
    if standard.status is not None and standard.plan is None and standard.in_force is None:
        return  # as most are
    status, stage = standard.status, standard.plan.stage if standard.plan else "none"
    if standard.number is not None and status is None:
        yield ("number",), *_NUMBER_WITHOUT_STATUS
    if status in ("replaced", "withdrawn") and stage == "to-draft":
        yield ("plan", "stage"), *_ENDED_YET_TO_DRAFT
    begins, looked_up = standard.in_force, standard.status_as_of
    if begins is not None and looked_up is not None:
        if status == "in-force" and _first_day(begins) > _last_day(looked_up):
            yield ("in_force",), *_NOT_YET_IN_FORCE
        elif status == "upcoming" and _last_day(begins) <= _first_day(looked_up):
            yield ("in_force",), *_ALREADY_IN_FORCE


def _first_day(date: str) -> str:
    """The earliest day that a date of any precision may mean."""
    return date + "-01-01"[len(date) - len("2017") :]


def _last_day(date: str) -> str:
    """The latest such day; no month has more."""
    return date + "-12-31"[len(date) - len("2017") :]


_NUMBER_WITHOUT_STATUS = (
    Label("有编号，却没有标准状态", "has a number but no status"),
    Label(
        "写上 status: in-force（或 upcoming、replaced、withdrawn）",
        "write status: in-force (or upcoming, replaced, withdrawn)",
    ),
)
_ENDED_YET_TO_DRAFT = (
    Label("已被代替或废止，计划却是拟制定", "is replaced or withdrawn, yet planned to be drafted"),
    Label("删除 plan；新标准另立一行", "take the plan out; a new standard has a row of its own"),
)
_NOT_YET_IN_FORCE = (
    Label("状态为现行，但核查时尚未实施", "is said to be in force on a day before its date"),
    Label("改为 status: upcoming，或改正日期", "write status: upcoming, or mend the dates"),
)
_ALREADY_IN_FORCE = (
    Label("状态为即将实施，但核查时已经实施", "is said to be upcoming on a day after its date"),
    Label("改为 status: in-force，或改正日期", "write status: in-force, or mend the dates"),
)
