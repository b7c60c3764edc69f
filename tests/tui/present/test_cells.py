"""Text in cells: cut, padded, wrapped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from stdtree.tui.present.cells import cut, pad, wrap

texts = st.text(alphabet="技术，。（）《》ab /-2020GBT“”", max_size=40)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("技术转移转化服务", 8, ["技术转移", "转化服务"]),
        ("见 GB/T 34670-2017 的规定", 16, ["见", "GB/T 34670-2017", "的规定"]),
        ("技术转移。转化", 8, ["技术转", "移。转化"]),
        ("技术转《移转》", 8, ["技术转", "《移转》"]),
        ("one two three", 8, ["one two", "three"]),
        ("a\nb", 8, ["a", "b"]),
        ("", 8, [""]),
    ],
)
def test_wrapping(text: str, width: int, lines: list[str]) -> None:
    """Standard numbers and words stay whole; punctuation stands where it may."""
    assert wrap(text, width) == lines


@given(texts, st.integers(4, 30))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    """No line is wider than it may be, and the text without its spaces is all there."""
    lines = wrap(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(texts, st.integers(0, 30))
def test_cut_and_padded(text: str, width: int) -> None:
    """Cut text fits; padded text fills exactly."""
    assert cell_len(cut(text, width)) <= width
    assert cell_len(pad(text, width)) == width
