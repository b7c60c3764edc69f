"""The change note, read back as Word reads it."""

from __future__ import annotations

import io
import re

import pytest
from docx import Document
from docx.table import Table

from stdtree.export import Source
from stdtree.export.changes_docx import EXPORTER
from stdtree.label import Language
from stdtree.model.difference import Difference
from tests.differences import small
from tests.export.hostile import HOSTILE, hostile, is_shown_of
from tests.export.office import document_text, member


def made(difference: Difference, language: Language = "zh") -> bytes:
    """The file."""
    return EXPORTER.render(
        Source("1.1", difference.after.taxonomy, difference=difference), language
    )


def tables(data: bytes) -> list[list[list[str]]]:
    """Its tables as text."""
    return [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in Document(io.BytesIO(data)).tables
    ]


def headed(data: bytes, first: str) -> list[list[str]]:
    """The table whose head begins with this word."""
    return next(table for table in tables(data) if table[0][0] == first)


def test_headings_are_real() -> None:
    """The navigation pane shows all chapters, in both languages."""
    for data, first in ((made(small()), "1  范围"), (made(small(), "en"), "1  Scope")):
        document = Document(io.BytesIO(data))
        found = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
        assert found[0] == first
        assert len(found) == 9


def test_counts_add_up() -> None:
    """Levels from the older side to the newer, kinds to all changes, events to all events."""
    difference = small()
    data = made(difference)
    levels, kinds, events = (headed(data, word) for word in ("层级", "变更种类", "事件种类"))

    for _, *figures in levels[1:]:
        assert sum(map(int, figures[:-1])) == int(figures[-1])
    assert int(kinds[-1][4]) == sum(int(row[4]) for row in kinds[1:-1]) == len(difference.changes)
    assert int(events[-1][-1]) == len(difference.events)


def test_every_cause_is_told() -> None:
    """What changed has a line of a table; consequences are counted with their cause."""
    text = document_text(made(small()))

    assert "B1 | B4 | 类目transfer | 改码：B1 → B4（连带1项）" in text
    assert "B11 | B41" not in text.split("附录A")[0]


def test_events_are_sentences_with_reasons() -> None:
    """As people say it."""
    text = document_text(made(small()))

    assert "B2 类目incubation并入B2 类目promotion。理由：孵化与推广合并管理。" in text


def test_nobody_has_signed() -> None:
    """The block for signatures is empty: no names are invented."""
    block = headed(made(small()), "事项")

    assert [row[0] for row in block[1:]] == ["编制", "审核", "批准"]
    assert not any(cell.strip() for row in block[1:] for cell in row[1:])


def test_heads_of_tables_repeat() -> None:
    """Every table has one row that comes again on each page."""
    document = Document(io.BytesIO(made(small())))

    for table in document.tables:
        assert isinstance(table, Table)
        assert table._tbl.xml.count("<w:tblHeader/>") == 1  # noqa: SLF001  # no public way to ask


def test_page_and_fonts() -> None:
    """A4, numbered pages, Chinese fonts by name for Chinese script."""
    data = made(small())
    document = Document(io.BytesIO(data))
    section = document.sections[0]
    styles = member(data, "word/styles.xml")
    width, height = section.page_width, section.page_height

    assert width is not None
    assert height is not None
    assert (round(width.mm), round(height.mm)) == (210, 297)
    footer = member(data, "word/footer1.xml")
    assert re.findall(r'w:instr="(\w+)"', footer) == ["PAGE", "NUMPAGES"]
    normal = re.search(r'w:styleId="Normal".*?</w:style>', styles, re.DOTALL)
    assert normal
    assert 'w:eastAsia="宋体"' in normal[0]
    assert "Theme" not in normal[0]


def test_says_nothing_of_its_making() -> None:
    """No time of writing, no machine, no remark of the library's template."""
    core = member(made(small()), "docProps/core.xml")

    assert "python-docx" not in core
    assert "1980-01-01" in core


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    """Markup, formulas and what hides come out as text."""
    data = made(hostile(text))
    cells = [cell for table in tables(data) for row in table for cell in row]

    assert any(is_shown_of(cell, text) for cell in cells)
    assert "w:hyperlink" not in member(data, "word/document.xml")
