"""How changes decide the next release number: the bump policy, as system.yaml holds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta, Struct

from stdtree.model.event_kind import BaseKind, EventKind
from stdtree.model.ids import CategoryId

Bump = Literal["none", "patch", "minor", "major"]
BumpPolicy = Literal["edition", "semver", "sdmx"]
Kinds = Annotated[
    Mapping[BaseKind | EventKind, Bump],
    Meta(examples=[{"merger": "major", "name-change": "patch"}]),
]
"""What a kind of change or event calls for."""


class BumpBranch(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What changes below one category call for. 某一分支的升级规则。"""

    category: CategoryId
    """The category; the rules hold for it and for everything below it. 分支的最上级类目。"""
    kinds: Kinds
    """Bump by kind of change or event. 各类变更或事件所要求的升级。"""


class BumpRules(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A profile and what this system does differently. 版本号升级规则。"""

    policy: BumpPolicy = "edition"
    """Profile for all that is not said below. 其余变更所用的策略。"""
    kinds: Kinds = {}
    """Bump by kind of change or event. 各类变更或事件所要求的升级。"""
    branches: tuple[BumpBranch, ...] = ()
    """Branches that differ; of several that hold, the lowest category decides. 各分支的规则。"""


def rules_of(written: BumpPolicy | BumpRules) -> BumpRules:
    """The rules as a value, also where system.yaml names a profile only."""
    return BumpRules(written) if isinstance(written, str) else written
