"""Changes (变更) and events between two releases: the values of a difference.

Base changes are lossless and invertible; events are derived from them and from declared lineage,
named after GSIM's item-change typology (Statistics Canada's list; see docs/glossary.md).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, Literal

import msgspec
from msgspec import UNSET, Struct, UnsetType

from stdtree.label import Label
from stdtree.model.bump import Bump
from stdtree.model.event_kind import BaseKind, EventKind
from stdtree.model.evidence import Evidence
from stdtree.model.ids import Text

ChangedEntity = Literal[
    "category", "standard", "organization", "facet", "target", "system", "consultation"
]
Side = Literal["from", "to"]

BASE_KINDS: Mapping[BaseKind, Label] = {
    "added": Label("新增", "added"),
    "removed": Label("移除", "removed"),
    "retired": Label("废止", "retired"),
    "reinstated": Label("恢复", "reinstated"),
    "moved": Label("移动", "moved"),
    "recoded": Label("改码", "recoded"),
    "renamed": Label("更名", "renamed"),
    "field": Label("字段变更", "field changed"),
}
"""Base kinds in the order in which they are sorted."""

MIRROR: Mapping[BaseKind, BaseKind] = {
    "added": "removed",
    "removed": "added",
    "retired": "reinstated",
    "reinstated": "retired",
    "moved": "moved",
    "recoded": "recoded",
    "renamed": "renamed",
    "field": "field",
}
"""compare(b, a) has for each change of compare(a, b) one of this kind, with the sides swapped."""

EVENT_KINDS: Mapping[EventKind, Label] = {
    "creation": Label("产生", "creation"),
    "deletion": Label("消亡", "deletion"),
    "merger": Label("合并", "merger"),
    "take-over": Label("并入", "take-over"),
    "breakdown": Label("拆分", "breakdown"),
    "split-off": Label("析出", "split-off"),
    "replacement": Label("替代", "replacement"),
    "regrouping": Label("重组", "regrouping"),
    "transfer": Label("转移", "transfer"),
    "code-change": Label("代码变更", "code change"),
    "name-change": Label("名称变更", "name change"),
    "redefinition": Label("重新定义", "redefinition"),
    "code-reused": Label("编码复用", "code reused"),
    "new-edition": Label("换版", "new edition"),
    "status-change": Label("状态变化", "status change"),
    "re-homed": Label("归属调整", "re-homed"),
}
"""Event kinds in the order in which they are sorted."""


class Change(Struct, frozen=True, omit_defaults=True, gc=False, rename={"from_": "from"}):
    """One base change. Which keys beside kind, entity and id it has depends on the kind."""

    kind: BaseKind
    entity: ChangedEntity
    id: str
    lang: str | None = None
    """renamed: the language of the title."""
    field: str | None = None
    """field: its name, dotted below the entity (`plan.stage`, `definition.zh`)."""
    op: Literal["set", "unset", "change"] | None = None
    """field: whether it came, went or changed; absent is not null."""
    from_: Any | UnsetType = UNSET
    to: Any | UnsetType = UNSET
    parent: str | None = None
    """added, removed: the parent (a standard's home)."""
    value: Any | UnsetType = UNSET
    """added, removed: the whole item as plain data."""
    cascade: bool = False
    """A consequence: of its parent's coming or going, or of its parent's new prefix."""

    @property
    def fingerprint(self) -> str:
        """12 hex digits over canonical JSON of kind, keys, from and to."""
        keys = msgspec.to_builtins(self, str_keys=True)
        encoded = msgspec.json.encode(keys, order="sorted")
        return hashlib.sha256(encoded).hexdigest()[:12]


class Event(Struct, frozen=True, gc=False):
    """What a group of base changes means: `from_ids` of the older side, `to_ids` of the newer."""

    kind: EventKind
    entity: ChangedEntity
    from_ids: tuple[str, ...]
    to_ids: tuple[str, ...]
    survivors: tuple[str, ...] = ()
    """Members that live on both sides."""
    real: bool | None = None
    """Alters meaning (True), only code or name (False), or a person has to say (None)."""
    judged: bool = False
    """Whether a person judged that, in a change note; else it follows from the kind of event or,
    for a redefinition, is proposed.
    """
    inferred: bool = False
    """True if not declared but suggested by evidence."""
    evidence: tuple[Evidence, ...] = ()
    """What a proposal or suggestion rests on."""
    score: float | None = None
    """inferred: all evidence in one number, from 0 to 1."""
    reason: Text | None = None
    """The declared reason."""
    code: str | None = None
    """code-reused: the code."""
    changes: tuple[int, ...] = ()
    """Numbers of the base changes it rests on, from 1."""
    bump: Bump = "none"
    """What it alone calls for under the system's policy."""
