"""Removing a draft without a trace, or making it part of the system."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.model.taxonomy import Taxonomy
from tests.edit.facts import applied, changes, refused, system
from tests.trees import category, standard


def with_drafts() -> Taxonomy:
    """Drafts that something holds on to."""
    return system().with_(
        category("parental", "B7", "fields", status="draft"),
        category("young", None, "parental", status="draft", standards=(standard("s-1"),)),
        category("heir", "B8", "fields", status="draft"),
        category("origin", "B9", "fields", split_from=("heir",)),
    )


def test_remove() -> None:
    """Nothing of it stays."""
    assert changes(system(), applied("remove-draft", id="data")) == ["data: - < fields draft →"]


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        ("terms", "is not a draft. Retire it instead (retire-category)"),
        ("parental", "still has children (1, such as"),
        ("young", "still has standards in its table (1). Move them first (move-standard)"),
        ("heir", "The lineage of B9 Category origin names the category B8"),
        ("agents", "is retired"),
    ],
)
def test_removal_refused(draft: str, words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("remove-draft", with_drafts(), id=draft)


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        ({"id": "data"}, "data: - < fields draft → B10 < fields"),
        ({"id": "data", "code": "BX"}, "data: - < fields draft → BX < fields"),
        ({"id": "heir"}, "heir: B8 < fields draft → B8 < fields"),
    ],
)
def test_activate(fields: dict[str, Any], change: str) -> None:
    """It gets a code if it has none."""
    after = applied("activate-draft", with_drafts(), **fields)
    assert changes(with_drafts(), after) == [change]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"id": "terms"}, "is active already"),
        (
            {"id": "young"},
            "B7 Category parental above it is still a draft. Activate that one first",
        ),
        ({"id": "data", "code": "B1"}, "already that of B1 Category transfer"),
    ],
)
def test_activation_refused(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("activate-draft", with_drafts(), **fields)
