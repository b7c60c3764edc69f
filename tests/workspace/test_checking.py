"""Findings of a whole system: of reading its files and of the rules, each at its place."""

from __future__ import annotations

from pathlib import Path

from stdtree.model.finding import sort_key
from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.workspace.systems import BROKERS, TRANSFER, Opened, release, rename, replace


def said(workspace: Workspace) -> list[tuple[str, str, str]]:
    """Severity, rule and place of each finding."""
    return [(f.severity.value, f.rule, str(f.place)) for f in workspace.check()]


def test_a_clean_system(folder: Path) -> None:
    """Nothing to say."""
    assert said(Workspace.open(folder)) == []


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

    assert {rule for _, rule, _ in said(Workspace.open(folder))} == {"unreadable-file"}


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

    assert [f.rule for f in workspace.check()] == ["duplicate-sibling-title"]
    assert workspace.check(workspace.loaded.taxonomy) == ()


def test_a_changed_snapshot_is_a_finding(system: Repo, opened: Opened) -> None:
    """The digest of what was issued is computed afresh; what cannot be read counts too."""
    release(system, "1.0")
    assert said(opened()) == []

    snapshot = system.root / "exports/1.0/taxonomy.json"
    snapshot.write_bytes(snapshot.read_bytes().replace("类目brokers".encode(), "改".encode()))
    assert [f.rule for f in opened().check()] == ["changed-release"]

    snapshot.write_bytes(b"{}")
    assert [f.rule for f in opened().check()] == ["changed-release"]

    snapshot.unlink()
    snapshot.mkdir()
    assert [f.rule for f in opened().check()] == ["changed-release"]


def test_the_previous_release_is_compared_with(system: Repo, opened: Opened) -> None:
    """A category that vanishes after a release is lost, by the snapshot or by the tag alone."""
    release(system, "1.0")
    (system.root / BROKERS).unlink()
    assert [f.rule for f in opened().check()] == ["lost-category"]

    (system.root / "exports/1.0/taxonomy.json").unlink()
    assert [f.rule for f in opened().check()] == ["lost-category"]


def test_a_release_without_its_record_is_a_finding(system: Repo, opened: Opened) -> None:
    """Its snapshot shows that it was issued, and is what the files are compared with."""
    release(system, "1.0")
    (system.root / "taxonomy/releases/1.0.yaml").unlink()
    (system.root / BROKERS).unlink()
    found = opened().check()
    assert {f.rule for f in found} == {"changed-release", "lost-category"}
    hints = [f.hint.en for f in found if f.rule == "changed-release"]
    assert "git checkout taxonomy/1.0 -- taxonomy/releases/1.0.yaml" in hints[0]
