"""What hosts have no room for is left out by whole lines, and counted."""

from __future__ import annotations

import importlib
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gates.files import ROOT

LEFT_OUT = "…… 省略的行数："


@pytest.fixture(scope="module")
def review() -> ModuleType:
    """The script, which is no package."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "ci/hosts"))
        return importlib.import_module("review")


@given(lines=st.lists(st.text("ab甲乙", max_size=30), max_size=40), most=st.integers(100, 400))
def test_cut(review: ModuleType, lines: list[str], most: int) -> None:
    """As it is where it fits; else its beginning, within the limit, and the number of the rest."""
    text = "".join(f"{line}\n" for line in lines)

    made = review.cut(text, most, LEFT_OUT)

    if len(text.encode()) <= most:
        assert made == text
        return
    kept, _, count = made.rpartition(f"\n{LEFT_OUT}")
    assert len(made.encode()) <= most
    assert text.startswith(kept)
    assert text.splitlines()[: len(lines) - int(count)] == kept.splitlines()
