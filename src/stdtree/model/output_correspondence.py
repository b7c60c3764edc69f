"""A correspondence as machines are told it: stdtree-correspondence/1."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from stdtree.label import Label
from stdtree.model.category import Extent
from stdtree.model.correspondence import Basis, Cardinality
from stdtree.model.ids import CategoryId, Text
from stdtree.model.output import DifferenceEnd


class CorrespondenceMember(Struct, frozen=True):
    """A category on one side of an association. 对照项的一端。"""

    id: CategoryId
    """Its identifier. 标识。"""
    code: str | None
    """Its code there. 体系编号。"""
    title: Text
    """Its title there. 名称。"""


class CorrespondenceRow(Struct, frozen=True, omit_defaults=True):
    """One association. 对照项。"""

    source: CorrespondenceMember | None
    """In the older side; null: the target is new, in full or in part. 原类目。"""
    target: CorrespondenceMember | None
    """In the newer side; null: the source is gone, in full or in part. 新类目。"""
    cardinality: Cardinality
    """Of the whole component that the row belongs to. 对应关系。"""
    basis: Basis
    """What it rests on. 依据。"""
    extent: Extent
    """Whether it is all of the source, or a part. 范围。"""
    bls: str
    """The word of the U.S. Bureau of Labor Statistics: DIRECT, SPLIT, … BLS 用语。"""
    code_reused: bool = False
    """The source's code means another category in the newer side. 编码复用。"""
    ambiguous: bool = False
    """Nobody has said whether this target has any of this source. 不确定。"""
    reasons: tuple[Text, ...] = ()
    """Why, where somebody has put the row in by hand. 理由。"""


class CorrespondenceDocument(Struct, frozen=True, omit_defaults=True, rename={"from_": "from"}):
    """Which category of one release is which of another. 对照表。"""

    format: Literal["stdtree-correspondence/1"]
    """Shape and version of this document. 格式。"""
    from_: DifferenceEnd
    """The older side. 变更前。"""
    to: DifferenceEnd
    """The newer side. 变更后。"""
    associations: tuple[CorrespondenceRow, ...]
    """All rows; every live category of either side stands in one. 对照项。"""
    warnings: tuple[Label, ...] = ()
    """What could not be compared or understood, and what is ambiguous. 警告。"""
