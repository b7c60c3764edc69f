"""Correspondence (对照表, xkos:Correspondence): which category became which."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from stdtree.model.category import Extent
from stdtree.model.ids import CategoryId, ReleaseName, Text

Cardinality = Literal["1:1", "1:n", "n:1", "n:m", "1:0", "0:1"]
Basis = Literal["identity", "lineage", "manual", "inferred"]
"""What a row rests on; `inferred` only where matches were asked for, and never in a release."""


class Association(Struct, frozen=True, gc=False):
    """One row: a source of the older release, a target of the newer, either may be missing.

    `cardinality` is that of the whole component the row belongs to, not of the row. A source that
    has targets and a row without one besides is lost in part; a target likewise is new in part.
    """

    source: str | None
    target: str | None
    cardinality: Cardinality
    basis: Basis
    extent: Extent = "complete"
    code_reused: bool = False
    """The source's code means another category in the newer release."""
    ambiguous: bool = False
    """Composed over several releases through one where matter of several sources was joined and
    then parted again: whether this target has any of this source, nobody has said.
    """
    reasons: tuple[Text, ...] = ()
    """Why, where somebody has put the row in by hand."""


class ManualAssociation(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One row put in by hand. 人工确定的对照项。"""

    source: CategoryId | None = None
    """Category of the older release; absent: the target is new. 原类目;缺省表示新增。"""
    target: CategoryId | None = None
    """Category of the newer release; absent: the source has none. 新类目;缺省表示无承接。"""
    extent: Extent = "complete"
    """Whether all of the source goes there, or a part. 全部对应或部分对应。"""
    reason: Text | None = None
    """Why. 理由。"""


class Correspondence(
    Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename={"from_": "from"}
):
    """What a person says about the correspondence of two releases. 人工对照。"""

    from_: ReleaseName
    """The older release. 旧版本。"""
    to: ReleaseName
    """The newer release. 新版本。"""
    associations: tuple[ManualAssociation, ...] = ()
    """Rows; they replace all that is derived for the same source, or for the same target where
    they have no source. 对照项,取代同一原类目(无原类目时为同一新类目)的推导结果。
    """

    @property
    def name(self) -> str:
        """How it is called, by file and by people: 1.0..1.1."""
        return f"{self.from_}..{self.to}"
