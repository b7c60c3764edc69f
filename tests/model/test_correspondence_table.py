"""The table that all forms of a correspondence show."""

from __future__ import annotations

from typing import get_args

from stdtree.model.correspondence import Association, Cardinality
from stdtree.model.correspondence_table import BLS, COLUMNS, cells, stays
from tests.differences import newer
from tests.trees import sample


def test_a_cell_for_every_column() -> None:
    """In both languages; what does not apply is empty."""
    row = Association(
        "terms", "methods", "n:m", "lineage", "partial",
        code_reused=True, ambiguous=True, reasons=({"zh": "甲"}, {"zh": "乙", "en": "b"}),
    )  # fmt: skip
    told = [cell.en for cell in cells(row, sample(), newer())]

    assert len(told) == len(COLUMNS)
    assert told == [
        "A1", "terms", "Category terms", "C2", "methods", "Category methods",
        "n:m", "lineage", "partial", "yes", "yes", "R", "甲; b",
    ]  # fmt: skip
    gone = [
        cell.zh for cell in cells(Association("terms", None, "1:0", "identity"), sample(), newer())
    ]
    assert gone == ["A1", "terms", "类目terms", "", "", "", "1:0", "", "", "", "", "REMOVE", ""]


def test_every_cardinality_has_its_word() -> None:
    """For readers used to the Bureau of Labor Statistics."""
    assert set(BLS) == set(get_args(Cardinality))
    assert len(set(BLS.values())) == len(BLS)


def test_what_simply_stays() -> None:
    """The same category under the same code and title, and nothing else."""
    before, after = sample(), newer()

    assert stays(Association("terms", "terms", "1:1", "identity"), before, after)
    for row in (
        Association("transfer", "transfer", "1:1", "identity"),
        Association("terms", "terms", "1:1", "manual"),
        Association("terms", "terms", "1:n", "identity", "partial"),
        Association("terms", None, "1:0", "identity"),
    ):
        assert not stays(row, before, after)
