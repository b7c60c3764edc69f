"""A reviewer (审查人) reads what changed between two releases, and changes nothing."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shell import Shell


@pytest.fixture
def reader(sample_repository: Path, tmp_path: Path) -> Iterator[Shell]:
    """Somebody in the sample itself; afterwards it must be as it was."""
    (tmp_path / "home").mkdir()
    shell = Shell(sample_repository, tmp_path / "home")
    before = _state(sample_repository)
    yield shell
    assert _state(sample_repository) == before


def _state(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_difference_in_words(reader: Shell) -> None:
    """Categories and standards, not lines; both languages tell the same."""
    chinese = reader.stdtree("diff", "1.0", "1.1")
    english = reader.speaking("en").stdtree("diff", "1.0", "1.1")

    assert (chinese.code, chinese.err, english.code, english.err) == (0, "", 0, "")
    for pattern in (r"^合并 \(1\)$", r"^拆分 \(2\)$", r"D1 管理咨询.* → BJ 科技咨询服务"):
        assert re.search(pattern, chinese.out, re.MULTILINE)
    for pattern in (
        r"^merger \(1\)$",
        r"^breakdown \(2\)$",
        r"→ BJ Technology consulting services",
    ):
        assert re.search(pattern, english.out, re.MULTILINE)
    assert _numbers(chinese.out) == _numbers(english.out)
    assert "\x1b" not in chinese.out


def _numbers(told: str) -> list[str]:
    """The figures of the summary: changes, consequences, events."""
    line = next(line for line in told.splitlines() if line.startswith("1.0 → 1.1"))
    return re.findall(r"\d+", line)


def test_all_formats_agree(reader: Shell) -> None:
    """Text, Markdown and JSON are of one difference."""
    text, markdown, machine = (
        reader.stdtree("diff", "1.0", "1.1", "--format", fmt).out
        for fmt in ("text", "markdown", "json")
    )
    told = json.loads(machine)

    assert (
        _numbers(text)[4]
        == str(len(told["changes"]))
        == str(sum(told["summary"]["changes"].values()))
    )
    assert f"{len(told['changes'])} 项变更" in markdown
    assert len(told["events"]) == sum(told["summary"]["events"].values())
    assert all(event["kind"] for event in told["events"])


def test_nothing_and_everything_differs(reader: Shell) -> None:
    """A release differs not from itself; there and back are mirrors."""
    same = reader.stdtree("diff", "1.1", "1.1", "--exit-code")
    there = json.loads(reader.stdtree("diff", "1.0", "1.1", "--format", "json").out)
    back = json.loads(reader.stdtree("diff", "1.1", "1.0", "--format", "json").out)

    assert (same.code, reader.stdtree("diff", "1.0", "1.1", "--exit-code").code) == (0, 1)
    assert len(there["changes"]) == len(back["changes"])
    for one, other in (("retired", "reinstated"), ("added", "removed"), ("moved", "moved")):
        assert there["summary"]["changes"].get(one) == back["summary"]["changes"].get(other)


def test_the_correspondence_accounts_for_every_category(reader: Shell) -> None:
    """Every old and every new category has its row, whatever became of it."""
    rows = _rows(reader.stdtree("diff", "1.0", "1.1", "--correspondence").out)
    published = (reader.folder / "exports/1.0..1.1/correspondence.zh.csv").read_text("utf-8-sig")
    sides = [
        _live(json.loads((reader.folder / f"exports/{name}/taxonomy.json").read_text("utf-8")))
        for name in ("1.0", "1.1")
    ]

    header = list(rows[0])
    assert [{row[header[column]] for row in rows} - {""} for column in (1, 4)] == sides
    assert _rows(published) == rows


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def _live(snapshot: dict[str, list[dict[str, str]]]) -> set[str]:
    return {row["id"] for row in snapshot["categories"] if row.get("status") != "retired"}


def test_what_became_of_one_category(reader: Shell) -> None:
    """A category that ended says where its contents went; one in force shows its standards."""
    ended = reader.stdtree("show", "transfer-services").out
    living = reader.stdtree("show", "BB").out

    assert "废止" in ended
    assert "技术转移转化服务" in ended
    assert "标准明细表（1）" in living.replace(" ", "")
    assert "C 科技成果转化" in reader.stdtree("show", "--at", "1.0").out


def test_a_rule_is_explained(reader: Shell) -> None:
    """Why, what to do, a bad and a good example; a misspelt rule is guessed."""
    told = reader.stdtree("explain", "code-reused")
    misspelt = reader.stdtree("explain", "code-resued")

    assert told.code == 0
    for word in ("code-reused", "categories:"):
        assert word in told.out
    assert (misspelt.code, "code-reused" in misspelt.err) == (2, True)


def test_a_branch_is_compared_before_it_is_merged(shell: Shell) -> None:
    """What a working group proposes, told against the main branch."""
    shell.git("switch", "-qc", "working-group")
    shell.stdtree(
        "edit", "rename-category", "BB", "--name", "zh=技术转移服务", "--name", "en=Transfer"
    )
    shell.stdtree("commit")
    shell.git("switch", "-q", "main")

    told = shell.stdtree("diff", "main", "working-group")

    assert (told.code, told.err) == (0, "")
    assert "技术转移转化服务" in told.out
    assert "技术转移服务" in told.out
    assert shell.stdtree("diff", "working-group", "working-group", "--exit-code").code == 0


def test_changes_in_the_files_have_places(shell: Shell) -> None:
    """Each change against WORK says which line of which file it stands in."""
    shell.stdtree("edit", "rename-category", "BB", "--name", "en=Transfer")
    shell.stdtree("edit", "recode-category", "BC1", "--code", "BC9")

    told = json.loads(shell.stdtree("diff", "1.1", "WORK", "--format", "json").out)

    shown = {}
    for change in told["changes"]:
        place = change["place"]
        lines = (shell.folder / place["file"]).read_text(encoding="utf-8").splitlines()
        shown[change["id"], change["kind"]] = lines[place["line"] - 1].strip()
    assert shown["technology-transfer", "renamed"] == "en: Transfer"
    assert shown["incubation-carriers", "recoded"] == "code: BC9"
