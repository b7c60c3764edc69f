"""A release (版本): the immutable record of what was issued, and its order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

from stdtree.model.bump import Bump
from stdtree.model.category import Category
from stdtree.model.consultation import SignOff
from stdtree.model.ids import Date, Digest, Id, ReleaseName, Text
from stdtree.model.organization import Organization
from stdtree.model.system import System

Verdict = Literal["kept", "too-small", "not-bumped", "decreased", "larger-than-needed"]
Count = Annotated[int, Meta(ge=0, examples=[124])]


class Counts(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How many there are in a release, drafts and retired categories left out. 数量。"""

    categories: Count
    """Categories. 类目数。"""
    standards: Count
    """Standards with a number, neither replaced nor withdrawn. 现有标准数。"""
    planned: Count = 0
    """Planned standards without a number. 拟制定标准数。"""
    levels: Annotated[Mapping[Id, Count], Meta(examples=[{"part": 3, "domain": 16}])] = {}
    """Categories by level. 各层级类目数。"""


class Release(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The record of one release; never edited afterwards. 版本记录。"""

    release: ReleaseName
    """Number of the release; also the file's name. 版本号。"""
    date: Date
    """Date of issue. 发布日期。"""
    digest: Digest
    """SHA-256 of the canonical content (RFC 8785). 规范化内容的摘要。"""
    counts: Counts
    """Counts, as the digest's content has them. 数量。"""
    previous: ReleaseName | None = None
    """The release before. 上一版本。"""
    bump: Bump | None = None
    """What the changes since then called for. 变更所要求的升级。"""
    reason: Text | None = None
    """Why a smaller number than that was taken. 版本号小于要求时的理由。"""
    notes: Text | None = None
    """What readers should know. 版本说明。"""
    sign_offs: tuple[SignOff, ...] = ()
    """Sign-offs. 审批记录。"""


class Snapshot(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """All of a release in one JSON file, for readers without git. 快照。"""

    format: Literal["stdtree-snapshot/1"]
    """Shape and version of this file. 格式。"""
    release: ReleaseName
    """Number of the release. 版本号。"""
    date: Date
    """Date of issue. 发布日期。"""
    digest: Digest
    """SHA-256 over system, organizations and categories (RFC 8785). 摘要。"""
    system: System
    """The system. 体系。"""
    organizations: tuple[Organization, ...]
    """Organizations, by id. 组织机构。"""
    categories: tuple[Category, ...]
    """Categories, by id; retired ones too, drafts not. 类目。"""


def release_key(name: str) -> tuple[int, int, int]:
    """The order of releases; 1.0 and 1.0.0 are the same one."""
    major, minor, patch = ([int(part) for part in name.split(".")] + [0])[:3]
    return major, minor, patch


def bump_between(older: str, newer: str) -> Bump | None:
    """Which number grew from `older` to `newer`; None if it went down."""
    before, after = release_key(older), release_key(newer)
    if after < before:
        return None
    names: tuple[Bump, ...] = ("major", "minor", "patch")
    for name, old, new in zip(names, before, after, strict=True):
        if old != new:
            return name
    return "none"


def next_release(name: str, bump: Bump) -> str:
    """The number after `name` in which so much grew: 1.1 and minor make 1.2, and patch 1.1.1."""
    major, minor, patch = release_key(name)
    made = {
        "none": name,
        "patch": f"{major}.{minor}.{patch + 1}",
        "minor": f"{major}.{minor + 1}",
        "major": f"{major + 1}.0",
    }
    return made[bump]


def bump_verdict(required: Bump, older: str, newer: str) -> Verdict:
    """Whether the number of `newer` grew as the changes since `older` call for."""
    declared = bump_between(older, newer)
    if declared is None:
        return "decreased"
    if declared == required:
        return "kept"
    if declared == "none":
        return "not-bumped"
    order = get_args(Bump)
    return "too-small" if order.index(declared) < order.index(required) else "larger-than-needed"
