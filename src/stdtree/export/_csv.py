"""CSV as spreadsheets read it: RFC 4180, UTF-8 with a byte order mark, no cell that computes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from stdtree.label import Label, Language

_COMPUTES = ("=", "+", "-", "@", "\t", "\r", "＝")


def table(columns: Iterable[Label], rows: Iterable[Iterable[object]], language: Language) -> bytes:
    """A header and rows; a cell that a spreadsheet would take for a formula gets a leading `'`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.in_(language) for column in columns)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", errors="backslashreplace")


def _guarded(cell: object) -> str:
    if cell is None:
        return ""
    text = str(cell)
    return f"'{text}" if text.startswith(_COMPUTES) else text
