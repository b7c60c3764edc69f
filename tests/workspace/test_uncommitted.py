"""How categories differ from the last commit."""

from __future__ import annotations

from stdtree.edit import decode
from stdtree.workspace import Workspace
from stdtree.workspace.uncommitted import SinceCommit
from tests.repos import Repo, repo
from tests.trees import sample
from tests.tui.files import opened

__all__ = ["repo"]


def look(since: SinceCommit, workspace: Workspace) -> dict[str, str]:
    """By category."""
    seen = since.look(workspace.taxonomy)
    assert seen is not None
    return dict(seen.changes)


def test_added_changed_retired(repo: Repo) -> None:
    """Unsaved, saved and undone edits; a commit starts anew."""
    workspace = opened(repo, sample())
    since = SinceCommit(workspace)
    assert look(since, workspace) == {}
    for operation, fields in (
        ("rename-category", {"id": "terms", "name": {"zh": "术语"}}),
        ("add-category", {"parent": "basics", "name": {"zh": "新"}, "id": "new-one"}),
        ("retire-category", {"id": "promotion", "release": "1.1"}),
    ):
        workspace.apply(decode(operation, fields))
    expected = {"terms": "M", "new-one": "A", "promotion": "D"}
    assert look(since, workspace) == expected
    workspace.save()
    assert look(since, workspace) == expected
    seen = since.look(workspace.taxonomy)
    assert seen is not None
    assert seen.files == 3
    workspace.undo()
    assert look(since, workspace) == {"terms": "M", "new-one": "A"}
    workspace.redo()
    workspace.commit("all of it")
    assert look(since, workspace) == {}
