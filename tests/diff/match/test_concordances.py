"""Matching is better than the two naive ways, on every official concordance there is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from benchmarks.concordance import DATA, Measured, measure

ALL = os.environ.get("STDTREE_CONCORDANCES")
"""Folder with all seven official tables in the same shape; the repository holds two small sets."""
CLEAR = 0.98
"""From which F1 on a naive way leaves so little to do that it only must not be undercut."""


def _is_better(one: Measured) -> bool:
    naive = max(one.same_code.f1, one.same_title.f1)
    return one.ours.f1 > naive if naive < CLEAR else one.ours.f1 >= naive


@pytest.mark.parametrize("folder", [DATA, *([Path(ALL)] if ALL else [])], ids=str)
def test_better_than_the_same_code_or_the_same_title(folder: Path) -> None:
    """F1 is above both wherever they leave something to do."""
    found = list(measure(folder))

    assert len(found) >= 2
    assert [one.name for one in found if not _is_better(one)] == []
