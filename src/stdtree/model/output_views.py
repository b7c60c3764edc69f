"""What `show`, `log` and `blame` tell machines with `--format json`. Never translated."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from stdtree.model.category import Category, Status
from stdtree.model.change import Change
from stdtree.model.finding import Entity
from stdtree.model.history import Commit, Followed, Origin
from stdtree.model.ids import CategoryId, Id, Text
from stdtree.model.lineage import Relative
from stdtree.model.release import Count


class TreeRow(Struct, frozen=True):
    """One category of the tree. 树中的一个类目。"""

    id: CategoryId
    """Identifier. 标识。"""
    code: str | None
    """Code; null for a draft without one. 体系编号。"""
    title: Text
    """Title. 名称。"""
    parent: CategoryId | None
    """Parent; null for a root. 上级类目。"""
    depth: Count
    """Depth; 0 for a root. 深度。"""
    status: Status
    """Status. 状态。"""
    standards: Count
    """Standards in being, its own. 现有标准数(仅本类目)。"""
    planned: Count
    """Planned standards, its own. 拟制定标准数(仅本类目)。"""


class TreeDocument(Struct, frozen=True):
    """The tree of categories, parents first. 类目树。"""

    format: Literal["stdtree-tree/1"]
    """Shape and version of this document. 格式。"""
    rows: tuple[TreeRow, ...]
    """Categories in order. 类目。"""


class Reference(Struct, frozen=True, order=True):
    """A place that refers to a category. 引用。"""

    entity: Entity
    """What refers to it. 引用者的种类。"""
    id: str
    """Its identifier. 引用者的标识。"""
    field: str
    """Field that holds the reference. 字段。"""


class CategoryDocument(Struct, frozen=True):
    """One category with what surrounds it. 类目详情。"""

    format: Literal["stdtree-category/1"]
    """Shape and version of this document. 格式。"""
    category: Category
    """The category, as in its file. 类目。"""
    path: tuple[CategoryId, ...]
    """Ancestors from the root down. 自根起的上级类目。"""
    children: tuple[CategoryId, ...]
    """Children in order. 下级类目。"""
    listed: tuple[Id, ...]
    """Standards that it lists from other homes. 从其他类目列入的标准。"""
    referred_by: tuple[Reference, ...]
    """Places that refer to it. 被引用处。"""


class LogStep(Struct, frozen=True):
    """What one commit did. 一次提交所做的变更。"""

    commit: Commit | None
    """The commit; null for what is not committed yet. 提交。"""
    readable: bool
    """Whether the file could be read in it. 其中的文件能否读取。"""
    changes: tuple[Change, ...]
    """Base changes; none where the file could not be read or nothing older is known. 变更。"""


class LogHistory(Struct, frozen=True):
    """The history of one category or standard. 一个类目或一项标准的历史。"""

    entity: Followed
    """Whether it is a category or a standard. 种类。"""
    id: Id
    """Identifier. 标识。"""
    steps: tuple[LogStep, ...]
    """Commits that changed it, newest first. 改动它的提交,新的在前。"""
    came_from: tuple[Relative, ...]
    """What it came from. 由何而来。"""
    went_to: tuple[Relative, ...]
    """What it went to. 去向。"""


class LogDocument(Struct, frozen=True):
    """The history of a category or standard, and of its relatives if asked for. 历史。"""

    format: Literal["stdtree-log/1"]
    """Shape and version of this document. 格式。"""
    histories: tuple[LogHistory, ...]
    """The one asked for first. 各项历史。"""


class BlameDocument(Struct, frozen=True):
    """Since when each field of a category or standard is as it is. 各字段的由来。"""

    format: Literal["stdtree-blame/1"]
    """Shape and version of this document. 格式。"""
    entity: Followed
    """Whether it is a category or a standard. 种类。"""
    id: Id
    """Identifier. 标识。"""
    fields: tuple[Origin, ...]
    """One for each field, entry of a list of notes, and row of the table of standards. 字段。"""
