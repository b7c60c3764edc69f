"""Codes: their natural order, their shape, their parent's prefix."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.model.code import extends, fits, natural_key, rebased
from stdtree.model.system import Level

codes = st.text("AB019.-", max_size=6)


@pytest.mark.parametrize(
    "ordered",
    [
        ["A1", "A2", "A10", "A11", "B", "BA", "BB1"],
        ["1", "1.2", "1.10", "2", "A"],
        ["203.1", "203.2", "203.10", "204"],
        ["A001", "A01", "A1", "A2"],
    ],
)
def test_natural_order(ordered: list[str]) -> None:
    """As people sort."""
    backwards = ordered[::-1]
    assert sorted(backwards, key=natural_key) == ordered


@given(codes, codes)
def test_the_order_is_total(one: str, other: str) -> None:
    """Two codes have the same place only if they are the same code."""
    assert (natural_key(one) == natural_key(other)) == (one == other)
    assert (natural_key(one) < natural_key(other)) or (natural_key(other) <= natural_key(one))


@given(st.text("AB", max_size=3), st.integers(0, 10**6), st.integers(0, 10**6))
def test_digits_compare_as_numbers(prefix: str, one: int, other: int) -> None:
    """Behind the same letters the smaller number comes first."""
    keys = natural_key(f"{prefix}{one}"), natural_key(f"{prefix}{other}")
    assert (keys[0] < keys[1]) == (one < other)


@given(codes, codes, codes)
def test_rebasing(code: str, old: str, new: str) -> None:
    """The parent's old code goes, its new one comes, what follows stays; and back again."""
    assert rebased(old + code, old, new) == new + code
    assert rebased(rebased(old + code, old, new), new, old) == old + code
    assert extends(old + code, old) == bool(code)


def test_a_code_without_its_parents_prefix_stays() -> None:
    """There is nothing to replace."""
    assert rebased("X1", "A", "B") == "X1"
    assert not extends("X1", "A")


@pytest.mark.parametrize(
    ("code", "fit"), [("AB", True), ("ABC", False), ("xAB", False), ("AB\n", False)]
)
def test_the_whole_code_fits(code: str, *, fit: bool) -> None:
    """Neither a part nor a line end."""
    level = Level(id="domain", title={"zh": "领域"}, pattern="[A-Z]{2}")
    assert fits(code, level) is fit
