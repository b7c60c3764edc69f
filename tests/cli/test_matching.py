"""`stdtree diff A B --match`, as it is typed."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run

OLDER = """\
code\tparent_code\ttitle_en
A\t\tServices
A1\tA\tLegal and accounting services
A2\tA\tTypewriters
"""
NEWER = """\
code\tparent_code\ttitle_en
X\t\tServices
X1\tX\tLegal services
X2\tX\tAccounting services
X3\tX\tDog walking
"""


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Two editions in a folder without any system."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "1.tsv").write_text(OLDER, encoding="utf-8")
    (tmp_path / "2.tsv").write_text(NEWER, encoding="utf-8")
    return "1.tsv", "2.tsv"


def test_two_tables_need_no_system(run: Run, tables: tuple[str, str]) -> None:
    """Sections by cardinality, the evidence in words, and what is left over."""
    ended = run("diff", *tables, "--match")

    assert (ended.code, ended.err) == (0, "")
    assert "One to several (probably split up): 2\nA1 Legal and accounting services" in ended.out
    assert "same parent" in ended.out
    assert "Only in 1.tsv: 1\nA2 Typewriters" in ended.out
    assert "Only in 2.tsv: 1\nX3 Dog walking" in ended.out


def test_several_to_one_stand_below_the_target(run: Run, tables: tuple[str, str]) -> None:
    """The other way round it reads the other way round, in Chinese too."""
    ended = run("diff", *reversed(tables), "--match", "--lang", "zh")

    assert "多对一（疑似合并）：2\n→ A1 Legal and accounting services\n" in ended.out


def test_the_correspondence_has_scores_and_evidence(run: Run, tables: tuple[str, str]) -> None:
    """The columns of the product, and two more; everybody is accounted for."""
    ended = run("diff", *tables, "--match", "--correspondence")

    rows = list(csv.DictReader(ended.out.splitlines()))
    assert [(row["Source code"], row["Target code"], row["Cardinality"]) for row in rows] == [
        ("A", "X", "1:1"),
        ("A1", "X1", "1:n"),
        ("A1", "X2", "1:n"),
        ("A2", "", "1:0"),
        ("", "X3", "0:1"),
    ]
    assert {row["Basis"] for row in rows} == {"inferred", ""}
    assert [row["Extent"] for row in rows[:3]] == ["complete", "partial", "partial"]
    assert all(0 < float(row["Score"]) <= 1 and row["Evidence"] for row in rows[:3])


def test_exit_code_and_machines(run: Run, tables: tuple[str, str]) -> None:
    """With --exit-code, 1 says that something is suggested."""
    ended = run("diff", *tables, "--match", "--exit-code", "--format", "json")

    assert ended.code == 1
    assert json.loads(ended.out)["format"] == "stdtree-matches/1"


def test_bytes_do_not_depend_on_the_run(tables: tuple[str, str]) -> None:
    """Whatever the order in which sets are walked."""
    command = [sys.executable, "-m", "stdtree", "diff", *tables, "--match", "--format", "json"]
    outs = {
        subprocess.run(
            command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(outs) == 1


@pytest.mark.usefixtures("system")
def test_a_table_and_the_files_now(run: Run) -> None:
    """One end may be a table, the other what it always was; WORK unless it is named."""
    Path("old.tsv").write_text(
        "code\tparent_code\ttitle_zh\nZ\t\t通用\nZ1\tZ\t术语\n", encoding="utf-8"
    )

    ended = run("diff", "old.tsv", "--match", "--format", "json")

    found = json.loads(ended.out)
    assert (found["from"]["release"], found["to"]["release"]) == ("old.tsv", "WORK")
    assert ("Z1", "AA") in {(m["from"]["code"], m["to"]["code"]) for m in found["matches"]}


def test_a_missing_table(run: Run, tables: tuple[str, str]) -> None:
    """The path is named, and the exit code says that it could not go on."""
    ended = run("diff", tables[0], "3.tsv", "--match")

    assert (ended.code, ended.out) == (2, "")
    assert "3.tsv" in ended.err
