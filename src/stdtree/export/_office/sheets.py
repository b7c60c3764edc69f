"""Workbooks as reviewers expect them: heads that stay and filter, folded rows, A4 in landscape.

Data is written as text and as numbers, never as anything that computes.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, Any, Literal

from stdtree.export._office.archive import moment, settled
from stdtree.export._office.cells import CELL, Value, Worded, fitting, shown, utf16, width
from stdtree.label import Label, Language
from stdtree.model.wording import Op

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

ROWS = 1_048_576
"""Rows that a sheet holds."""
_A4 = 9
_HEIGHT = 14.5
"""Points that a line of text takes."""
_ACROSS = 7
"""Columns of the first sheet that a paragraph takes, if there are so many."""
_FILLED = 0.93
"""How much of a line is filled where words do not break."""
_TALLEST = 409
"""Points that a row can take."""
_FONT: Mapping[Language, str] = {"zh": "宋体", "en": "Calibri"}
_LEFT_OUT = Label("……还有 {} 行，本表放不下", "… and {} more rows that a sheet cannot hold")

Style = Literal[
    "title", "section", "text", "head", "plain", "number", "added", "removed", "changed", "dim",
    "total",
]  # fmt: skip
_GRID: dict[str, Any] = {"border": 1, "border_color": "#BFBFBF", "valign": "top"}
_STYLES: Mapping[Style, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16},
    "section": {"bold": True, "font_size": 12},
    "text": {"text_wrap": True, "valign": "top"},
    "head": {**_GRID, "bold": True, "bg_color": "#DDE6F0", "text_wrap": True, "align": "center"},
    "plain": {**_GRID, "text_wrap": True},
    "number": {**_GRID, "align": "right"},
    "added": {**_GRID, "text_wrap": True, "font_color": "#00693E"},
    "removed": {**_GRID, "text_wrap": True, "font_color": "#B00020"},
    "changed": {**_GRID, "text_wrap": True, "font_color": "#7A4B00"},
    "total": {**_GRID, "bold": True, "align": "right", "top": 2},
    "dim": {**_GRID, "text_wrap": True, "font_color": "#595959"},
}
_PIECES: Mapping[Op, dict[str, Any]] = {
    "same": {},
    "removed": {"font_color": "#B00020", "font_strikeout": True},
    "added": {"font_color": "#00693E", "underline": 1},
}
_WHOLE = {**_PIECES, "added": {"font_color": "#00693E"}}
"""Where all of a cell is such a piece, underlining adds nothing."""
_ESCAPE = re.compile("_x[0-9A-Fa-f]{4}_")
"""How the format writes a character by its number; the library garbles it in a rich text."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, and how wide it is in characters of Western text."""

    title: Label
    width: int
    style: Style = "plain"
    is_printed: bool = True
    """False from the first column on that is for the screen only."""


@dataclass(frozen=True, slots=True)
class Row:
    """Values, and how the row is shown."""

    values: Sequence[Value]
    styles: Mapping[int, Style] = field(default_factory=dict)
    """By place, where it differs from that of the column."""
    folds: bool = False
    """Whether it opens to the rows that follow and are `folded`."""
    folded: bool = False


@dataclass(frozen=True)
class Sheet:
    """One view: a table with its head."""

    name: Label
    columns: Sequence[Column]
    rows: Iterable[Row]
    kept: int = 1
    """Columns that stay in sight when the sheet is scrolled sideways."""


@dataclass(frozen=True)
class Cover:
    """The first sheet: tables one below the other, each below its title."""

    name: Label
    title: str
    lines: Sequence[str]
    tables: Sequence[tuple[str, Sequence[Column], Sequence[Row]]]
    widths: Sequence[int]


def workbook(
    cover: Cover, sheets: Iterable[Sheet], language: Language, *, date: str, most: int = ROWS
) -> bytes:
    """The file. `date` is when its contents were issued, if they were."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    font = {"font_name": _FONT[language], "font_size": 10}
    book = Workbook(out, {"in_memory": True, "default_format_properties": font})
    book.set_properties({"created": moment(date), "title": shown(cover.title)[:255]})
    writer = _Writer(book, language, most)
    with warnings.catch_warnings(action="error"):  # what cannot be written must not go missing
        writer.cover(cover)
        for sheet in sheets:
            writer.sheet(sheet)
        book.close()
    return settled(out.getvalue())


class _Writer:
    """Writes sheets into one workbook, with its formats."""

    def __init__(self, book: Workbook, language: Language, most: int) -> None:
        self._book = book
        self._language = language
        self._most = most - 1
        self._formats: dict[tuple[Style, Op], Format] = {}
        self._fonts = {op: book.add_format(made) for op, made in _PIECES.items()}

    def cover(self, cover: Cover) -> None:
        """Title, paragraphs across the page, tables."""
        page = self._page(cover.name, cover.widths)
        self._write(page, 0, 0, value=cover.title, style="title")
        page.set_row(0, 26)
        across = cover.widths[:_ACROSS]
        at = 1
        for line in cover.lines:
            text = self._text(line)
            page.merge_range(at, 0, at, len(across) - 1, "", self._format("text"))
            self._write(page, at, 0, value=text, style="text")
            page.set_row(at, _HEIGHT * _lines(text, sum(across)))
            at += 1
        for title, columns, rows in cover.tables:
            self._write(page, at + 1, 0, value=title, style="section")
            at = self._table(page, at + 2, columns, rows)

    def sheet(self, sheet: Sheet) -> None:
        """A head that stays, and rows below it."""
        page = self._page(sheet.name, [column.width for column in sheet.columns])
        page.set_landscape()
        page.repeat_rows(0)
        page.outline_settings(symbols_below=False)
        page.freeze_panes(1, sheet.kept)
        below = self._table(page, 0, sheet.columns, sheet.rows)
        page.autofilter(0, 0, max(below - 1, 1), len(sheet.columns) - 1)
        printed = sum(column.is_printed for column in sheet.columns)
        page.print_area(0, 0, max(below - 1, 1), printed - 1)

    def _page(self, name: Label, widths: Sequence[int]) -> Worksheet:
        page = self._book.add_worksheet(name.in_(self._language))
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        page.set_footer(f"&L{name.in_(self._language)}&R&P / &N")
        for at, columns in enumerate(widths):
            page.set_column(at, at, columns)
        return page

    def _table(
        self, page: Worksheet, at: int, columns: Sequence[Column], rows: Iterable[Row]
    ) -> int:
        """Head and rows; the number of the row below them."""
        for place, column in enumerate(columns):
            self._write(page, at, place, value=column.title.in_(self._language), style="head")
        page.set_row(at, _height([c.title.in_(self._language) for c in columns], columns))
        left = 0
        for row in rows:
            if at + 1 >= self._most:
                left += 1
                continue
            at += 1
            page.set_row(at, _height(row.values, columns), None, _level(row))
            for place, value in enumerate(row.values):
                style = row.styles.get(place, columns[place].style)
                self._write(page, at, place, value=value, style=style)
        if left:
            at += 1
            self._write(page, at, 0, value=_LEFT_OUT.in_(self._language).format(left), style="dim")
        return at + 1

    def _write(self, page: Worksheet, row: int, column: int, *, value: Value, style: Style) -> None:
        if value is None or (isinstance(value, str | Worded) and not str(value)):
            page.write_blank(row, column, None, self._format(style))
        elif isinstance(value, int | float):
            page.write_number(row, column, value, self._format(style))
        elif isinstance(value, Worded) and _is_rich(value):
            parts = [part for p in value.pieces for part in (self._fonts[p.op], p.text)]
            page.write_rich_string(row, column, *parts, self._format(style))
        else:
            op = value.op if isinstance(value, Worded) else "same"
            page.write_string(row, column, self._text(str(value)), self._format(style, op))

    def _format(self, style: Style, op: Op = "same") -> Format:
        if (style, op) not in self._formats:
            self._formats[style, op] = self._book.add_format({**_STYLES[style], **_WHOLE[op]})
        return self._formats[style, op]

    def _text(self, text: str) -> str:
        fits = fitting(shown(text), self._language)
        taken_for_markup = fits.startswith("<r>") and fits.endswith("</r>")  # by the library
        return f"{fits} " if taken_for_markup else fits


def _is_rich(value: Worded) -> bool:
    """Whether it can be written piece by piece."""
    text = str(value)
    return len(value.pieces) > 1 and not _ESCAPE.search(text) and utf16(text) <= CELL


def _level(row: Row) -> dict[str, Any]:
    if row.folded:
        return {"level": 1, "hidden": True}
    return {"collapsed": True} if row.folds else {}


def _height(values: Sequence[Value], columns: Sequence[Column]) -> float:
    """Set by us, since not every program fits rows to what wraps in them."""
    taken = (
        _lines(str(value), column.width)
        for value, column in zip(values, columns, strict=True)
        if isinstance(value, str | Worded)
    )
    return min(_TALLEST, _HEIGHT * max(taken, default=1))


def _lines(text: str, columns: int) -> int:
    """Lines that a text takes in so many columns; words that do not break leave some empty."""
    taken = (width(line) for line in text.split("\n"))
    return sum(1 if line <= columns else ceil(line / (_FILLED * columns)) for line in taken)
