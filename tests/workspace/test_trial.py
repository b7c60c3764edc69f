"""Findings that an edit would bring or mend, before it is done."""

from __future__ import annotations

from stdtree.edit import decode
from stdtree.workspace import Workspace
from tests.repos import Repo, repo
from tests.trees import sample
from tests.tui.files import opened

__all__ = ["repo"]


def test_a_trial_tells_what_a_check_would(repo: Repo) -> None:
    """Without keeping anything of it."""
    workspace: Workspace = opened(repo, sample())
    known = workspace.check()
    live = workspace.live
    assert live is not None
    before = workspace.taxonomy
    rename = decode("rename-category", {"id": "terms", "name": {"zh": "类目methods"}})
    after = rename.apply(before)
    found = live.trial(before, after)
    assert found is not None
    come, gone = ({one.fingerprint for one in part} for part in found)
    checked = {one.fingerprint for one in workspace.check(after)}
    assert come
    assert come == checked - {one.fingerprint for one in known}
    assert gone == {one.fingerprint for one in known} - checked


def test_nothing_is_told_of_another_tree(repo: Repo) -> None:
    """The last check has to be of the tree that the edit starts from."""
    workspace: Workspace = opened(repo, sample())
    workspace.check()
    live = workspace.live
    assert live is not None
    other = decode("rename-category", {"id": "terms", "name": {"zh": "x"}}).apply(
        workspace.taxonomy
    )
    assert live.trial(other, other) is None
