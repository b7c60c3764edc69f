"""Editing definition and notes."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.edit.edit_texts import EditTexts
from tests.edit.facts import applied, refused, system


def test_only_what_is_given_changes() -> None:
    """One language is added; the notes stay."""
    before = system().categories["transfer"]
    after = applied("edit-texts", id="transfer", definition={"en": "Passing on."}).categories[
        "transfer"
    ]
    assert after.definition == {"zh": "transfer的定义。", "en": "Passing on."}
    assert after.excludes == before.excludes


def test_notes_are_given_as_a_whole() -> None:
    """A list replaces the list; an empty one clears it."""
    notes = [{"zh": "转让"}, {"zh": "推广", "see": "promotion"}]
    after = applied("edit-texts", id="transfer", includes=notes, excludes=[]).categories["transfer"]
    assert list(after.includes) == notes
    assert after.excludes == ()


def test_a_definition_can_go_altogether() -> None:
    """All languages cleared leaves none."""
    after = applied("edit-texts", id="transfer", definition={"zh": ""})
    assert after.categories["transfer"].definition is None


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"definition": {"zh": "", "en": "Passing on."}},
            "Under definition, the text in zh is missing",
        ),
        ({"excludes": [{"zh": "孵化", "see": "incubator"}]}, "did you mean: incubation"),
        ({"excludes": [{"zh": "孵化", "see": "agents"}]}, "is retired"),
        ({"includes": [{"see": "terms"}]}, "Under includes, an entry has no words."),
        ({"includes": [{"en": "Licences"}]}, "Under includes, the text in zh is missing."),
        ({"excludes": [{"zh": "孵化", "see": "incubation"}]}, "Nothing changes in B1"),
        ({}, "Nothing changes in B1"),
    ],
)
def test_refusals(fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused("edit-texts", id="transfer", **fields)


def test_form_and_words() -> None:
    """The form opens with what is there; only what changes is named."""
    values = EditTexts.prefilled(system(), "transfer")
    assert values["excludes"] == ({"zh": "孵化", "see": "incubation"},)
    edited = EditTexts.model_validate(values | {"includes": [{"zh": "转让"}]})
    assert edited.describe(system()).en == "Edit B1 Category transfer: includes"
