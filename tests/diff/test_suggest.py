"""Lineage that nobody declared is suggested on demand, and counts for nothing."""

from __future__ import annotations

from dataclasses import replace as with_fields

from hypothesis import given

from stdtree import diff
from stdtree.model.canonical import digest
from stdtree.model.difference import Difference, End
from stdtree.model.taxonomy import Taxonomy
from tests.diff.pairs import ended, pairs
from tests.effort import one_in
from tests.trees import category, standard, taxonomy

ROOT = category("root", "R", title={"zh": "重点领域"})
OLD = category(
    "transfer", "RA", "root", title={"zh": "技术转移转化服务"},
    standards=(standard("one", "GB/T 1-2020"),),
)  # fmt: skip
NEW = category(
    "tech-transfer", "RB", "root", title={"zh": "技术转移服务"},
    standards=(standard("one", "GB/T 1-2020"),),
)  # fmt: skip
OTHER = category("kept", "RC", "root", title={"zh": "检验检测"})


def compared(before: Taxonomy, after: Taxonomy, *, suggest: bool = True) -> Difference:
    """The difference, with suggestions unless told otherwise."""
    ends = End("old", before, digest(before)), End("new", after, digest(after))
    return diff.compare(*ends, suggest=suggest)


def test_a_successor_that_nobody_named() -> None:
    """One went, one came, and much speaks for their being the same."""
    before, after = taxonomy(ROOT, OLD, OTHER), taxonomy(ROOT, NEW, OTHER)

    (event,) = compared(before, after).suggestions

    assert (event.kind, event.from_ids, event.to_ids) == (
        "replacement", ("transfer",), ("tech-transfer",)
    )  # fmt: skip
    assert event.inferred
    assert event.bump == "none"
    assert event.score is not None
    assert event.score >= 0.5
    assert {one.kind for one in event.evidence} >= {"title", "standards"}
    assert compared(before, after, suggest=False).suggestions == ()


def test_two_that_became_one() -> None:
    """What hangs together is one event."""
    twin = category("transfer-too", "RD", "root", title={"zh": "技术转移转化服务"})
    before, after = taxonomy(ROOT, OLD, twin, OTHER), taxonomy(ROOT, NEW, OTHER)

    (event,) = compared(before, after).suggestions

    assert (event.kind, event.from_ids) == ("merger", ("transfer", "transfer-too"))


def test_what_is_declared_is_not_suggested() -> None:
    """Ids and lineage say it already."""
    after = taxonomy(
        ROOT, NEW, OTHER, category("transfer", "RA", "root", **ended("tech-transfer"))
    )  # fmt: skip

    assert compared(taxonomy(ROOT, OLD, OTHER), after).suggestions == ()


@one_in(10)
@given(pairs())
def test_suggestions_change_nothing_else(pair: tuple[Taxonomy, Taxonomy]) -> None:
    """Changes, events, correspondence, bumps, causes: all as without them."""
    found, without = compared(*pair), compared(*pair, suggest=False)

    assert with_fields(found, suggestions=()) == without
    for event in found.suggestions:
        assert event.inferred
        assert event.from_ids
        assert event.to_ids
