"""The table of standards as a workbook."""

from __future__ import annotations

import csv
import io

from stdtree.export import Source
from stdtree.export.standards_table_csv import EXPORTER as CSV
from stdtree.export.standards_table_xlsx import EXPORTER
from tests.export.office import sheets
from tests.trees import sample


def test_the_same_as_csv() -> None:
    """Both forms have the same rows."""
    source = Source("1.0", sample(), date="2026-01-15", digest="sha256:0")
    text = CSV.render(source, "zh").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    book = sheets(EXPORTER.render(source, "zh"))

    assert list(book) == ["说明", "标准明细表", "标准统计表"]
    assert [[_text(cell) for cell in row] for row in book["标准明细表"]] == rows
    assert any(row[0] == "内容摘要" and row[1] == "sha256:0" for row in book["说明"])


def _text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) else str(cell)
