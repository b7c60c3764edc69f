"""What workbooks and documents have in common: cells that fit, bytes that never change."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.export import File, is_up_to_date
from stdtree.export._office.archive import moment, settled
from stdtree.export._office.cells import CELL, fitting, shown, utf16, width
from stdtree.export._office.sheets import Column, Cover, Row, Sheet, workbook
from stdtree.label import same
from stdtree.safe import HIDDEN
from tests.export.office import Rows, sheets
from tests.gates.files import ROOT

RENDER = """
import hashlib
from stdtree import export
from stdtree.export import Source
from tests.differences import small
difference = small()
source = Source("1.1", difference.after.taxonomy, difference=difference)
for name in ("changes-docx", "changes-xlsx"):
    for file in export.render(export.catalogue()[name], source):
        print(file.path, hashlib.sha256(file.data).hexdigest())
"""
COVER = Cover(same("first"), "title", (), (), (10,))


def made(*rows: Row, most: int = 1_048_576) -> Rows:
    """A sheet of one column, read back."""
    sheet = Sheet(same("data"), (Column(same("head"), 10),), rows)
    return sheets(workbook(COVER, [sheet], "en", date="", most=most))["data"]


@given(st.text())
def test_shown_text_can_be_written(text: str) -> None:
    """Nothing hides in it, and XML can hold it; line breaks stay."""
    told = shown(text)

    assert not HIDDEN.search(told.replace("\n", ""))
    assert not {"\ufffe", "\uffff"} & set(told)


@given(st.text(), st.integers(min_value=80, max_value=200))
def test_text_fits(text: str, most: int) -> None:
    """It stays as it is, or is cut and says so."""
    kept = fitting(text, "zh", most=most)

    assert utf16(kept) <= most if utf16(text) > most else kept == text
    assert kept == text or kept.endswith("变更说明）")


def test_a_cell_holds_no_more() -> None:
    """A text longer than a cell is cut at its limit, characters of two units counted as two."""
    (cell,) = made(Row(("𠀀" * CELL,)))[1]

    assert CELL - 1 <= utf16(str(cell)) <= CELL
    assert str(cell).endswith("(cut; the JSON of the difference has all)")


def test_a_sheet_holds_no_more() -> None:
    """Rows that a sheet has no room for are counted in its last one."""
    rows = made(*(Row((str(number),)) for number in range(10)), most=5)

    assert rows == [["head"], ["0"], ["1"], ["2"], ["… and 7 more rows that a sheet cannot hold"]]


@pytest.mark.parametrize(("text", "columns"), [("技术", 4), ("a技\nabcd", 4), ("", 0)])
def test_width(text: str, columns: int) -> None:
    """The longest line counts, and Chinese characters count twice."""
    assert width(text) == columns


def archive(year: int, how: int, text: str = "text") -> bytes:
    """An archive of one member."""
    out = io.BytesIO()
    with ZipFile(out, "w") as made:
        made.writestr(ZipInfo("a.xml", (year, 1, 1, 0, 0, 0)), text * 100, how)
    return out.getvalue()


@pytest.mark.parametrize(
    ("date", "told"),
    [("2026-11-20", "2026-11-20"), ("2026-11", "2026-11-01"), ("2026", "2026-01-01"),
     ("", "1980-01-01")],
)  # fmt: skip
def test_dates_as_far_as_known(date: str, told: str) -> None:
    """A year alone is a date, too."""
    assert moment(date).date().isoformat() == told


def test_archives_are_settled() -> None:
    """The time of writing is not left."""
    files = [archive(2001, ZIP_STORED), archive(2026, ZIP_DEFLATED)]

    assert files[0] != files[1]
    assert settled(files[0]) == settled(files[1])


def test_compression_makes_no_product_stale() -> None:
    """Another zlib compresses differently: an archive is compared by what it holds."""
    file = File("changes.zh.xlsx", archive(2001, ZIP_DEFLATED))

    assert is_up_to_date(file, archive(2001, ZIP_STORED))
    assert not is_up_to_date(file, archive(2001, ZIP_DEFLATED, "other"))
    assert not is_up_to_date(file, file.data[:50])
    assert not is_up_to_date(File("a.csv", file.data), archive(2001, ZIP_STORED))


def test_same_bytes_anywhere() -> None:
    """Hash seed, locale and time zone leave no trace."""
    printed = set()
    for seed, language, zone in (("0", "C", "UTC"), ("1", "zh_CN.UTF-8", "Asia/Shanghai")):
        extra = {"PYTHONHASHSEED": seed, "LC_ALL": language, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", RENDER],
            cwd=ROOT,
            env={**os.environ, **extra},
            capture_output=True,
            text=True,
            check=True,
        )
        printed.add(done.stdout)

    assert len(printed) == 1
    assert next(iter(printed)).count("\n") == 4
