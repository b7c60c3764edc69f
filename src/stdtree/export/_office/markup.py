"""Paragraphs and tables as WordprocessingML, ready to be parsed into a document.

Written as text, since python-docx's own paragraphs and cells take minutes for thousands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from stdtree.export._office.cells import Value, Worded, shown
from stdtree.model.wording import Op

CELL_STYLE = "Table Text"
_MARKS: Mapping[Op, str] = {
    "same": "",
    "removed": '<w:rPr><w:strike/><w:color w:val="B00020"/></w:rPr>',
    "added": '<w:rPr><w:color w:val="00693E"/><w:u w:val="single"/></w:rPr>',
}
_BOLD = "<w:rPr><w:b/></w:rPr>"
_SIDES = ("top", "left", "bottom", "right")
FRAME = "".join(
    ("<w:pBdr>",
    *(f'<w:{side} w:val="single" w:sz="6" w:space="4" w:color="B00020"/>' for side in _SIDES),
    "</w:pBdr>")
)  # fmt: skip
"""Of a paragraph that nobody is to overlook."""
NEW_PAGE = "<w:pageBreakBefore/>"


def paragraph(text: str, style: str, properties: str = "") -> str:
    """A paragraph in a style of the document."""
    return f"<w:p>{_properties(style, properties)}{_run(shown(text))}</w:p>"


def table(
    columns: Sequence[str], rows: Iterable[Sequence[Value]], widths: Sequence[int]
) -> Iterator[str]:
    """A table whose head comes again on each page, part by part; widths in twips."""
    yield (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield f"<w:tblGrid>{grid}</w:tblGrid>"
    heads = (_head(text, width) for text, width in zip(columns, widths, strict=True))
    yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(heads)}</w:tr>"
    for row in rows:
        cells = (_cell(value, width) for value, width in zip(row, widths, strict=True))
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"
    yield "</w:tbl>"


def _head(text: str, width: int) -> str:
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="DDE6F0"/>'
    properties = _properties(CELL_STYLE, '<w:jc w:val="center"/>')
    return _boxed(f"<w:p>{properties}{_run(shown(text), _BOLD)}</w:p>", width, shade)


def _cell(value: Value, width: int) -> str:
    """One paragraph; numbers stand to the right."""
    is_number = isinstance(value, int | float)
    properties = _properties(CELL_STYLE, '<w:jc w:val="right"/>' if is_number else "")
    if isinstance(value, Worded):
        runs = "".join(_run(piece.text, _MARKS[piece.op]) for piece in value.pieces)
    else:
        runs = "" if value is None else _run(shown(str(value)))
    return _boxed(f"<w:p>{properties}{runs}</w:p>", width)


def _boxed(content: str, width: int, shade: str = "") -> str:
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{shade}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _properties(style: str, more: str = "") -> str:
    name = style.replace(" ", "")
    return f'<w:pPr><w:pStyle w:val="{name}"/>{more}</w:pPr>'


def _run(text: str, marks: str = "") -> str:
    lines = text.split("\n")
    told = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    return f"<w:r>{marks}{told}</w:r>"
