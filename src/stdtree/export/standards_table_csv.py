"""标准明细表: every standard of the system once, at its home, in the order of the tree."""

from __future__ import annotations

from stdtree.export import Exporter, Source
from stdtree.export._csv import table
from stdtree.export._standards_table import COLUMNS, rows
from stdtree.label import Label, Language


def _render(source: Source, language: Language) -> bytes:
    return table(COLUMNS, rows(source.taxonomy, language), language)


EXPORTER = Exporter(
    of="release",
    title=Label("标准明细表", "Table of standards"),
    file="standards.{lang}.csv",
    render=_render,
)
