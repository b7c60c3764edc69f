"""What `stdtree show --format json` tells machines: the tree, one category. Never translated."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from stdtree.model.category import Category, Status
from stdtree.model.finding import Entity
from stdtree.model.ids import CategoryId, Id, Text
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
