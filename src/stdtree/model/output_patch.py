"""A patch: of a difference, only what applying it needs. stdtree-patch/1."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType

from stdtree.model.change import Change, ChangedEntity
from stdtree.model.event_kind import BaseKind
from stdtree.model.ids import Digest

_FROM = {"from_": "from"}


class PatchEnd(Struct, frozen=True, omit_defaults=True):
    """What a patch leads from or to. 补丁的一端。"""

    release: str
    """Release or revision, as asked for. 版本或 git 修订。"""
    digest: Digest
    """Digest of its canonical content. 规范化内容的摘要。"""
    values: Digest | None = None
    """The same with all sets sorted, whose order a patch does not carry. 不计顺序的摘要。"""


class PatchChange(Struct, frozen=True, omit_defaults=True, rename=_FROM):
    """One base change; which keys it has depends on its kind. 一项变更。"""

    kind: BaseKind
    """Kind of change. 变更类型。"""
    entity: ChangedEntity
    """What changed. 变更对象的种类。"""
    id: str
    """Its identifier. 变更对象的标识。"""
    lang: str | None = None
    """renamed: language of the title. 名称的语言。"""
    field: str | None = None
    """field: name of the field, dotted below the entity. 字段。"""
    op: Literal["set", "unset", "change"] | None = None
    """field: whether it came, went or changed. 字段的增、删、改。"""
    from_: Any | UnsetType = UNSET
    """Value before. 变更前的值。"""
    to: Any | UnsetType = UNSET
    """Value after. 变更后的值。"""
    parent: str | None = None
    """added, removed: parent, or home of a standard. 上级类目或所属类目。"""
    value: Any | UnsetType = UNSET
    """added, removed: the whole item. 完整内容。"""
    cascade: bool = False
    """A consequence of another change. 是否为连带变更。"""

    @property
    def change(self) -> Change:
        """The base change itself."""
        return Change(**{name: getattr(self, name) for name in self.__struct_fields__})


class PatchDocument(Struct, frozen=True, rename=_FROM):
    """Base changes from one state to another: lossless, invertible, to be applied. 补丁。"""

    format: Literal["stdtree-patch/1", "stdtree-difference/1"]
    """Shape and version; the JSON of a difference holds a patch, too. 格式。"""
    from_: PatchEnd
    """Where it leads from. 变更前。"""
    to: PatchEnd
    """Where it leads to. 变更后。"""
    changes: tuple[PatchChange, ...]
    """Base changes, in the order of a difference. 变更。"""
