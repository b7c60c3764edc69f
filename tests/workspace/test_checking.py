"""Findings of a whole system: of reading its files and of the rules, each at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.errors import StoreError
from stdtree.model.finding import sort_key
from stdtree.workspace import Workspace
from stdtree.workspace.checking import check_edition
from tests.repos import Repo
from tests.workspace.systems import BROKERS, TRANSFER, Opened, release, rename, replace, serious


def said(workspace: Workspace) -> list[tuple[str, str, str]]:
    """Severity, rule and place of each finding."""
    return [(f.severity.value, f.rule, str(f.place)) for f in workspace.check()]


def test_a_clean_system(folder: Path) -> None:
    """No errors and no warnings."""
    assert serious(Workspace.open(folder)) == []


def test_findings_have_places_and_an_order(folder: Path) -> None:
    """Sorted by place; a finding about a field stands at the field."""
    replace(folder, BROKERS, "code: B11", "code: B2")
    replace(folder, TRANSFER, "see: incubation", "see: incubatoin")
    found = Workspace.open(folder).check()

    assert list(found) == sorted(found, key=sort_key)
    at = {finding.rule: finding.place for finding in found}
    line = (
        (folder / TRANSFER)
        .read_text(encoding="utf-8")
        .splitlines()[at["dangling-reference"].line - 1]
    )  # type: ignore[union-attr]
    assert "incubatoin" in line
    assert at["duplicate-code"]


def test_an_unreadable_file_does_not_cascade(folder: Path) -> None:
    """Its children are not orphans, and what refers to it is not dangling."""
    (folder / TRANSFER).write_text("id: [", encoding="utf-8")

    assert set(serious(Workspace.open(folder))) == {"unreadable-file"}


def test_an_unreadable_system_does_not_cascade(folder: Path) -> None:
    """Levels and languages are unknown then: one finding, not hundreds."""
    (folder / "taxonomy/system.yaml").write_text("id: [", encoding="utf-8")

    assert {(rule, place.split(":")[0]) for _, rule, place in said(Workspace.open(folder))} == {
        ("unreadable-file", "taxonomy/system.yaml")
    }


def test_the_system_sets_severities(folder: Path) -> None:
    """A rule of the store and one of the engine: louder, softer, off."""
    replace(folder, BROKERS, "code: B11", "code: B2")
    (folder / "taxonomy/notes.txt").write_text("x", encoding="utf-8")
    assert {(s, r) for s, r, _ in said(Workspace.open(folder))} >= {
        ("error", "duplicate-code"),
        ("warning", "misplaced-file"),
    }

    system = folder / "taxonomy/system.yaml"
    rules = "rules: {duplicate-code: note, misplaced-file: error, code-outside-parent: off}\n"
    with system.open("a", encoding="utf-8") as file:
        file.write(rules)
    found = said(Workspace.open(folder))
    assert {s for s, r, _ in found if r == "duplicate-code"} == {"note"}
    assert {s for s, r, _ in found if r == "misplaced-file"} == {"error"}
    assert not [r for _, r, _ in found if r == "code-outside-parent"]


def test_accepted_findings_are_left_out(folder: Path) -> None:
    """Accepted with a reason; the finding about anything else stays."""
    for path, old in ((BROKERS, "brokers"), (TRANSFER, "transfer")):
        replace(folder, path, f"{old}的定义。", "x")
        text = (folder / path).read_text(encoding="utf-8")
        (folder / path).write_text(text.replace("definition:\n  zh: x\n", ""), encoding="utf-8")
    assert len([r for _, r, _ in said(Workspace.open(folder)) if r == "missing-definition"]) == 2

    with (folder / "taxonomy/system.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "accepted:\n  - {rule: missing-definition, subject: brokers, reason: {zh: 无}}\n"
        )
    left = [p for _, r, p in said(Workspace.open(folder)) if r == "missing-definition"]
    assert [place.split(":")[0] for place in left] == [TRANSFER]


def test_unsaved_edits_are_checked(opened: Opened) -> None:
    """The check is of the tree as it is now; another tree can be given."""
    workspace = opened()
    workspace.apply(rename("incubation", "类目transfer"))

    assert serious(workspace) == ["duplicate-sibling-title"]
    assert serious(workspace, workspace.loaded.taxonomy) == []


def test_a_changed_snapshot_is_a_finding(system: Repo, opened: Opened) -> None:
    """The digest of what was issued is computed afresh; what cannot be read counts too."""
    release(system, "1.0")
    assert serious(opened()) == []

    snapshot = system.root / "exports/1.0/taxonomy.json"
    snapshot.write_bytes(snapshot.read_bytes().replace("类目brokers".encode(), "改".encode()))
    assert serious(opened()) == ["changed-release"]

    snapshot.write_bytes(b"{}")
    assert serious(opened()) == ["changed-release"]

    snapshot.unlink()
    snapshot.mkdir()
    assert serious(opened()) == ["changed-release"]


def test_the_previous_release_is_compared_with(system: Repo, opened: Opened) -> None:
    """A category that vanishes after a release is lost, by the snapshot or by the tag alone."""
    release(system, "1.0")
    (system.root / BROKERS).unlink()
    assert serious(opened()) == ["lost-category"]

    (system.root / "exports/1.0/taxonomy.json").unlink()
    assert serious(opened()) == ["lost-category"]


def test_a_release_without_its_record_is_a_finding(system: Repo, opened: Opened) -> None:
    """Its snapshot shows that it was issued, and is what the files are compared with."""
    release(system, "1.0")
    (system.root / "taxonomy/releases/1.0.yaml").unlink()
    (system.root / BROKERS).unlink()
    found = opened().check()
    assert {f.rule for f in found if f.severity != "note"} == {"changed-release", "lost-category"}
    hints = [f.hint.en for f in found if f.rule == "changed-release"]
    assert "git checkout taxonomy/1.0 -- taxonomy/releases/1.0.yaml" in hints[0]


def test_dates_are_judged_by_the_day_that_is_given(folder: Path) -> None:
    """The files' plan is for 2027; without a day nothing is said about days."""
    workspace = Workspace.open(folder)

    assert "overdue-plan" not in [f.rule for f in workspace.check()]
    assert "overdue-plan" not in [f.rule for f in workspace.check(today="2027-12-31")]
    assert "overdue-plan" in [f.rule for f in workspace.check(today="2028-01-01")]


def test_a_release_is_judged_by_the_day_that_is_given(system: Repo, opened: Opened) -> None:
    """The same for a release."""
    release(system, "1.0")

    def found(today: str) -> set[str]:
        return {f.rule for f in check_edition(opened(), "1.0", today=today)[1]}

    assert "overdue-plan" in found("2028-01-01") - found("2027-12-31")


def test_counts_of_a_record_are_counted_again(system: Repo, opened: Opened) -> None:
    """A record whose figures are not those of its content."""
    release(system, "1.0")
    replace(system.root, "taxonomy/releases/1.0.yaml", "planned: 1", "planned: 2")

    (found,) = [f for f in opened().check() if f.rule == "count-mismatch"]
    assert str(found.place).startswith("taxonomy/releases/1.0.yaml:")
    assert (found.field, "2 planned" in found.message.en) == (("counts", "planned"), True)


def test_plans_are_judged_by_the_date_of_the_release(system: Repo, opened: Opened) -> None:
    """Where plans bind, a release of 2028 cannot plan a standard for 2027; nor in the checklist."""
    replace(
        system.root, "taxonomy/system.yaml", "format: 1", "format: 1\nrules: {overdue-plan: error}"
    )
    system.commit_all("plans bind")

    with pytest.raises(StoreError) as told:
        opened().release("1.0", date="2028-01-01")
    assert "2027" in told.value.message.en
    for date, done in (("2027-12-31", True), ("2028-01-01", False)):
        assert all(point.done for point in opened().release_checklist("1.0", date=date)) is done
