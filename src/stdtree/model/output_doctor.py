"""What `stdtree doctor --format json` tells machines; its words are in both languages."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from stdtree.label import Label
from stdtree.model.release import Count

Health = Literal["ok", "note", "trouble"]
"""In order; good to know; in the way of work."""


class Checkup(Struct, frozen=True, omit_defaults=True):
    """One thing that was looked at. 一项检查。"""

    check: str
    """Name of the check. 检查的名称。"""
    title: Label
    """What is looked at. 检查的内容。"""
    health: Health
    """ok, note or trouble. 结论。"""
    said: Label
    """What was found. 说明。"""
    fix: Label | None = None
    """The next thing to type; absent where nothing is to be done. 建议。"""


class DoctorSummary(Struct, frozen=True):
    """How many there are of each. 汇总。"""

    ok: Count
    """In order. 正常的项数。"""
    note: Count
    """Good to know. 需留意的项数。"""
    trouble: Count
    """In the way of work. 有故障的项数。"""


class DoctorDocument(Struct, frozen=True):
    """What stdtree finds around it. 运行环境的检查结果。"""

    format: Literal["stdtree-doctor/1"]
    """Shape and version of this document. 格式。"""
    summary: DoctorSummary
    """Totals. 汇总。"""
    checkups: tuple[Checkup, ...]
    """Everything that was looked at, in order. 各项检查。"""
