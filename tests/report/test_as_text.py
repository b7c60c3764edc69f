"""Text for terminals and pipes."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from stdtree.label import Label, same
from stdtree.report import Cell, Heading, Item, Listing, Look, Paragraph, Report, Table, render
from stdtree.report.of_difference import of_difference
from tests.differences import small

MARKS = re.compile(r"\[-|-\]|\{\+|\+\}")
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def told(*blocks: Heading | Paragraph | Listing | Table) -> Report:
    """A report without a title."""
    return Report(same(""), blocks)


def test_lines_nest_by_indentation() -> None:
    """An item is a line; what is below it is indented."""
    below = Item((Cell(same("hint")),))
    report = told(Listing((Item((Cell(same("a:")), Cell(same("b"))), (below,)),)))
    assert render(report, "text", Look()) == "a: b\n  hint\n"


def test_folded_items_open_when_asked() -> None:
    """Consequences are one line until somebody wants to see them."""
    child = Item((Cell(same("child")),))
    report = told(Listing((Item((Cell(same("40 more")),), (child,), folded=True),)))
    assert render(report, "text", Look()) == "40 more\n"
    assert render(report, "text", Look(unfold=True)) == "40 more\n  child\n"


def test_deep_nesting_is_drawn() -> None:
    """A branch far deeper than any stack of calls."""
    item = Item((Cell(same("leaf")),))
    for _ in range(3000):
        item = Item((Cell(same("x")),), (item,))
    assert render(told(Listing((item,))), "text", Look()).endswith("leaf\n")


def test_chinese_columns_line_up() -> None:
    """Columns are as wide as cells of a terminal, two for a Chinese character."""
    rows = ((Cell(same("技术")), Cell(same("1"))), (Cell(same("abcd")), Cell(same("22"))))
    lines = render(
        told(Table((same("名"), same("n")), rows, numeric=(1,))), "text", Look()
    ).splitlines()
    assert lines[-2:] == ["技术    1", "abcd   22"]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_tables_keep_to_the_width(width: int) -> None:
    """No line of a table is wider than the terminal."""
    from rich.cells import cell_len

    cells = tuple(Cell(same("技术转移服务规范" * 5)) for _ in range(3))
    text = render(
        told(Table((same("a"), same("b"), same("c")), (cells,))), "text", Look(width=width)
    )
    assert max(cell_len(line) for line in text.splitlines()) <= width


def test_no_colour_means_no_escape() -> None:
    """Without colour not one escape is written, whatever the data holds."""
    hostile = Label("\x1b[31m红\x9b2J", "\x1b[31mred\x9b2J")
    report = told(
        Heading(hostile), Paragraph(hostile, "bad"), Listing((Item((Cell(hostile, "bad"),)),)),
        Table((hostile,), ((Cell(hostile, "bad"),),)),
    )  # fmt: skip
    for language in ("zh", "en"):
        assert not re.search("[\x1b\x9b]", render(report, "text", Look(language)))


def test_colour_adds_nothing_but_colour() -> None:
    """Without its escapes, coloured text is the plain one without the marks that stand for them."""
    report = of_difference(small())
    plain = render(report, "text", Look("zh", unfold=True))
    coloured = render(report, "text", Look("zh", color=True, unfold=True))
    assert coloured != plain
    stripped = [line.rstrip() for line in ESCAPES.sub("", coloured).splitlines()]
    assert stripped == MARKS.sub("", plain).splitlines()


def test_findings_do_not_wait_for_rich() -> None:
    """Lines without colour are written without importing rich."""
    code = (
        "import sys; from stdtree.report import Look, render;"
        "from stdtree.report.of_findings import of_findings;"
        "print(render(of_findings([], files=1, categories=1, standards=0), 'text', Look('en')));"
        "sys.exit('rich' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
