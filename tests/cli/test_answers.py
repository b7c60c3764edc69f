"""What people type for fields that take several names or texts."""

from __future__ import annotations

import pytest

from stdtree.cli.answers import entry, listed, texts
from stdtree.errors import UsageError


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["A", "B"], ["A", "B"]),
        (["A, B", "C"], ["A", "B", "C"]),
        (["A，B"], ["A", "B"]),
        ([""], []),
    ],
)
def test_names(given: list[str], expected: list[str]) -> None:
    """Repeated, with commas of either width, or none."""
    assert expected == listed(given)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["zh=甲", "en=A"], {"zh": "甲", "en": "A"}),
        (["甲"], {"zh": "甲"}),
        (["en="], {"en": ""}),
        (["zh-Hant=甲"], {"zh-Hant": "甲"}),
        (["a=b"], {"zh": "a=b"}),
        (["zh=see=x"], {"zh": "see=x"}),
        (["see=x"], {"zh": "see=x"}),
        (["zh=一\n二"], {"zh": "一\n二"}),
    ],
)
def test_texts(given: list[str], expected: dict[str, str]) -> None:
    """By language, or bare for the first; only what looks like a language tag is one."""
    assert expected == texts(given, "zh")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            "zh=孵化;en=Incubation;see=incubation",
            {"zh": "孵化", "en": "Incubation", "see": "incubation"},
        ),
        ("孵化;see=incubation", {"zh": "孵化", "see": "incubation"}),
        ("zh=甲;乙", {"zh": "甲;乙"}),
        ('{"zh": "甲;en=乙"}', {"zh": "甲;en=乙"}),
    ],
)
def test_entry(given: str, expected: dict[str, str]) -> None:
    """A semicolon separates only before the next `tag=`; JSON says anything."""
    assert expected == entry(given, "zh")


def test_broken_json_is_refused_with_its_place() -> None:
    """The message names the character, the hint shows the shape."""
    with pytest.raises(UsageError) as caught:
        entry('{"zh": 甲}', "zh")

    assert "character 8" in caught.value.message.en
    assert caught.value.hint is not None
