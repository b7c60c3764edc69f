"""Searching a workspace: the tree as it is now, findings, and what changed."""

from __future__ import annotations

from stdtree.edit.rename_category import RenameCategory
from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.workspace.systems import TRANSFER, replace


def found(workspace: Workspace, text: str) -> list[str]:
    """Ids of what is found."""
    return [one for _, one in workspace.search(text, 100)]


def test_edits_are_found_at_once(system: Repo) -> None:
    """Also when they are taken back."""
    workspace = Workspace.open(system.root)
    assert found(workspace, "全新名称") == []
    workspace.apply(RenameCategory(id="transfer", name={"zh": "全新名称"}))
    assert found(workspace, "全新名称") == ["transfer"]
    workspace.undo()
    assert found(workspace, "全新名称") == []


def test_what_changed_since_the_last_commit(system: Repo) -> None:
    """In files that others wrote, and in edits that are not saved."""
    workspace = Workspace.open(system.root)
    assert found(workspace, "changed:") == []
    workspace.apply(RenameCategory(id="methods", name={"zh": "全新名称"}))
    assert found(workspace, "changed:") == ["methods"]
    replace(system.root, TRANSFER, "code: B1", "code: B7")
    assert found(Workspace.open(system.root), "变更:") == ["transfer"]


def test_findings_follow_edits(system: Repo) -> None:
    """What a rule says now counts, not what it said when the condition was typed first."""
    workspace = Workspace.open(system.root)
    before = found(workspace, "rule:duplicate-sibling-title")
    other = workspace.taxonomy.categories["transfer"].title
    siblings = workspace.taxonomy.children(workspace.taxonomy.categories["transfer"].parent)
    sibling = next(one.id for one in siblings if one.id != "transfer")
    workspace.apply(RenameCategory(id=sibling, name=dict(other)))
    assert len(found(workspace, "rule:duplicate-sibling-title")) > len(before)


def test_what_is_only_begun_finds_nothing(system: Repo) -> None:
    """Somebody is typing; an unknown release is no reason to stop."""
    workspace = Workspace.open(system.root)
    assert found(workspace, "status:dr") == []
    assert found(workspace, "changed:9.9") == []
