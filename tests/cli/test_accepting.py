"""`stdtree accept`: findings accepted with a reason, listed, withdrawn, undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

SYSTEM = "taxonomy/system.yaml"
ACCEPTED = """\
accepted:
  # agreed in the June meeting
  - rule: empty-category
    subject: methods
    reason:
      zh: 标准在研
  - {rule: missing-title, subject: terms, reason: {zh: 只此一类}}  # flow stays flow
"""


@pytest.fixture
def accepting(system: Path) -> Path:
    """The system, with two entries written by hand."""
    file = system / SYSTEM
    file.write_text(file.read_text("utf-8") + ACCEPTED, "utf-8")
    return file


def test_accepted_listed_withdrawn(run: Run, system: Path) -> None:
    """The finding is told no more, the entry listed; withdrawn, all bytes are as before."""
    before = (system / SYSTEM).read_bytes()
    assert "empty-category" in run("check", "--all").out
    done = run("accept", "empty-category", "AA", "--reason", "zh=标准在研", "--until", "2999-12-31")
    assert done.code == 0, done.err
    assert "Accept empty-category of AA Terms until 2999-12-31" in done.out.replace("术语", "Terms")
    told = run("check", "--all").out
    assert "“Terms”" not in "".join(line for line in told.splitlines() if "empty-cat" in line)
    listed = run("accept").out
    assert all(word in listed for word in ("empty-category", "terms", "2999-12-31", "in force"))
    assert run("accept", "empty-category", "AA", "--withdraw").code == 0
    assert (system / SYSTEM).read_bytes() == before
    assert "No finding is accepted." in run("accept").out


def test_only_the_entry_changes(run: Run, accepting: Path) -> None:
    """Comments and the style of the other entries stay; a new one comes last."""
    before = accepting.read_text("utf-8")
    assert run("accept", "empty-category", "AA", "--reason", "标准在研").code == 0
    entry = "  - rule: empty-category\n    subject: terms\n    reason:\n      zh: 标准在研\n"
    assert accepting.read_text("utf-8") == before + entry
    assert run("accept", "empty-category", "AB", "--until", "2999").code == 0
    dated = before.replace("      zh: 标准在研\n", '      zh: 标准在研\n    until: "2999"\n')
    assert accepting.read_text("utf-8") == dated + entry
    assert run("edit", "undo").code == 0
    assert run("edit", "undo").code == 0
    assert accepting.read_text("utf-8") == before
    assert run("accept", "missing-title", "AA", "--withdraw").code == 0
    assert "flow stays" not in accepting.read_text("utf-8")
    assert "# agreed in the June meeting" in accepting.read_text("utf-8")


def test_how_entries_stand(run: Run, accepting: Path) -> None:
    """One that is over, one that hides nothing, one of what is not there."""
    text = accepting.read_text("utf-8").replace("zh: 标准在研", 'zh: 标准在研\n    until: "2020"')
    text += "  - {rule: empty-category, subject: nowhere, reason: {zh: 无}}\n"
    accepting.write_text(text, "utf-8")
    rows = run("accept").out.splitlines()
    states = {
        name: row for row in rows for name in ("methods", "nowhere", "missing-title") if name in row
    }
    assert "over" in states["methods"]
    assert "unused" in states["missing-title"]
    assert "of nothing" in states["nowhere"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("empty-categry", "AA", "--reason", "x"), "did you mean: empty-category?"),
        (("empty-category",), "stdtree accept empty-category ID-OR-CODE"),
        (("cyclic-parent", "AA", "--reason", "x"), "found in it: empty-category"),
        (("schema", "AA", "--reason", "x"), "stdtree baseline create"),
        (("empty-category", "AA"), "Say why it is right (--reason)"),
        (("empty-category", "AA", "--reason", "x", "--until", "soon"), "is not a date"),
        (("empty-category", "AA", "--withdraw"), "is not accepted"),
    ],
)
def test_refusals(run: Run, system: Path, arguments: tuple[str, ...], words: str) -> None:
    """Nothing is written, and the hint is what to type."""
    before = (system / SYSTEM).read_bytes()
    ended = run("accept", *arguments)
    assert ended.code == 2
    assert words in ended.err
    assert (system / SYSTEM).read_bytes() == before


def test_a_rehearsal_writes_nothing(run: Run, system: Path) -> None:
    """--dry-run shows the difference."""
    before = (system / SYSTEM).read_bytes()
    ended = run("accept", "empty-category", "AA", "--reason", "x", "--dry-run")
    assert ended.code == 0
    assert "accepted" in ended.out
    assert (system / SYSTEM).read_bytes() == before
