"""The workbook of a difference: one sheet for each way to look at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stdtree.export import Source
from stdtree.export._office.cells import Value, width
from stdtree.export._office.figures import Figures, Table
from stdtree.export._office.happened import Happened
from stdtree.export._office.rows import ChangeRow, Rows
from stdtree.export._office.sheets import Column, Cover, Row, Sheet, Style, workbook
from stdtree.export._office.values import side
from stdtree.label import Label, Language, same
from stdtree.model import balance, correspondence_table, names, words
from stdtree.model.change import EVENT_KINDS
from stdtree.model.grouped_events import grouped

_COVER = (26, *(12 for _ in range(2 + len(balance.STEPS))))
"""Widths on the first sheet: its widest table is that of the levels."""
_NUMBER = Column(Label("序号", "No."), 6, "number")
_WHAT = (
    Column(Label("变更", "Change"), 9),
    Column(Label("字段", "Field"), 12),
    Column(Label("变更前", "Before"), 36),
    Column(Label("变更后", "After"), 36),
    Column(Label("实质与否", "Real or virtual"), 8),
    Column(Label("理由", "Reason"), 30),
)
_MORE = (
    Column(Label("起因（序号）", "Follows from (no.)"), 9, "number", is_printed=False),
    Column(Label("要求升级", "Calls for"), 11, is_printed=False),
)
_ID = Column(Label("标识", "Id"), 28, is_printed=False)
_CATEGORIES = (
    Column(Label("原体系编号", "Code before"), 8),
    Column(Label("新体系编号", "Code after"), 8),
    Column(Label("名称", "Title"), 20),
    _NUMBER,
    *_WHAT,
    *_MORE,
    Column(Label("层级", "Level"), 9, is_printed=False),
    Column(Label("所在分支", "Branch"), 18, is_printed=False),
    Column(Label("责任单位", "Owner"), 22, is_printed=False),
    _ID,
)
_STANDARDS = (
    Column(Label("原标准编号", "Number before"), 18),
    Column(Label("新标准编号", "Number after"), 18),
    Column(Label("标准名称", "Title"), 26),
    _NUMBER,
    *_WHAT,
    *_MORE,
    Column(Label("所属类目", "Category"), 24, is_printed=False),
    _ID,
)
_OTHERS = (
    Column(Label("对象", "What"), 12), Column(Label("名称", "Name"), 28), _NUMBER,
    *_WHAT, *_MORE, _ID,
)  # fmt: skip
_EVENTS = (
    Column(Label("序号", "No."), 6, "number"),
    Column(Label("事件", "Event"), 12),
    Column(Label("对象", "What"), 8),
    Column(Label("变更前", "Before"), 32),
    Column(Label("变更后", "After"), 32),
    Column(Label("实质与否", "Real or virtual"), 10),
    Column(Label("理由", "Reason"), 44),
    Column(Label("要求升级", "Calls for"), 11),
    Column(Label("所依据的变更（序号）", "Rests on changes (no.)"), 22, is_printed=False),
)
_ASSOCIATIONS = (11, 20, 26, 11, 20, 26, 9, 10, 7, 7, 7, 15, 30)
"""Widths of the columns of the correspondence table."""
_STYLE: dict[str, Style] = {
    "added": "added", "reinstated": "added", "removed": "removed", "retired": "removed",
}  # fmt: skip
_SUGGESTED = Label("（推断）", " (suggested)")


def book(source: Source, language: Language) -> bytes:
    """The file."""
    difference = source.changes()
    rows = Rows(difference, language)
    sheets = (
        Sheet(Label("事件", "Events"), _EVENTS, _events(source, language), kept=2),
        Sheet(Label("类目变更", "Categories"), _CATEGORIES, _categories(rows), kept=3),
        Sheet(Label("标准变更", "Standards"), _STANDARDS, _standards(rows), kept=3),
        _correspondence(source, language),
        _statistics(source, language),
        Sheet(Label("其他变更", "Other"), _OTHERS, _others(rows), kept=2),
    )
    return workbook(_cover(source, language), sheets, language, date=difference.after.date)


def _cover(source: Source, language: Language) -> Cover:
    difference = source.changes()
    system = difference.after.taxonomy.system
    figures = Figures(difference, language)
    lines = [names.text(system.notice)] if system.notice else []
    lines += [figures.bump(), *figures.digests(), *difference.warnings]
    tables = (figures.ends(), figures.levels(), figures.kinds(), figures.events())
    ends = f"{difference.before.name} → {difference.after.name}"
    what = Label(f" {ends} 变更一览", f": what changed, {ends}")
    title = names.text(system.title) + what
    return Cover(
        Label("概览", "Summary"),
        title.in_(language),
        [line.in_(language) for line in lines],
        [
            (table.title, _columns(table, _COVER[: len(table.columns)]), _rows(table))
            for table in tables
        ],
        _COVER,
    )


def _events(source: Source, language: Language) -> Iterator[Row]:
    difference = source.changes()
    happened = Happened(difference, language)
    number = 0
    for kind, events in grouped((*difference.events, *difference.suggestions), difference):
        for event in events:
            number += 1
            name = EVENT_KINDS[kind] + (_SUGGESTED if event.inferred else Label("", ""))
            before = "\n".join(happened.before(event))
            after = "\n".join(happened.after(event))
            yield Row(
                (
                    number,
                    name.in_(language),
                    words.ENTITY[event.entity].in_(language),
                    before,
                    after,
                    happened.real(event),
                    happened.reason(event),
                    words.BUMP[event.bump].in_(language),
                    ", ".join(map(str, event.changes)),
                )
            )


def _categories(rows: Rows) -> Iterator[Row]:
    for row in rows.of(lambda entity: entity == "category"):
        tail = (row.level, row.branch, row.owner, row.change.id)
        yield _row(row, (*row.codes, row.name), tail)


def _standards(rows: Rows) -> Iterator[Row]:
    for row in rows.of(lambda entity: entity == "standard"):
        yield _row(row, (*row.codes, row.name), (row.home, row.change.id))


def _others(rows: Rows) -> Iterator[Row]:
    for row in rows.of(lambda entity: entity not in ("category", "standard")):
        entity = words.ENTITY[row.change.entity].in_(rows.language)
        yield _row(row, (entity, row.name), (row.change.id,))


def _row(row: ChangeRow, head: Sequence[Value], tail: Sequence[Value]) -> Row:
    before, after = side(row.lines, 0), side(row.lines, 1)
    return Row(
        (
            *head, row.number, row.kind, row.field, before, after, row.real, row.reason,
            row.cause, row.bump, *tail,
        ),
        styles={len(head) + 1: _STYLE.get(row.change.kind, "changed")},
        folds=bool(row.following),
        folded=row.folded,
    )  # fmt: skip


def _correspondence(source: Source, language: Language) -> Sheet:
    difference = source.changes()
    before, after = difference.before.taxonomy, difference.after.taxonomy
    columns = [
        Column(title, columns)
        for title, columns in zip(correspondence_table.COLUMNS, _ASSOCIATIONS, strict=True)
    ]
    rows = (
        Row([cell.in_(language) for cell in correspondence_table.cells(row, before, after)])
        for row in difference.correspondence
    )
    return Sheet(Label("对照表", "Correspondence"), columns, rows)


def _statistics(source: Source, language: Language) -> Sheet:
    """One sheet of all ways of counting, each line saying which it belongs to."""
    tables = Figures(source.changes(), language).standards()
    by = (Column(Label("统计口径", "Counted by"), 14), Column(Label("统计项", "Item"), 26))
    columns = [*by, *_columns(tables[0])[1:]]
    rows = [
        Row((table.title, *row.values), {place + 1: style for place, style in row.styles.items()})
        for table in tables
        for row in _rows(table)
    ]
    return Sheet(Label("统计", "Statistics"), columns, rows, kept=2)


def _rows(table: Table) -> list[Row]:
    """Numbers stand to the right, and the total stands out."""
    last = len(table.rows) - 1 if table.is_totalled else -1
    return [
        Row(
            row,
            {
                place: "total" if at == last else "number"
                for place, value in enumerate(row)
                if isinstance(value, int | float)
            },
        )
        for at, row in enumerate(table.rows)
    ]


def _columns(table: Table, widths: Sequence[int] = ()) -> list[Column]:
    """As wide as their titles need, unless given."""
    needed = [26, *(max(9, 4 + width(title)) for title in table.columns[1:])]
    return [
        Column(same(title), columns)
        for title, columns in zip(table.columns, widths or needed, strict=True)
    ]
