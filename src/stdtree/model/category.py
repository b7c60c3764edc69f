"""A category (类目): one box of the structure chart, with its table of standards."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from stdtree.model.event_kind import EventKind
from stdtree.model.ids import (
    CategoryId,
    Id,
    Note,
    OrganizationId,
    ReleaseName,
    StandardId,
    Text,
)
from stdtree.model.standard import Standard

Status = Literal["draft", "active", "retired"]
Extent = Literal["complete", "partial"]


class Successor(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A category that takes over the contents of a retired one. 承接类目。"""

    id: CategoryId
    """The successor. 承接类目的标识。"""
    extent: Extent = "complete"
    """Whether it takes all of the contents or a part (GSIM Map). 全部承接或部分承接。"""


class Retired(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Why a category ended and where its contents went. 废止记录。"""

    release: ReleaseName
    """First release without the category. 自哪一版本起废止。"""
    succeeded_by: tuple[Successor, ...] = ()
    """Categories that take over its contents; none means that the matter is gone. 承接类目。"""
    reason: Text | None = None
    """Why it was retired. 废止理由。"""


class SchemeMap(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The place of a category in another classification. 与其他分类的对应。"""

    scheme: Annotated[str, Meta(min_length=1, max_length=200, examples=["GB/T 4754-2017"])]
    """The other classification: GB/T 4754-2017. 对应的分类。"""
    code: Annotated[str, Meta(min_length=1, max_length=64, examples=["7530"])]
    """Code in that classification. 分类代码。"""
    extent: Extent = "complete"
    """Whether all of that class belongs here, or a part (printed with * in China). 全部或部分。"""


class ChangeNote(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Why something about a category changed in a release; kept for good. 变更说明。"""

    release: ReleaseName
    """Release with the change. 变更所在版本。"""
    kind: EventKind
    """Event that it explains. 所说明的事件。"""
    reason: Text
    """Why it was done. 变更理由。"""
    standard: StandardId | None = None
    """Standard of this category that it speaks of; absent for the category itself. 所指标准。"""
    real: bool | None = None
    """Whether it alters what the category means (true) or only how that is put (false); absent
    leaves it to the tool's proposal. 是否为实质变更,由人判定;未写明时由工具提出建议。
    """


class Category(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One category of the system, with its table of standards. 类目。"""

    id: CategoryId
    """Permanent identifier, never reused; also the file's name. 永久标识,不得重复使用。"""
    code: Annotated[str, Meta(min_length=1, max_length=64, examples=["BB", "203.1"])] | None = None
    """What people print (BB, 203.1); it may change. A draft may lack it. 体系编号。"""
    parent: CategoryId | None = None
    """The category above; absent for a root. 上级类目。"""
    title: Text
    """Title in each language of the system. 类目名称。"""
    status: Status = "active"
    """draft 草案, active 有效, retired 废止. 状态。"""
    definition: Text | None = None
    """What the category is. 定义。"""
    includes: tuple[Note, ...] = ()
    """What belongs to it (xkos:coreContentNote). 包括。"""
    includes_also: tuple[Note, ...] = ()
    """Border cases that belong to it too (xkos:additionalContentNote). 还包括。"""
    excludes: tuple[Note, ...] = ()
    """What does not, and by `see` where it goes (xkos:exclusionNote). 不包括。"""
    owner: OrganizationId | None = None
    """Responsible organization; inherited downward. 责任单位;下级继承。"""
    facets: Annotated[
        Mapping[Id, tuple[Id, ...]], Meta(examples=[{"chain": ["commercialization"]}])
    ] = {}
    """Facet values by facet. 分面取值。"""
    maps: tuple[SchemeMap, ...] = ()
    """Places in other classifications. 与其他分类的对应。"""
    related: tuple[CategoryId, ...] = ()
    """Categories of other branches that go with it (skos:related): dashed lines of the chart, read
    both ways, kept once, with the smaller id. 相关类目(结构图中的虚线),双向有效,只记一次。
    """
    split_from: tuple[CategoryId, ...] = ()
    """Living categories from which it was split off. 析出自。"""
    retired: Retired | None = None
    """Present when the status is retired. 废止记录。"""
    change_notes: tuple[ChangeNote, ...] = ()
    """Why it was created, split off, moved, recoded or redefined, by release. 变更说明。"""
    standards: tuple[Standard, ...] = ()
    """Table of standards; the order means nothing. 标准明细表。"""

    @property
    def is_live(self) -> bool:
        """Whether the category takes part in the tree that people see: a draft or active."""
        return self.status != "retired"


def ordered(category: Category) -> Category:
    """The category with its table of standards by id: the order of rows means nothing."""
    rows = category.standards
    if all(a.id <= b.id for a, b in pairwise(rows)):
        return category
    return replace(category, standards=tuple(sorted(rows, key=lambda row: row.id)))
