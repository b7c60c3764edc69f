"""The script of docs/excel.md: a sheet saved as CSV gives the same as the workbook."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.docs.test_pages import FILES, SUFFIXES, page
from tests.sessions import blocks

WORKBOOK = FILES / "excel" / "system.xlsx"
ROWS = re.compile(r"^def rows\(.*?(?=^def )", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("language", SUFFIXES)
def test_csv_instead_of_a_workbook(tmp_path: Path, language: str) -> None:
    """The other `rows` of the page, in the place of the first."""
    script, rows = blocks(page("excel", language), "python")
    shutil.copy(WORKBOOK, tmp_path)
    book = CalamineWorkbook.from_path(WORKBOOK)
    for sheet in book.sheet_names:
        with (tmp_path / f"{sheet}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(
                [f"{cell:g}" if isinstance(cell, float) else cell for cell in row]
                for row in book.get_sheet_by_name(sheet).to_python()
            )
    other = ROWS.sub(lambda _: f"{rows}\n\n", script)

    assert other != script
    assert _printed(other, tmp_path) == _printed(script, tmp_path)


def _printed(script: str, folder: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert len(done.stdout.splitlines()) > 10
    return done.stdout.splitlines()
