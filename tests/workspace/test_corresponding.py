"""The correspondence of releases that do not follow each other, and what people say about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stdtree.edit.combine_categories import CombineCategories
from stdtree.edit.rename_category import RenameCategory
from stdtree.edit.split_category import SplitCategory
from stdtree.export import Source, snapshot_json
from stdtree.model.canonical import digest
from stdtree.model.correspondence import Correspondence, ManualAssociation
from stdtree.model.taxonomy import Taxonomy
from stdtree.store.save import canonical_text
from stdtree.workspace import Workspace
from tests import trees
from tests.diff.tables import told
from tests.workspace.systems import put, serious

Rows = Callable[..., list[str]]


def issue(root: Path, name: str, taxonomy: Taxonomy) -> None:
    """Puts the snapshot of a release where others find it."""
    source = Source(name, taxonomy.released(), date="2027-03-01", digest=digest(taxonomy))
    file = root / f"exports/{name}/taxonomy.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(snapshot_json.EXPORTER.render(source, "zh"))


def say(root: Path, older: str, newer: str, *rows: tuple[str | None, str | None]) -> None:
    """Writes down by hand what corresponds."""
    path = f"taxonomy/correspondences/{older}..{newer}.yaml"
    associations = tuple(ManualAssociation(*row, reason={"zh": "见会议纪要"}) for row in rows)
    file = root / path
    file.parent.mkdir(exist_ok=True)
    said = Correspondence(older, newer, associations)
    file.write_text(canonical_text(path, said), encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """1.0; in 1.1 two became one; in 1.2 that one was split, and brokers renamed since."""
    first = trees.sample()
    ids = ("terms", "methods")
    second = CombineCategories(
        ids=ids, release="1.1", name={"zh": "术语和方法", "en": "Words"}, new_id="words"
    ).apply(first)
    third = SplitCategory(
        id="words", release="1.2", names=({"zh": "甲", "en": "One"}, {"zh": "乙", "en": "Two"})
    ).apply(second)
    put(tmp_path, RenameCategory(id="brokers", name={"zh": "经纪"}).apply(third))
    for name, taxonomy in (("1.0", first), ("1.1", second), ("1.2", third)):
        issue(tmp_path, name, taxonomy)
    return tmp_path


@pytest.fixture
def rows(root: Path) -> Rows:
    """Rows in short, of what did not simply stay."""

    def found(older: str, newer: str, **more: object) -> list[str]:
        difference = Workspace.open(root).compare(older, newer, **more)  # type: ignore[arg-type]
        return [row for row in told(difference.correspondence) if not row.endswith("identity")]

    return found


AMBIGUOUS = [
    "terms>one n:m partial lineage ?",
    "terms>two n:m partial lineage ?",
    "methods>one n:m partial lineage ?",
    "methods>two n:m partial lineage ?",
]


def test_over_the_release_between(root: Path, rows: Rows) -> None:
    """What came and went in between leads on; what nobody said is marked and named."""
    assert rows("1.0", "1.2") == AMBIGUOUS
    assert rows("1.0", "WORK") == AMBIGUOUS

    difference = Workspace.open(root).compare("1.0", "1.2")
    warnings = [one.en for one in difference.warnings if "ambiguous" in one.en]
    where = "say which in taxonomy/correspondences/1.0..1.2.yaml"
    assert warnings == [
        f"ambiguous by way of 1.1: A1 Category terms → A4 One, A5 Two; {where}",
        f"ambiguous by way of 1.1: A2 Category methods → A4 One, A5 Two; {where}",
    ]


def test_steps_as_they_are(rows: Rows) -> None:
    """Between neighbours nothing has to be joined."""
    assert rows("1.0", "1.1") == [
        "terms>words n:1 complete lineage",
        "methods>words n:1 complete lineage",
    ]
    assert rows("1.1", "1.2") == [
        "words>one 1:n partial lineage",
        "words>two 1:n partial lineage",
    ]
    assert rows("1.2", "WORK") == []


def test_the_way_back(rows: Rows) -> None:
    """An older release as the newer side: the same rows, turned round."""
    assert rows("1.2", "1.0") == [
        "one>terms n:m partial lineage ?",
        "one>methods n:m partial lineage ?",
        "two>terms n:m partial lineage ?",
        "two>methods n:m partial lineage ?",
    ]
    assert rows("WORK", "1.1") == [
        "one>words n:1 complete lineage",
        "two>words n:1 complete lineage",
    ]


def test_by_way_of_what_is_named(rows: Rows) -> None:
    """`via` leads over any edition, needed or not."""
    assert rows("1.0", "1.1", via=("1.1",)) == rows("1.0", "1.1")
    assert rows("1.0", "1.2", via=("1.1",)) == AMBIGUOUS


def test_by_hand(root: Path, rows: Rows) -> None:
    """A file for both ends settles what is ambiguous; its reasons stand in the rows."""
    say(root, "1.0", "1.2", ("terms", "one"), ("methods", "two"))

    assert rows("1.0", "1.2") == [
        "terms>one 1:1 complete manual",
        "methods>two 1:1 complete manual",
    ]
    difference = Workspace.open(root).compare("1.0", "1.2")
    manual = [row for row in difference.correspondence if row.basis == "manual"]
    assert [row.reasons for row in manual] == [({"zh": "见会议纪要"},)] * 2
    assert [one.en for one in difference.warnings if "ambiguous" in one.en] == []


def test_a_step_by_hand_counts_on_the_whole_way(root: Path, rows: Rows) -> None:
    """What is said of 1.0 and 1.1 holds between 1.0 and 1.2, too."""
    say(root, "1.0", "1.1", ("methods", None))

    assert rows("1.0", "1.1") == [
        "terms>words 1:1 complete lineage",
        "methods> 1:0 complete manual",
    ]
    assert rows("1.0", "1.2") == [
        "terms>one 1:n partial lineage",
        "terms>two 1:n partial lineage",
        "methods> 1:0 complete manual",
    ]


def test_a_release_to_come(root: Path, rows: Rows) -> None:
    """What is said of a release that is not issued yet holds for the files now."""
    say(root, "1.2", "1.3", ("brokers", None))

    assert rows("1.2", "WORK") == [
        "brokers> 1:0 complete manual",
        ">brokers 0:1 complete manual",
    ]


def test_what_speaks_of_nothing_is_left_out_and_named(root: Path, rows: Rows) -> None:
    """By the comparison, and what no category has by `check`."""
    say(root, "1.0", "1.1", ("words", None), ("nowhere", "words"))

    assert rows("1.0", "1.1")[0] == "terms>words n:1 complete lineage"
    difference = Workspace.open(root).compare("1.0", "1.1")
    assert [one.en for one in difference.warnings if "left out" in one.en] == [
        f"taxonomy/correspondences/1.0..1.1.yaml: the row “{row}” is left out, its categories are"
        " not live at these ends"
        for row in ("words → –", "nowhere → words")
    ]
    assert "dangling-reference" in serious(Workspace.open(root))


def test_it_is_no_part_of_what_was_issued(root: Path) -> None:
    """A judgement about releases changes neither of them."""
    before = Workspace.open(root).edition("WORK").digest

    say(root, "1.0", "1.2", ("terms", "one"))

    assert Workspace.open(root).edition("WORK").digest == before
    assert Workspace.open(root).taxonomy.released().correspondences == {}
