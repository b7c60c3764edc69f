"""Workbooks and documents as text, for goldens that people can read."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from zipfile import ZipFile

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from python_calamine import CalamineWorkbook

Rows = Sequence[Sequence[object]]


def sheets(data: bytes) -> Mapping[str, Rows]:
    """The cells of each sheet by its name, as a program of others reads them."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def records(rows: Rows) -> list[dict[str, object]]:
    """Rows below a head, by the words of the head."""
    return [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]


def member(data: bytes, name: str) -> str:
    """A part of the file, as it is."""
    with ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def workbook_text(data: bytes) -> str:
    """All sheets, a line for each row."""
    return "\n".join(
        "\n".join((f"# {name}", *(" | ".join(map(_plain, row)).rstrip(" |") for row in rows)))
        for name, rows in sheets(data).items()
    )


def document_text(data: bytes) -> str:
    """All paragraphs with their styles, and all tables, a line for each row."""
    return "\n".join(_blocks(data))


def _blocks(data: bytes) -> Iterator[str]:
    for block in Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, Paragraph):
            yield f"[{block.style.name if block.style else ''}] {_plain(block.text)}"
        if isinstance(block, Table):
            for row in block.rows:
                yield " | ".join(_plain(cell.text) for cell in row.cells)


def _plain(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\n", "⏎")
