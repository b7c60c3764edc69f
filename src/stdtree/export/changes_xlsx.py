"""What changed between two releases, as a workbook: one sheet for each way to look at it."""

from __future__ import annotations

from stdtree.export import Exporter
from stdtree.export._office.book import book
from stdtree.label import Label

EXPORTER = Exporter(
    of="difference",
    title=Label("变更一览（工作簿）", "What changed, as a workbook"),
    file="changes.{lang}.xlsx",
    render=book,
)
