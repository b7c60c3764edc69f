"""Evidence (依据): what a proposal rests on, one thing compared at a time."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

EvidenceKind = Literal[
    "code", "title", "notes", "position", "nesting", "children", "standards", "maps",
    "spelling", "wording", "scope",
]  # fmt: skip
"""What two categories are matched by; and, last, how the texts of one category changed: in their
spelling only, in their words, or in what is included and excluded.
"""
Likeness = Annotated[float, Meta(ge=0, le=1)]


class Evidence(Struct, frozen=True):
    """One thing that was compared. 一项依据。"""

    kind: EvidenceKind
    """What was compared. 比较的方面。"""
    likeness: Likeness
    """How alike they are in it, from 0 to 1. 相似程度,0 至 1。"""
