"""Taking back the retirement of a category."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.edit.restore_category import RestoreCategory
from stdtree.model.category import Retired
from stdtree.model.taxonomy import Taxonomy
from tests.edit.facts import applied, changes, refused, system
from tests.trees import category


def with_retired() -> Taxonomy:
    """Retired categories with trouble around them."""
    gone: dict[str, Any] = {"status": "retired", "retired": Retired(release="1.0")}
    return system().with_(
        category("reused", "B3", "fields", **gone),
        category("codeless", None, "fields", **gone),
        category("below-retired", "B121", "agents", **gone),
        category("below-draft", "B91", "data", **gone),
        category("top", "D", None, **gone),
        category("kept", "D1", "top"),
    )


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        ({"id": "agents"}, "agents: B12 < transfer retired 1.0(brokers) → B12 < transfer"),
        ({"id": "reused", "code": "B9"}, "reused: B3 < fields retired 1.0() → B9 < fields"),
        ({"id": "codeless"}, "codeless: - < fields retired 1.0() → B4 < fields"),
        (
            {"id": "below-retired", "to": "incubation", "code": "B21"},
            "below-retired: B121 < agents retired 1.0() → B21 < incubation",
        ),
        ({"id": "top"}, "top: D < . retired 1.0() → D < ."),
    ],
)
def test_restored(fields: dict[str, Any], change: str) -> None:
    """Active, without its record, where it was or elsewhere."""
    after = applied("restore-category", with_retired(), **fields)
    assert changes(with_retired(), after) == [change]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"id": "terms"}, "is not retired"),
        ({"id": "nowhere"}, 'no category with the id "nowhere"'),
        ({"id": "reused"}, "already that of B3 Category promotion. Give another code (--code)"),
        (
            {"id": "below-retired"},
            "B12 Category agents above it is not active (retired). Restore (restore-category)",
        ),
        ({"id": "below-draft"}, "Category data above it is not active (draft)."),
        ({"id": "top", "to": "kept"}, "cannot go under itself or what is below it"),
        ({"id": "agents", "to": "basics"}, "does not begin with the code of A Category basics"),
    ],
)
def test_refusals(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("restore-category", with_retired(), **fields)


def test_form_and_words() -> None:
    """The form opens with the code it had."""
    assert RestoreCategory.prefilled(system(), "agents") == {"id": "agents", "code": "B12"}
    assert RestoreCategory(id="agents").describe(system()).zh == "恢复 B12 类目agents"
