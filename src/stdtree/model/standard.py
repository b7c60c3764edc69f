"""A standard: one row of a category's table of standards (标准明细表); one id = one edition."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from stdtree.model.ids import CategoryId, Date, OrganizationId, StandardId, Text

DocumentStatus = Literal["in-force", "upcoming", "replaced", "withdrawn"]
PlanStage = Literal["none", "to-draft", "in-preparation", "to-revise", "in-revision", "to-withdraw"]
StandardLevel = Literal["national", "industry", "local", "group", "enterprise", "international"]
StandardKind = Literal["basic", "method", "service", "safety", "other"]
Priority = Literal["high", "medium", "low"]
Degree = Literal["IDT", "MOD", "NEQ"]


class Plan(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What this system decides to do about a standard. 制修订计划。"""

    stage: PlanStage
    """Decision of this system: none 无, to-draft 拟制定, in-preparation 制定中, to-revise 拟修订,
    in-revision 修订中, to-withdraw 拟废止.
    """
    level: StandardLevel | None = None
    """Level it should have. 宜定级别。"""
    year: Annotated[int, Meta(ge=1900, le=2999, examples=[2027])] | None = None
    """Year in which it is planned. 计划年度。"""
    priority: Priority | None = None
    """How urgent it is. 优先级。"""
    lead: OrganizationId | None = None
    """Organization that leads the drafting. 牵头单位。"""
    number: Annotated[str, Meta(examples=["20201234-T-469"])] | None = None
    """Number of the approved project: 20201234-T-469. 计划项目号。"""


class Adoption(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The international standard that this one adopts. 采用国际标准。"""

    number: Annotated[str, Meta(min_length=1, max_length=200, examples=["ISO 10667-1:2020"])]
    """Number of the adopted standard. 采标编号。"""
    degree: Degree
    """Degree of correspondence: IDT, MOD, NEQ. 一致性程度代号。"""


class Standard(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One edition of a standard, or a planned standard without a number. 标准。"""

    id: StandardId
    """Permanent identifier of this edition. 本版标准的永久标识。"""
    number: (
        Annotated[str, Meta(min_length=1, max_length=200, examples=["GB/T 34670-2017"])] | None
    ) = None
    """Standard number; absent for a planned standard. 标准编号;拟制定标准没有。"""
    title: Text
    """Title of the standard. 标准名称。"""
    status: DocumentStatus | None = None
    """Status of the document: in-force 现行, upcoming 即将实施, replaced 被代替, withdrawn 废止.
    标准状态。
    """
    kind: StandardKind | None = None
    """What it standardizes, for the statistics table: basic 基础, method 方法,
    service 产品、过程、服务, safety 安全、卫生、环保, other 其他.
    """
    plan: Plan | None = None
    """Decision of this system about it. 制修订计划。"""
    published: Date | None = None
    """Date of publication. 发布日期。"""
    in_force: Date | None = None
    """Date from which it is in force. 实施日期。"""
    status_as_of: Date | None = None
    """Date on which the status was looked up. 状态核查日期。"""
    replaces: tuple[StandardId, ...] = ()
    """Earlier editions that it replaces. 代替的标准。"""
    adopts: Adoption | None = None
    """International standard that it adopts. 采用的国际标准。"""
    also_in: tuple[CategoryId, ...] = ()
    """Other categories that list it; its home is the file it stands in. 同时列入的类目。"""
    committee: Annotated[str, Meta(examples=["全国服务标准化技术委员会"])] | None = None
    """Responsible committee or proposer, in the source's words. 归口单位。"""
    source: Annotated[str, Meta(examples=["std.samr.gov.cn"])] | None = None
    """Where the row was read. 资料来源。"""
    remark: Text | None = None
    """Remark for the table of standards. 备注。"""
