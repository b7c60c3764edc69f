"""Lines fitted to a width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from stdtree.tui.present.line import Piece, fit, line

pieces = st.lists(st.text(max_size=12).map(Piece), max_size=4)


@given(pieces, pieces, st.integers(1, 40))
def test_a_line_fills_its_width_exactly(left: list[Piece], right: list[Piece], width: int) -> None:
    """Whatever the texts hold, hidden characters included."""
    fitted = fit(line(*left, right=right), width)
    assert cell_len("".join(piece.text for piece in fitted)) == width


def test_the_left_is_cut_before_the_right() -> None:
    """Marks at the right edge stay."""
    fitted = fit(line("一个很长的类目名称", right=(Piece(" ✗1", "bad"),)), 12)
    assert "".join(piece.text for piece in fitted) == "一个很…   ✗1"
