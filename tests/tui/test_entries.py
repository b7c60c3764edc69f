"""Lists as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.tui import entries
from tests.trees import sample

LANGUAGES = ("zh", "en")
words = st.text(alphabet="技术ab|｜→=>\\ ", min_size=1, max_size=8).map(str.strip).filter(bool)
words = words.filter(lambda text: not text.endswith("\\") and "\\" not in text)
titles = st.builds(lambda zh, en: {"zh": zh} | ({"en": en} if en else {}), words, st.none() | words)


@given(st.lists(titles, max_size=3))
def test_titles_read_back_as_they_were(given_titles: list[dict[str, str]]) -> None:
    """Bars and arrows inside a text included."""
    printed = entries.print_titles(given_titles, LANGUAGES)
    assert entries.parse_titles(printed, LANGUAGES) == tuple(given_titles)


@given(st.lists(titles, max_size=3))
def test_notes_read_back_as_they_were(texts: list[dict[str, str]]) -> None:
    """With where they lead."""
    notes = [text | {"see": "incubation"} for text in texts]
    printed = entries.print_notes(notes, sample())
    assert entries.parse_notes(printed, sample()) == tuple(notes)


def test_categories_by_code_or_id() -> None:
    """What follows the first word is for reading."""
    assert entries.parse_categories("B2 孵化\nterms\n", sample()) == ("incubation", "terms")


def test_standards_by_number_or_id() -> None:
    """A number may hold a space."""
    text = "GB/T 1-2020 标准\nplanned-one"
    assert entries.parse_standards(text, sample()) == ("gbt-1-2020", "planned-one")


@pytest.mark.parametrize(
    ("parse", "text", "said"),
    [
        (lambda text: entries.parse_categories(text, sample()), "Z9", "Z9"),
        (lambda text: entries.parse_notes(text, sample()), "孵化 → Z9", "Z9"),
        (lambda text: entries.parse_standards(text, sample()), "GB/T 9", "GB/T 9"),
        (lambda text: entries.parse_titles(text, LANGUAGES), "a | b | c", "3"),
    ],
)
def test_what_cannot_be_read_is_quoted(parse: object, text: str, said: str) -> None:
    """The problem names the user's own words."""
    with pytest.raises(entries.EntryError) as problem:
        parse(text)  # type: ignore[operator]  # a function of the table
    assert said in problem.value.label.zh
    assert said in problem.value.label.en
