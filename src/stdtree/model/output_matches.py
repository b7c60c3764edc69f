"""What `stdtree diff --match --format json` tells machines. Never translated."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from stdtree.model.correspondence import Cardinality
from stdtree.model.evidence import Evidence, Likeness
from stdtree.model.ids import CategoryId, Text
from stdtree.model.output import DifferenceEnd

_FROM = {"from_": "from"}


class MatchMember(Struct, frozen=True):
    """A category of one side. 一侧的类目。"""

    id: CategoryId
    """Identifier; of an edition given as a table, made from the code. 标识。"""
    code: str | None
    """Code. 体系编号。"""
    title: Text
    """Title. 名称。"""


class MatchEntry(Struct, frozen=True, rename=_FROM):
    """Two categories that are probably the same, a suggestion. 一对疑似对应的类目。"""

    from_: MatchMember
    """Category of the older side. 旧的一侧的类目。"""
    to: MatchMember
    """Category of the newer side. 新的一侧的类目。"""
    score: Likeness
    """All evidence in one number. 综合得分。"""
    cardinality: Cardinality
    """That of all matches that hang together. 所在一组的对应关系。"""
    evidence: tuple[Evidence, ...]
    """What was compared; what one side lacks is absent. 依据。"""


class Unmatched(Struct, frozen=True, rename=_FROM):
    """Categories without a partner. 没有对应的类目。"""

    from_: tuple[MatchMember, ...]
    """Of the older side. 旧的一侧。"""
    to: tuple[MatchMember, ...]
    """Of the newer side. 新的一侧。"""


class MatchesDocument(Struct, frozen=True, rename=_FROM):
    """Matches between two trees: suggestions, no lineage. 疑似对应。"""

    format: Literal["stdtree-matches/1"]
    """Shape and version of this document. 格式。"""
    from_: DifferenceEnd
    """Older side. 旧的一侧。"""
    to: DifferenceEnd
    """Newer side. 新的一侧。"""
    matches: tuple[MatchEntry, ...]
    """Matches in the order of the older tree, then of the newer one. 疑似对应。"""
    unmatched: Unmatched
    """What is left over. 没有对应的类目。"""
