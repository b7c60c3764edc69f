"""`check --since`: a full check, and of its findings those that concern what changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.errors import UsageError
from stdtree.model.finding import Finding
from stdtree.store import layout
from stdtree.workspace import Workspace
from stdtree.workspace.since import near, since
from tests.repos import Repo
from tests.workspace.systems import BROKERS, TRANSFER, release, replace

METHODS = "taxonomy/categories/methods.yaml"


def shown(workspace: Workspace, name: str) -> tuple[Finding, ...]:
    """The findings since then."""
    return near(workspace.check(), workspace.taxonomy, since(workspace, name))


def test_what_changed_and_its_neighbours(system: Repo) -> None:
    """Findings of the file, of its children, and of those whose code it took; no others."""
    replace(system.root, METHODS, "title:", "owner: nobody\ntitle:")
    system.commit_all()
    opened = Workspace.open(system.root)
    everything = opened.check()
    assert "dangling-reference" in {finding.rule for finding in everything}
    assert shown(opened, "HEAD") == ()

    replace(system.root, TRANSFER, "code: B1", "code: B2")
    opened = Workspace.open(system.root)
    found = shown(opened, "HEAD")
    assert {(f.rule, f.subject.id) for f in found if f.severity == "error"} >= {
        ("duplicate-code", "transfer"),
        ("code-outside-parent", "brokers"),
    }
    assert "methods" not in {finding.subject.id for finding in found}
    assert [f for f in opened.check() if f in found] == list(found)
    earlier = shown(opened, "HEAD~1")
    assert set(found) < set(earlier) <= set(opened.check())


def test_a_deleted_file(system: Repo) -> None:
    """What is left of it: its children, and what names it or its standards."""
    (system.root / TRANSFER).unlink()
    found = shown(Workspace.open(system.root), "HEAD")
    assert ("dangling-parent", "brokers") in {(f.rule, f.subject.id) for f in found}


def test_system_and_organizations_concern_everything(system: Repo) -> None:
    """Then nothing is left out."""
    replace(system.root, layout.SYSTEM, "format: 1", "format: 1\nrules: {empty-category: error}")
    opened = Workspace.open(system.root)
    assert since(opened, "HEAD").shared
    assert shown(opened, "HEAD") == opened.check()


def test_a_release_by_its_tag_and_by_its_snapshot(system: Repo) -> None:
    """The same either way."""
    release(system, "1.0")
    replace(system.root, BROKERS, "code: B11", "code: B2")
    opened = Workspace.open(system.root)
    by_tag = shown(opened, "1.0")
    assert "brokers" in {finding.subject.id for finding in by_tag}
    system.git("tag", "-d", "taxonomy/1.0")
    opened = Workspace.open(system.root)
    assert shown(opened, "1.0.0") == by_tag
    with pytest.raises(UsageError):
        since(opened, "9.9")


def test_without_a_repository(folder: Path) -> None:
    """There is nothing to compare with."""
    with pytest.raises(UsageError):
        since(Workspace.open(folder), "HEAD")
