"""Many standard numbers at once: those that are not national, as they are found one by one."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from stdtree.model.standard_number import kind_of, not_national
from stdtree.model.standard_number_shapes import SHAPES
from tests.effort import one_in

numbers = st.one_of(
    *(st.from_regex(shape, fullmatch=True) for shape in SHAPES.values()),
    st.text("GB/TZ 1-2.\n\r\u2028", max_size=14),
    st.sampled_from(["GB/T 1-2020", "GB 2.1-2020 ", "GB/T 3-2020\n", "GB/T 4-2020\nGB/T 5-2020"]),
)


@one_in(3)
@given(written=st.lists(numbers))
@example(written=["GB/T 1-2020", "", "GB/T 2-2020"])
@example(written=["GB/T 1-2020\rRB/T 2-2020", "GB/T 3-2020"])
def test_is_told_as_one_by_one(written: list[str]) -> None:
    """Whatever stands in them, line feeds too."""
    assert not_national(written) == {text for text in written if kind_of(text) != "national"}
