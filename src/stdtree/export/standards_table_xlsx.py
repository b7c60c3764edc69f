"""标准明细表 and 标准统计表 as a workbook, with what they are of on its first sheet."""

from __future__ import annotations

from stdtree.export import Exporter, Source, _standards_table, _statistics_table
from stdtree.export._office.sheets import Column, Cover, Row, Sheet, workbook
from stdtree.label import Label, Language, same
from stdtree.model import names
from stdtree.model.counts import counts

_TITLE = Label("标准明细表", "Table of standards")
_WIDTHS = (5, 10, 18, 18, 28, 8, 10, 14, 11, 11, 12, 18, 22)
_STATISTICS_WIDTHS = (14, 34, 10, 10, 16)


def _render(source: Source, language: Language) -> bytes:
    standards = [
        Row(row, {0: "number"}) for row in _standards_table.rows(source.taxonomy, language)
    ]
    statistics = [
        Row(
            (by, item, needed, existing, float(share) if share else None),
            dict.fromkeys((2, 3, 4), "number"),
        )
        for by, item, needed, existing, share in _statistics_table.rows(source.taxonomy, language)
    ]
    sheets = (
        Sheet(_TITLE, _columns(_standards_table.COLUMNS, _WIDTHS), standards, kept=5),
        Sheet(
            Label("标准统计表", "Statistics"),
            _columns(_statistics_table.COLUMNS, _STATISTICS_WIDTHS),
            statistics,
            kept=2,
        ),
    )
    return workbook(_cover(source, language), sheets, language, date=source.date)


def _columns(titles: tuple[Label, ...], widths: tuple[int, ...]) -> list[Column]:
    return [Column(title, width) for title, width in zip(titles, widths, strict=True)]


def _cover(source: Source, language: Language) -> Cover:
    """What the workbook is of."""
    system, held = source.taxonomy.system, counts(source.taxonomy)
    title = names.text(system.title) + same(f" {source.name} ") + _TITLE
    facts: tuple[tuple[Label, int | str], ...] = (
        (Label("版本", "Release"), source.name),
        (Label("日期", "Date"), source.date),
        (Label("类目", "Categories"), held.categories),
        (Label("现有标准", "Existing standards"), held.standards),
        (Label("拟制定标准", "Planned standards"), held.planned),
        (Label("内容摘要", "Digest of the contents"), source.digest),
    )
    columns = (Column(Label("项目", "Item"), 26), Column(Label("内容", "What it is"), 76))
    return Cover(
        name=Label("说明", "About"),
        title=title.in_(language),
        lines=[names.text(system.notice).in_(language)] if system.notice else [],
        tables=[("", columns, [Row((word.in_(language), value)) for word, value in facts])],
        widths=(26, 76),
    )


EXPORTER = Exporter(
    of="release",
    title=Label("标准明细表和统计表（工作簿）", "Table of standards and statistics, as a workbook"),
    file="standards.{lang}.xlsx",
    render=_render,
)
