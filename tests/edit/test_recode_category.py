"""Recoding a category, alone or with its branch."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.edit.recode_category import RecodeCategory
from tests.edit.facts import applied, refused, system
from tests.trees import category


def test_the_branch_follows() -> None:
    """Live codes below begin with the new code; a retired one keeps what it had."""
    codes = {
        c.id: c.code for c in applied("recode-category", id="fields", code="C").categories.values()
    }
    assert codes == {
        "basics": "A", "terms": "A1", "methods": "A2", "fields": "C", "transfer": "C1",
        "incubation": "C2", "promotion": "C3", "brokers": "C11", "data": None, "agents": "B12",
    }  # fmt: skip


def test_without_a_code_the_next_free_one() -> None:
    """A level that has room gives the code."""
    assert applied("recode-category", id="incubation").categories["incubation"].code == "B4"


def test_codes_with_another_prefix_stay() -> None:
    """Only what begins with the old code is rebased, and an old misfit does not block."""
    before = system().with_(category("odd", "Z1", "fields"))
    assert applied("recode-category", before, id="fields", code="C").categories["odd"].code == "Z1"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"id": "fields", "code": "A"}, "already that of A Category basics"),
        ({"id": "fields", "code": "C", "branch": False}, "Let the codes below follow (--branch)"),
        ({"id": "fields", "code": "B"}, "Nothing changes in B Category fields"),
        ({"id": "fields", "code": "BB"}, 'shape of the level "Part": [A-Z]'),
        ({"id": "agents", "code": "B13"}, "is retired"),
    ],
)
def test_refusals(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("recode-category", **fields)


def test_form_and_words() -> None:
    """The form opens with the code; the description names both codes."""
    assert RecodeCategory.prefilled(system(), "fields") == {"id": "fields", "code": "B"}
    assert (
        RecodeCategory(id="fields", code="C").describe(system()).en
        == "Recode B Category fields to C"
    )
