"""Renaming a category language by language."""

from __future__ import annotations

import pytest

from stdtree.edit.rename_category import RenameCategory
from tests.edit.facts import applied, refused, system


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ({"en": "Terms"}, {"zh": "类目terms", "en": "Terms"}),
        ({"zh": "术语", "en": ""}, {"zh": "术语"}),
    ],
)
def test_only_the_given_languages_change(given: dict[str, str], title: dict[str, str]) -> None:
    """An empty text removes its language."""
    assert applied("rename-category", id="terms", name=given).categories["terms"].title == title


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"zh": ""}, "The title has no zh text. Give a title in zh"),
        ({"zh": "  "}, "The title has no zh text."),
        ({"de": "Begriffe"}, 'no language "de"'),
        ({"zh": "类目terms"}, "Nothing changes in A1 Category terms."),
    ],
)
def test_refusals(given: dict[str, str], words: str) -> None:
    """The first language must stay."""
    assert words in refused("rename-category", id="terms", name=given)


def test_form_and_words() -> None:
    """The form opens with the title; a language without a new title is told another."""
    values = {"id": "terms", "name": {"zh": "类目terms", "en": "Category terms"}}
    assert RenameCategory.prefilled(system(), "terms") == values
    label = RenameCategory(id="terms", name={"zh": "术语"}).describe(system())
    assert label.zh == "将 A1 类目terms 更名为 术语"
    assert label.en == "Rename A1 Category terms to 术语"


def test_words_name_what_is_new() -> None:
    """A title that changes in one language only is told by it in the other one, too."""
    said = RenameCategory(id="terms", name={"zh": "术语", "en": "Category terms"})
    assert said.describe(system()).en.endswith("Category terms to 术语")
