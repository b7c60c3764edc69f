"""Folding of Chinese and Latin text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stdtree.wrapping import cells, fold

WIDTH = 12
SAMPLES = st.text(alphabet="服务 ab,。、-", max_size=60)


@given(SAMPLES)
def test_folding_keeps_every_character_but_spaces_at_ends(text: str) -> None:
    """Nothing but spaces is lost between the lines."""
    folded = "".join(fold(text, WIDTH))

    assert text.replace(" ", "") == folded.replace(" ", "")


@given(st.text(alphabet="服务ab ", max_size=60))
def test_lines_fit_unless_one_word_is_wider(text: str) -> None:
    """A line is wider than asked for only if it cannot be broken."""
    for line in fold(text, WIDTH):
        assert cells(line) <= WIDTH or (" " not in line.strip() and line.isascii())


def test_closing_punctuation_does_not_begin_a_line() -> None:
    """A full stop stays with the sentence it ends."""
    assert list(fold("服务服务服务。", WIDTH)) == ["服务服务服", "务。"]


def test_wide_characters_take_two_cells() -> None:
    """Chinese is twice as wide as Latin; combining marks take no room."""
    assert (cells("服务"), cells("ab"), cells("e\u0301")) == (4, 2, 1)


def test_lines_stay_apart() -> None:
    """A line break in the text is one in the result."""
    assert list(fold("ab\n\ncd", WIDTH)) == ["ab", "", "cd"]
