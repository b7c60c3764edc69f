"""Saying of one matter that it belongs to a category, or does not."""

from __future__ import annotations

from typing import Any

import pytest

from stdtree.edit.exclude_matter import ExcludeMatter
from stdtree.edit.include_matter import IncludeMatter
from tests.edit.facts import applied, refused, system

MATTER = {"zh": "技术经纪", "en": "Brokerage"}


def test_included() -> None:
    """One note at the end; border cases in a list of their own."""
    after = applied("include-matter", id="terms", matter=MATTER)
    after = applied("include-matter", after, id="terms", matter={"zh": "符号"})
    after = applied("include-matter", after, id="terms", matter={"zh": "图形"}, also=True)
    terms = after.categories["terms"]
    assert (terms.includes, terms.includes_also) == ((MATTER, {"zh": "符号"}), ({"zh": "图形"},))


def test_excluded() -> None:
    """With and without where it goes."""
    after = applied("exclude-matter", id="transfer", matter=MATTER, see="promotion")
    after = applied("exclude-matter", after, id="transfer", matter=MATTER)
    assert after.categories["transfer"].excludes == (
        {"zh": "孵化", "see": "incubation"},
        MATTER | {"see": "promotion"},
        MATTER,
    )


@pytest.mark.parametrize("operation", ["include-matter", "exclude-matter"])
@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"id": "agents"}, "is retired"),
        ({"matter": {"en": "Brokerage"}}, "the text in zh is missing"),
        ({"matter": {"zh": ""}}, "an entry has no words"),
        ({"matter": {"zh": "技术经纪", "fr": "Courtage"}}, 'no language "fr"'),
    ],
)
def test_refusals(operation: str, fields: dict[str, Any], words: str) -> None:
    """Each says why and what to do."""
    assert words in refused(operation, **({"id": "terms", "matter": MATTER} | fields))


@pytest.mark.parametrize(
    ("see", "words"),
    [
        ("transfer", "What B1 Category transfer excludes cannot go to itself."),
        ("agents", "is retired"),
        ("incubatoin", "did you mean: incubation"),
        ("incubation", "has this already under excludes. To rewrite or remove it: edit-texts"),
    ],
)
def test_target_refused(see: str, words: str) -> None:
    """What is excluded goes to another live category, once."""
    assert words in refused("exclude-matter", id="transfer", matter={"zh": "孵化"}, see=see)


def test_words() -> None:
    """The matter, and where it goes."""
    included = IncludeMatter(id="terms", matter=MATTER)
    assert included.describe(system()).en == "Include in A1 Category terms: Brokerage"
    excluded = ExcludeMatter(id="terms", matter=MATTER, see="brokers")
    assert excluded.describe(system()).zh == "从 A1 类目terms 中排除：技术经纪 → B11 类目brokers"
    assert ExcludeMatter(id="terms", matter=MATTER).describe(system()).en.endswith("Brokerage")
