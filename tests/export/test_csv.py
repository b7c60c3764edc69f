"""CSV that spreadsheets read and do not compute."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.export._csv import table
from stdtree.label import same

COLUMNS = (same("a"), same("b"))


def read(data: bytes) -> list[list[str]]:
    """As a spreadsheet reads it."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_formulas_are_text(start: str) -> None:
    """A cell that would compute begins with an apostrophe."""
    assert read(table(COLUMNS, [(f"{start}1+1", "x")], "zh"))[1] == [f"'{start}1+1", "x"]


def test_what_excel_asks_for() -> None:
    """A byte order mark, and lines that end as RFC 4180 says."""
    assert table(COLUMNS, [("技术", None)], "zh") == "\ufeffa,b\r\n技术,\r\n".encode()


@given(st.lists(st.tuples(st.text(), st.text())))
def test_cells_read_back(rows: list[tuple[str, str]]) -> None:
    """Commas, quotes and line breaks survive; only the guard is added."""
    found = read(table(COLUMNS, rows, "zh"))[1:]
    assert [[cell.removeprefix("'") for cell in row] for row in found] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
