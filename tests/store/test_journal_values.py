"""What a step changed beside categories: put back by undo like them."""

from __future__ import annotations

from msgspec.structs import replace

from stdtree.model.consultation import Consultation
from stdtree.store.journal_values import between, fits, named, replayed
from tests.trees import sample

ROUND = Consultation(
    id="round-1", title={"zh": "征求意见"}, release="1.1", opens="2026-01-01", closes="2026-02-01"
)


def test_there_and_back() -> None:
    """System, organizations and consultations; values fit only where they are so."""
    before = sample().with_(consultations=[ROUND])
    after = before.with_(
        replace(before.categories["terms"], code="A9"),
        without=["promotion"],
        system=replace(before.system, notice={"zh": "样例"}),
        organizations=list(before.organizations.values())[:1],
        consultations=[replace(ROUND, id="round-2")],
    )

    old, new = between(before, after)

    assert list(new) == [
        "promotion",
        "terms",
        "/system",
        "/organizations",
        "/consultations/round-1",
        "/consultations/round-2",
    ]
    assert replayed(before, new) == after
    assert replayed(after, old) == before
    assert fits(before, old)
    assert fits(after, new)
    assert not fits(before, new)


def test_what_is_equal_is_not_kept() -> None:
    """Other objects with the same content are no change; a category alone changes only itself."""
    before = sample()
    after = before.with_(
        replace(before.categories["terms"], code="A9"),
        system=replace(before.system),
        organizations=list(before.organizations.values()),
    )

    assert list(between(before, after)[1]) == ["terms"]


def test_names() -> None:
    """A category as people know it, anything else by its file."""
    assert named(sample(), "terms").zh == "A1 类目terms"
    assert named(sample(), "/consultations/round-1").zh == "taxonomy/consultations/round-1.yaml"
