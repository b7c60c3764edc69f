"""Base changes outside the tree: organizations, facets, targets, the system."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from stdtree import diff
from stdtree.model.organization import Organization
from stdtree.model.release import Release
from stdtree.model.system import Accepted, Facet, FacetValue, System, Target
from tests.diff.pairs import between
from tests.diff.test_changes import told
from tests.trees import SYSTEM, sample, taxonomy

LAB = Organization(id="lab", name={"zh": "示例实验室"}, kind="institute", aliases=("甲", "乙"))
GOAL = Target(id="t2027", year=2027, metric="new-standards", op=">=", value=40)
KNOWN = Accepted(rule="depth", subject="a", reason={"zh": "已知"})
CHAIN = SYSTEM.facets["chain"]


def system(**fields: Any) -> System:
    """The demo system with some fields changed."""
    return replace(SYSTEM, **fields)


SYSTEMS: dict[str, tuple[System, System, list[str]]] = {
    "title": (
        SYSTEM,
        system(title={"zh": "新体系", "en": "Demo standards system"}),
        ["renamed system system zh 示例标准体系 → 新体系"],
    ),
    "id": (SYSTEM, system(id="other"), ["field system system id demo → other"]),
    "languages": (
        SYSTEM,
        system(languages=("en", "zh")),
        ["field system system languages ['zh', 'en'] → ['en', 'zh']"],
    ),
    "rules": (
        system(rules={"depth": "note"}),
        system(rules={"depth": "off", "orphan": "error"}),
        [
            "field system system rules.depth note → off",
            "field system system rules.orphan set → error",
        ],
    ),
    "policy": (SYSTEM, system(bump="sdmx"), ["field system system bump edition → sdmx"]),
    "accepted in another order": (
        system(accepted=(KNOWN, replace(KNOWN, subject="b"))),
        system(accepted=(replace(KNOWN, subject="b"), KNOWN)),
        [],
    ),
    "a facet": (SYSTEM, system(facets={}), ["removed facet chain"]),
    "values of a facet": (
        system(facets={"chain": replace(CHAIN, values=(FacetValue("v", {"zh": "甲"}),))}),
        system(facets={"chain": replace(CHAIN, values=(FacetValue("v", {"zh": "乙"}),))}),
        [
            "field facet chain values {} → {}".format(
                *([{"id": "v", "title": {"zh": z}}] for z in "甲乙")
            )
        ],
    ),
    "title of a facet": (
        SYSTEM,
        system(facets={"chain": Facet({"zh": "环节", "en": "Chain link"}, CHAIN.values)}),
        ["renamed facet chain zh 产业链环节 → 环节"],
    ),
    "a target": (SYSTEM, system(targets=(GOAL,)), ["added target t2027"]),
    "a target raised": (
        system(targets=(GOAL, replace(GOAL, id="t2"))),
        system(targets=(replace(GOAL, id="t2"), replace(GOAL, value=50, qualifier="以上"))),
        ["field target t2027 qualifier set → 以上", "field target t2027 value 40 → 50"],
    ),
}


@pytest.mark.parametrize("case", SYSTEMS)
def test_changes_of_the_system(case: str) -> None:
    """The header, its facets and its targets."""
    before, after, expected = SYSTEMS[case]

    difference = between(taxonomy(system=before), taxonomy(system=after))

    assert [told(change) for change in difference.changes] == expected


def test_a_target_that_stands_twice_is_said_and_the_first_is_compared() -> None:
    """As with standards."""
    before = taxonomy(system=system(targets=(GOAL, replace(GOAL, value=1))))
    after = taxonomy(system=system(targets=(GOAL, replace(GOAL, value=2))))

    difference = between(before, after)

    assert not difference
    raised = between(before, taxonomy(system=system(targets=(replace(GOAL, value=50),)))).changes
    assert [t.value for t in diff.apply(raised, before).system.targets] == [50, 1]
    assert [warning.en for warning in difference.warnings] == [
        f"{side}: more than one target has the id “t2027”; only the first is compared"
        for side in ("old", "new")
    ]


def test_changes_of_organizations() -> None:
    """Bodies by id; their names by language, their lists as sets."""
    other = replace(LAB, name={"zh": "实验室"}, aliases=("乙", "甲"), domains=("检验",))
    board = replace(LAB, id="board")

    difference = between(taxonomy(organizations=[LAB]), taxonomy(organizations=[other, board]))

    assert [told(change) for change in difference.changes] == [
        "added organization board",
        "renamed organization lab zh 示例实验室 → 实验室",
        "field organization lab domains set → ['检验']",
    ]


def test_releases_are_not_compared() -> None:
    """The record of a release says nothing about the system itself."""
    made = Release(
        release="1.0", date="2022-11-30", digest="sha256:" + "0" * 64, counts={"categories": 1}
    )

    assert not between(sample(), sample().with_(releases=[made]))
