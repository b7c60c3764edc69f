"""Several operations from a file: all of them or none."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from stdtree.cli.edit_text import TEXT
from stdtree.edit._query import EXAMPLE, ROWS_EXAMPLE

if TYPE_CHECKING:
    from tests.cli.conftest import Run

RENAME = ("rename-category", {"id": "AA", "name": {"zh": "术语标准"}})
ADD = ("add-category", {"parent": "A", "name": {"zh": "测试"}, "code": "AC", "id": "tests"})
UNDER = ("add-standard", {"home": "AC", "name": {"zh": "测试规范"}, "also_in": ["AA", "AB"]})
MOVED = ("recode-category", {"id": "AC", "code": "AD"})


def files() -> dict[Path, bytes]:
    """Everything under taxonomy/."""
    return {path: path.read_bytes() for path in Path("taxonomy").rglob("*.yaml")}


def batch(*operations: tuple[str, dict[str, Any]]) -> str:
    """A file with these lines, an empty one among them; its name."""
    lines = [json.dumps({"operation": name, "fields": fields}) for name, fields in operations]
    Path("edits.jsonl").write_text("\n".join([*lines[:1], "", *lines[1:], ""]), encoding="utf-8")
    return "edits.jsonl"


@pytest.mark.usefixtures("system")
def test_all_are_carried_out(run: Run) -> None:
    """Lines build on one another, by code too; saved once, undone one by one."""
    before = files()

    ended = run("edit", "--batch", batch(RENAME, ADD, UNDER, MOVED))

    assert ended.code == 0
    said = ended.out.splitlines()
    assert [line.split(" ")[0] for line in said[:4]] == ["Rename", "Add", "Add", "Recode"]
    written = [line for line in said if line.startswith("  written: ")]
    assert len(written) == len(set(written)) == 2
    assert "also_in:" in Path("taxonomy/categories/tests.yaml").read_text(encoding="utf-8")
    for _ in range(4):
        assert run("edit", "undo").code == 0
    assert files() == before


@pytest.mark.usefixtures("system")
def test_one_refusal_refuses_all(run: Run) -> None:
    """The line is named with its reason; neither files nor journal change."""
    before, log = files(), run("edit", "log")

    ended = run(
        "edit", "--batch", batch(RENAME, ADD, ("recode-category", {"id": "AC", "code": "B"}))
    )

    assert (ended.code, ended.out) == (2, "")
    assert "line 4 (no line was carried out): The code B" in ended.err
    assert "Hint: " in ended.err
    assert (before, log) == (files(), run("edit", "log"))


@pytest.mark.usefixtures("system")
def test_dry_run(run: Run) -> None:
    """All steps and the whole difference are told; nothing is written."""
    before, log = files(), run("edit", "log")

    ended = run("edit", "--batch", batch(RENAME, ADD), "--dry-run")

    assert (ended.code, "术语标准" in ended.out, "测试" in ended.out) == (0, True, True)
    assert "nothing was written" in ended.err
    assert (before, log) == (files(), run("edit", "log"))


@pytest.mark.usefixtures("system")
def test_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads what is piped in, with a byte order mark, too."""
    data = b"\xef\xbb\xbf" + Path(batch(RENAME)).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    assert run("edit", "--batch", "-").code == 0
    assert "术语标准" in run("show").out + run("show", "--lang", "zh").out


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('{"operation": "rename-category", ', "line 1 (no line was carried out): the JSON breaks"),
        ("[" * 100_000, "nested too deeply"),
        ('["rename-category"]', "this is not an operation"),
        ('{"operation": "undo"}', "this is not an operation"),
        ('{"operation": "undo", "fields": {}, "label": ""}', "this is not an operation"),
        ('{"operation": "rename-categry", "fields": {}}', "did you mean: rename-category"),
        ('{"operation": "_find", "fields": {}}', "there is no operation “_find”"),
        ('{"operation": "rename-category", "fields": {"id": "AA"}}', "needs “name”"),
        ('{"operation": "rename-category", "fields": {"id": "AA", "nam": 1}}', "mean: name?"),
        ('{"operation": "rename-category", "fields": {"id": "AX", "name": {}}}', "has the code"),
        ('{"operation": "move-category", "fields": {"id": 5, "to": null}}', "“5” does not fit"),
        ('{"operation": "rename-category", "fields": {"id": "AA", "name": "x"}}', "--name"),
        (" \n", "the file holds no operations"),
        ("\xff", "is not UTF-8"),
    ],
)
def test_what_cannot_be_read(run: Run, line: str, expected: str) -> None:
    """Exit 2 with the reason and a hint; files stay."""
    before = files()
    Path("edits.jsonl").write_bytes(line.encode("latin-1"))

    ended = run("edit", "--batch", "edits.jsonl")

    assert (ended.code, ended.out, files()) == (2, "", before)
    assert expected in ended.err
    assert "Hint: " in ended.err


@pytest.mark.usefixtures("system")
def test_no_such_file(run: Run) -> None:
    """Its name is told."""
    ended = run("edit", "--batch", "nowhere.jsonl")

    assert (ended.code, ended.out, "nowhere.jsonl" in ended.err) == (2, "", True)


@pytest.mark.usefixtures("system")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--dry-run", "rename-category", "AA", "--name", "x"], "stands after rename-category"),
        (
            ["--batch", "x.jsonl", "rename-category", "AA", "--name", "x"],
            "takes no rename-category beside it",
        ),
        (["--batch"], "--batch"),
    ],
)
def test_options_of_other_places(run: Run, arguments: list[str], words: str) -> None:
    """Nothing is passed over: a rehearsal that would write is refused."""
    before = files()

    ended = run("edit", *arguments)

    assert (ended.code, ended.out, files()) == (2, "", before)
    assert words in ended.err


@pytest.mark.usefixtures("system")
def test_conditions_from_the_command_line(run: Run) -> None:
    """All that a query finds, in one step to undo; the rehearsal says how many."""
    before = files()

    tried = run(
        "edit", "map-category", "--where", "code:A*", "--scheme", "X", "--code", "1", "--dry-run"
    )
    assert "The" not in tried.err
    assert "Map the 3 categories where code:A* to X 1 (complete)" in tried.out
    assert files() == before
    assert (
        run("edit", "map-category", "--where", "code:A*", "--scheme", "X", "--code", "1").code == 0
    )
    assert sum(b"scheme: X" in data for data in files().values()) == 3
    assert run("edit", "undo").code == 0
    assert files() == before


def test_help_tells_every_condition() -> None:
    """What `--where` takes stands in the help of `edit`, in both languages."""
    keys = {term.split(":")[0] for term in f"{EXAMPLE} {ROWS_EXAMPLE}".split()}
    for text in (TEXT.zh, TEXT.en):
        assert [key for key in sorted(keys) if f"{key}:" not in text] == []
