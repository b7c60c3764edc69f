"""The bump policy as data: kinds and branches that differ from the profile."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from stdtree.model.bump import BumpBranch, BumpRules
from stdtree.model.category import Category
from tests.diff.pairs import between
from tests.trees import SYSTEM, category, standard, taxonomy

ROOT, SIDE = category("root", "R"), category("side", "S")
LEAF = category("leaf", "R1", "root")
DEEP = category("deep", "R11", "leaf")
OLD = ROOT, SIDE, LEAF, DEEP
EDITS: dict[str, tuple[Category, ...]] = {
    "moved": (ROOT, SIDE, replace(LEAF, parent="side"), DEEP),
    "moved deep": (ROOT, SIDE, LEAF, replace(DEEP, parent="root")),
    "renamed": (ROOT, SIDE, replace(LEAF, title={"zh": "新", "en": "Category leaf"}), DEEP),
    "recoded branch": (ROOT, SIDE, replace(LEAF, code="R2"), replace(DEEP, code="R21")),
    "added": (*OLD, category("more", "R2", "root")),
    "standard": (ROOT, SIDE, replace(LEAF, standards=(standard("one", "GB/T 1-2020"),)), DEEP),
    "removed deep": OLD[:3],
}


def required(edit: str, **rules: Any) -> str:
    """What an edit calls for under these rules."""
    system = replace(SYSTEM, bump=BumpRules(**rules))
    return between(taxonomy(*OLD, system=system), taxonomy(*EDITS[edit], system=system)).required


@pytest.mark.parametrize(
    ("edit", "rules", "expected"),
    [
        ("moved", {}, "minor"),
        ("moved", {"policy": "semver"}, "major"),
        ("moved", {"kinds": {"moved": "patch"}}, "patch"),  # and so the transfer that it makes
        ("moved", {"kinds": {"moved": "patch", "transfer": "major"}}, "major"),
        ("moved", {"kinds": {"transfer": "patch"}}, "minor"),
        ("renamed", {"kinds": {"renamed": "minor"}}, "minor"),
        ("renamed", {"kinds": {"renamed": "none", "name-change": "none"}}, "none"),
        ("recoded branch", {"kinds": {"recoded": "none", "code-change": "none"}}, "none"),
        ("recoded branch", {"kinds": {"recoded": "major"}}, "major"),
        ("added", {"kinds": {"added": "none"}}, "none"),
        ("standard", {"policy": "sdmx", "kinds": {"added": "patch"}}, "patch"),
    ],
)
def test_kinds(edit: str, rules: dict[str, Any], expected: str) -> None:
    """What is said of a kind goes before the profile; an event follows its changes."""
    assert required(edit, **rules) == expected


@pytest.mark.parametrize(
    ("edit", "category_id", "expected"),
    [
        ("renamed", "root", "major"),
        ("renamed", "leaf", "major"),
        ("renamed", "side", "patch"),
        ("renamed", "deep", "patch"),
        ("renamed", "nowhere", "patch"),
    ],
)
def test_branches(edit: str, category_id: str, expected: str) -> None:
    """Rules of a branch hold for its category and everything below, and for nothing else."""
    branch = BumpBranch(category_id, {"renamed": "major"})

    assert required(edit, branches=(branch,)) == expected


def test_the_lowest_branch_decides() -> None:
    """And goes before what is said for the whole."""
    branches = BumpBranch("root", {"renamed": "major"}), BumpBranch("leaf", {"renamed": "none"})
    kinds: Any = {"renamed": "major", "name-change": "none"}

    assert required("renamed", branches=branches) == "none"
    assert required("renamed", branches=branches[:1], kinds={"renamed": "none"}) == "major"
    assert required("renamed", branches=branches[1:], kinds=kinds) == "none"


def test_what_went_is_judged_where_it_was() -> None:
    """The newer side has no place for it."""
    branch = BumpBranch("leaf", {"removed": "patch"})

    assert required("removed deep", branches=(branch,)) == "patch"
    assert required("removed deep") == "minor"


def test_a_profile_by_name_is_the_same_profile_in_full() -> None:
    """`bump: semver` and `bump: {policy: semver}` call for the same, in other words."""
    short, full = (replace(SYSTEM, bump=one) for one in ("semver", BumpRules("semver")))
    found = between(taxonomy(*OLD, system=short), taxonomy(*EDITS["moved"], system=full))

    assert found.required == "major"
    assert [(c.field, c.from_, c.to) for c in found.changes if c.entity == "system"] == [
        ("bump", "semver", {"policy": "semver"})
    ]
