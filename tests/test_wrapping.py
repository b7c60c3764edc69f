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


def test_kinsoku_and_standard_numbers() -> None:
    """No closing mark begins a line, no opening one ends it, numbers and words are whole."""
    text = "（一）按照GB/T 1.1-2020的规定编写，参见《标准化工作导则》；“术语”——含义……it’s so。"
    for width in range(14, 40):
        lines = list(fold(text, width))
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert max(map(cells, lines)) <= width
        assert not any(line[0] in "，。；）》”…—" for line in lines)
        assert not any(line[-1] in "（《“" for line in lines)
        assert any("GB/T 1.1-2020" in line for line in lines)
        assert any("it’s" in line for line in lines)


@given(st.text(alphabet="服务ab，。（—…“”1.-/GT ", max_size=60))
def test_what_has_to_fit_fits(text: str) -> None:
    """With `split` no line is too wide, and what is not Latin never is."""
    assert all(cells(line) <= WIDTH for line in fold(text, WIDTH, split=True))
    assert all(
        cells(line) <= WIDTH or line.strip("，。（—…“”").isascii() for line in fold(text, WIDTH)
    )
