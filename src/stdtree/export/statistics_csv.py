"""标准统计表: how many standards there should be and are, by level, by kind and by part."""

from __future__ import annotations

from stdtree.export import Exporter, Source
from stdtree.export._csv import table
from stdtree.export._statistics_table import COLUMNS, rows
from stdtree.label import Label, Language


def _render(source: Source, language: Language) -> bytes:
    return table(COLUMNS, rows(source.taxonomy, language), language)


EXPORTER = Exporter(
    of="release",
    title=Label("标准统计表", "Statistics table"),
    file="statistics.{lang}.csv",
    render=_render,
)
