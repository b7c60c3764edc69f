"""Saying who is responsible for a category."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.edit.set_owner import SetOwner
from tests.edit.facts import applied, refused, system


def test_set_and_inherited_again() -> None:
    """What is below inherits; '' gives the owner above back."""
    after = applied("set-owner", id="basics", owner="board")
    assert (after.owner_of("terms"), after.owner_of("methods")) == ("board", "lab")
    cleared = applied("set-owner", after, id="methods", owner="")
    assert cleared.categories["methods"].owner is None
    assert cleared.owner_of("methods") == "board"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"id": "methods", "owner": "lap"}, "did you mean: lab?"),
        ({"id": "methods", "owner": "lab"}, "Nothing changes in A2 Category methods"),
        ({"id": "methods"}, "Nothing changes in A2 Category methods"),
        ({"id": "terms", "owner": ""}, "Nothing changes in A1 Category terms"),
        ({"id": "agents", "owner": "lab"}, "is retired"),
    ],
)
def test_refusals(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("set-owner", **fields)


def test_form_and_words() -> None:
    """The body is named."""
    assert SetOwner.prefilled(system(), "methods") == {"id": "methods", "owner": "lab"}
    made = SetOwner(id="terms", owner="board")
    assert made.describe(system()).en == "Make Sample board the owner of A1 Category terms"
    cleared = SetOwner(id="methods", owner="")
    assert cleared.describe(system()).en == "Have the owner of A2 Category methods inherited"
