"""The workbook of a difference, read back by a program of others."""

from __future__ import annotations

import re

import pytest

from stdtree.diff import compare
from stdtree.export import Source
from stdtree.export.changes_xlsx import EXPORTER
from stdtree.label import Language
from stdtree.model.balance import STEPS
from stdtree.model.canonical import digest
from stdtree.model.category import Retired
from stdtree.model.change import BASE_KINDS
from stdtree.model.difference import Difference, End
from tests.differences import small
from tests.export.hostile import HOSTILE, hostile, is_shown_of
from tests.export.office import Rows, member, records, sheets
from tests.trees import category, taxonomy

CHANGES = ("Categories", "Standards", "Other")
SHEET = "xl/worksheets/sheet3.xml"
"""That of the categories."""


def made(difference: Difference, language: Language = "en") -> bytes:
    """The file."""
    return EXPORTER.render(
        Source("1.1", difference.after.taxonomy, difference=difference), language
    )


def table(rows: Rows, title: str) -> list[dict[str, object]]:
    """A table of the first sheet, by the title above it."""
    start = next(at for at, row in enumerate(rows) if row[0] == title) + 1
    end = next((at for at, row in enumerate(rows) if at > start and not any(row)), len(rows))
    columns = sum(map(bool, rows[start]))
    return records([row[:columns] for row in rows[start:end]])


def test_every_change_is_one_row() -> None:
    """The sheets of categories, standards and the rest hold each change once, as it is."""
    difference = small()
    book = sheets(made(difference))
    rows = [row for name in CHANGES for row in records(book[name])]
    told = {int(str(row["No."]).partition(".")[0]): row for row in rows}

    assert len(rows) == len(told) == len(difference.changes)
    for number, change in enumerate(difference.changes, start=1):
        assert told[number]["Id"] == change.id
        assert told[number]["Change"] == BASE_KINDS[change.kind].en
        if change.kind == "recoded":
            assert (told[number]["Before"], told[number]["After"]) == (change.from_, change.to)


def test_counts_add_up() -> None:
    """What there was, what arrived and what left make what there is; kinds make all changes."""
    difference = small()
    cover = sheets(made(difference))["Summary"]
    levels, kinds = table(cover, "Categories by level"), table(cover, "Changes by kind")
    events = table(cover, "Events by kind")

    for row in levels:
        _, *figures = row.values()
        assert sum(map(float, map(str, figures[:-1]))) == figures[-1]
    assert levels[-1]["1.1"] == sum(float(str(row["1.1"])) for row in levels[:-1])
    assert kinds[-1]["Total"] == len(difference.changes)
    assert sum(float(str(row["Total"])) for row in kinds[:-1]) == len(difference.changes)
    assert events[-1]["Total"] == len(difference.events)


def test_all_rows_of_the_correspondence() -> None:
    """The sheet has the rows of the difference, in their order."""
    difference = small()
    rows = records(sheets(made(difference))["Correspondence"])

    assert [(row["Source id"] or None, row["Target id"] or None) for row in rows] == [
        (row.source, row.target) for row in difference.correspondence
    ]


def test_rewording_is_marked() -> None:
    """What went is struck out, what came is underlined, what stayed is neither."""
    strings = member(made(small()), "xl/sharedStrings.xml")

    assert re.search(r"<strike ?/>.*?<t[^>]*>Category ?</t>", strings)
    assert re.search(r"<u ?/>.*?<t[^>]*>Technology ?</t>", strings)
    assert re.search(r"<r><rPr><sz[^>]*><[^u].*?<t xml:space=\"preserve\"> transfer</t>", strings)


def test_ready_to_filter_and_to_print() -> None:
    """Heads stay, filter and repeat on paper; A4 in landscape, one page wide."""
    data = made(small())
    sheet, book = member(data, SHEET), member(data, "xl/workbook.xml")

    assert '<pane xSplit="3" ySplit="1"' in sheet
    assert '<autoFilter ref="A1:P' in sheet
    assert 'paperSize="9"' in sheet
    assert 'orientation="landscape"' in sheet
    assert 'fitToHeight="0"' in sheet
    assert "Categories!$1:$1" in book


def test_consequences_are_folded_below_their_cause() -> None:
    """They are rows of the outline, hidden until their cause is opened."""
    data = made(small())
    rows = records(sheets(data)["Categories"])
    hidden = re.findall(
        r'<row r="(\d+)"[^>]* hidden="1"[^>]* outlineLevel="1"', member(data, SHEET)
    )
    folded = [rows[int(number) - 2] for number in hidden]

    assert folded
    for row in folded:
        above = rows[: rows.index(row)]
        cause = next(one for one in reversed(above) if one not in folded)
        assert cause["No."] == row["Follows from (no.)"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    """No cell computes, links or is markup; it reads back as it is shown."""
    data = made(hostile(text))
    cells = [cell for rows in sheets(data).values() for row in rows for cell in row]

    assert any(is_shown_of(str(cell), text) for cell in cells)
    for number in range(1, 8):
        assert "<f>" not in member(data, f"xl/worksheets/sheet{number}.xml")
        assert "<hyperlink" not in member(data, f"xl/worksheets/sheet{number}.xml")


def test_every_reason_to_arrive_or_to_leave() -> None:
    """The table of levels has a column for each, and adds up."""
    before = taxonomy(
        category("root", "A"),
        category("removed", "A1", "root"),
        category("back", "A2", "root", status="retired", retired=Retired(release="0.9")),
        category("ready", "A3", "root", status="draft"),
        category("unready", "A4", "root"),
        category("ended", "A5", "root"),
        category("up", "A6", "root"),
        category("down", "C"),
    )
    after = taxonomy(
        category("root", "A"),
        category("back", "A2", "root"),
        category("ready", "A3", "root"),
        category("unready", "A4", "root", status="draft"),
        category("ended", "A5", "root", status="retired", retired=Retired(release="1.1")),
        category("up", "B"),
        category("down", "A7", "root"),
        category("new", "A8", "root"),
    )
    found = compare(End("1.0", before, digest(before)), End("1.1", after, digest(after)))
    levels = table(sheets(made(found))["Summary"], "Categories by level")

    assert len(levels[0]) == 2 + len(STEPS) + 1
    for row in levels:
        _, *figures = row.values()
        assert sum(map(float, map(str, figures[:-1]))) == figures[-1]
