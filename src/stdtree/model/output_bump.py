"""What `stdtree bump --format json` tells machines. Never translated."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from stdtree.model.bump import Bump, BumpPolicy, BumpRules
from stdtree.model.change import ChangedEntity
from stdtree.model.event_kind import BaseKind, EventKind
from stdtree.model.ids import ReleaseName
from stdtree.model.output import Position
from stdtree.model.release import Count, Verdict

_FROM = {"from_": "from"}


class Forced(Struct, frozen=True, rename=_FROM):
    """An event or a change that calls for the required number. 要求升级的一个事件或一项变更。"""

    kind: EventKind | BaseKind
    """Kind of event, or of change where no event tells it. 类型。"""
    entity: ChangedEntity
    """What it is about. 对象的种类。"""
    from_: tuple[str, ...]
    """Identifiers in the older side. 变更前的成员。"""
    to: tuple[str, ...]
    """Identifiers in the newer side. 变更后的成员。"""
    changes: tuple[Position, ...]
    """Numbers of the changes in the difference. 所依据的变更。"""


class BumpDocument(Struct, frozen=True, rename=_FROM):
    """What the changes call for, and whether the release number follows. 版本号升级。"""

    format: Literal["stdtree-bump/1"]
    """Shape and version of this document. 格式。"""
    from_: str
    """The older side. 旧的一端。"""
    to: str
    """The newer side. 新的一端。"""
    release: ReleaseName | None
    """Number of the newer side, or the one it is to have; null where there is none. 版本号。"""
    policy: BumpPolicy
    """Profile of the system. 升级策略。"""
    rules: BumpRules
    """What system.yaml says in full; an empty object where it only names a profile. 升级规则。"""
    required: Bump
    """What the changes call for. 变更所要求的升级。"""
    declared: Bump | None
    """Which number grew; null where there is no number, or it went down. 实际升级。"""
    verdict: Verdict | None
    """How the two agree; null where there is no number. 结论。"""
    suggested: ReleaseName | None
    """The next number that suits; null where the older side has none. 建议的版本号。"""
    forced_by: tuple[Forced, ...]
    """What calls for the required number; each matter once, consequences left out.
    要求升级的变更。
    """
    undecided: Count
    """Redefinitions proposed as real that nobody has judged yet. 待判定的重新定义。"""
