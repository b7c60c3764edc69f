"""Findings brought up to date edit by edit are those of a workspace that has just been opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.model.finding import Finding
from stdtree.store import yaml_outline
from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.workspace.systems import BROKERS, TRANSFER, add, define, release, rename, replace

TODAY = "2027-06-01"


def anew(workspace: Workspace) -> tuple[Finding, ...]:
    """What a check of everything says of the tree as it is now, unsaved edits included."""
    fresh = Workspace.open(workspace.root)
    fresh.loaded = workspace.loaded
    return fresh.check(workspace.taxonomy, today=TODAY)


def test_apply_undo_redo_save_reload(folder: Path) -> None:
    """After each step the findings, and their places, are those of a full check."""
    replace(folder, BROKERS, "code: B11", "code: B2")
    replace(folder, TRANSFER, "see: incubation", "see: incubatoin")
    workspace = Workspace.open(folder)
    assert workspace.check(today=TODAY) == anew(workspace)
    workspace.apply(add("新的类目", "fields", "incubatoin"))
    assert workspace.check(today=TODAY) == anew(workspace)
    workspace.apply(rename("brokers", "技术转移转化服务"))
    assert workspace.check(today=TODAY) == anew(workspace)
    workspace.undo()
    assert workspace.check(today=TODAY) == anew(workspace)
    workspace.redo()
    assert workspace.check(today=TODAY) == anew(workspace)
    workspace.apply(define("transfer", "第一行。\n第二行。"))
    workspace.save()
    assert workspace.check(today=TODAY) == anew(workspace)
    replace(folder, BROKERS, "code: B2", "code: B12")
    workspace.reload()
    assert workspace.check(today=TODAY) == anew(workspace)


def test_a_release_becomes_the_previous_one(system: Repo) -> None:
    """What is issued meanwhile is looked at: the snapshot on disk counts, not the one before."""
    workspace = Workspace.open(system.root)
    before = workspace.check(today=TODAY)
    release(system, "1.0")
    workspace.reload()
    assert workspace.check(today=TODAY) == anew(workspace)
    snapshot = system.root / "exports/1.0/taxonomy.json"
    snapshot.write_bytes(snapshot.read_bytes().replace(b"2027-03-01", b"2027-03-02"))
    assert workspace.check(today=TODAY) == anew(workspace)
    snapshot.write_bytes(b"{")
    found = workspace.check(today=TODAY)
    assert found == anew(workspace) != before
    assert "changed-release" in {finding.rule for finding in found}


def test_files_are_read_for_places_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edit elsewhere does not make the files of other findings be read again."""
    replace(folder, TRANSFER, "see: incubation", "see: incubatoin")
    workspace = Workspace.open(folder)
    workspace.check(today=TODAY)
    read: list[int] = []
    real = yaml_outline.outline

    def counted(text: str) -> object:
        read.append(1)
        return real(text)

    monkeypatch.setattr(yaml_outline, "outline", counted)
    workspace.apply(rename("methods", "方法"))
    workspace.check(today=TODAY)
    assert read == []


def test_it_can_be_switched_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With STDTREE_PLAIN=1 every check is one of everything, with the same result."""
    replace(folder, BROKERS, "code: B11", "code: B2")
    workspace = Workspace.open(folder)
    workspace.check(today=TODAY)
    workspace.apply(rename("methods", "方法"))
    quick = workspace.check(today=TODAY)
    monkeypatch.setenv("STDTREE_PLAIN", "1")
    monkeypatch.setattr("stdtree.rules.rerun", None)
    assert workspace.check(today=TODAY) == quick
