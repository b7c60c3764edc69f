"""Draft branches: made, listed, switched and removed without losing anything."""

from __future__ import annotations

import pytest

from stdtree.errors import StoreError, UsageError
from stdtree.workspace import Workspace, branches
from tests.repos import Repo
from tests.workspace.systems import BROKERS, Opened, contents, rename, replace


def title(repo: Repo) -> str:
    """The title that a new session reads."""
    return Workspace.open(repo.root).taxonomy.categories["brokers"].title["zh"]


def kept(workspace: Workspace, words: str) -> None:
    """An edit, saved and committed."""
    workspace.apply(rename("brokers", words))
    workspace.save()
    workspace.commit(words)


def test_a_draft_takes_along_what_is_not_committed(system: Repo, opened: Opened) -> None:
    """Unsaved edits and files stay as they are; only the branch is another one."""
    workspace = opened()
    workspace.apply(rename("brokers", "草案"))
    before = contents(system.root)

    branches.start(workspace, "技术转移")

    assert workspace.branch == "技术转移"
    assert workspace.unsaved == 1
    assert contents(system.root) == before


def test_there_and_back(system: Repo, opened: Opened) -> None:
    """Each branch has its own contents, and git agrees."""
    workspace = opened()
    before = title(system)
    branches.start(workspace, "draft")
    kept(workspace, "草案")
    assert branches.switch(workspace, "main") == (BROKERS,)
    assert (title(system), workspace.taxonomy.categories["brokers"].title["zh"]) == (before, before)
    assert system.git("status --short") == ""

    branches.switch(workspace, "draft")

    assert title(system) == "草案"
    assert system.git("status --short") == ""
    assert [(b.name, b.is_current) for b in branches.branches(workspace)] == [
        ("draft", True),
        ("main", False),
    ]


def test_switching_waits_for_what_is_not_kept(system: Repo, opened: Opened) -> None:
    """Unsaved edits and uncommitted files are refused, and stay."""
    workspace = opened()
    system.git("branch", "draft")
    workspace.apply(rename("brokers", "改"))
    with pytest.raises(StoreError, match="not saved"):
        branches.switch(workspace, "draft")
    workspace.save()
    with pytest.raises(StoreError, match="not committed"):
        branches.switch(workspace, "draft")

    assert workspace.branch == "main"
    assert title(system) == "改"


def test_a_file_in_the_way_is_not_overwritten(system: Repo, opened: Opened) -> None:
    """A file that git does not know, where the other branch has one."""
    workspace = opened()
    branches.start(workspace, "draft")
    system.write("README.md", "ours\n")
    system.commit_all("a file beside the system")
    branches.switch(workspace, "main")
    system.write("README.md", "somebody's notes\n")

    with pytest.raises(StoreError, match=r"README\.md"):
        branches.switch(workspace, "draft")

    assert (system.root / "README.md").read_text() == "somebody's notes\n"
    assert workspace.branch == "main"


def test_a_merge_under_way_is_explained(system: Repo, opened: Opened) -> None:
    """What is begun has to be ended first."""
    system.git("branch", "draft")
    (system.root / ".git/MERGE_HEAD").write_text(system.git("rev-parse", "HEAD"))

    with pytest.raises(StoreError, match="merge is under way"):
        branches.switch(opened(), "draft")


def test_removing(system: Repo, opened: Opened) -> None:
    """Not the one in use, and not one whose commits would be lost from sight, unless meant."""
    workspace = opened()
    branches.start(workspace, "draft")
    kept(workspace, "草案")
    with pytest.raises(StoreError, match="checked out"):
        branches.delete(workspace, "draft")
    branches.switch(workspace, "main")
    with pytest.raises(StoreError, match="1 commit"):
        branches.delete(workspace, "draft")

    gone = branches.delete(workspace, "draft", anyway=True)

    assert system.git("branch", "--format=%(refname:short)") == "main"
    assert system.git("cat-file", "-t", gone.commit) == "commit"


@pytest.mark.parametrize("name", ["with space", "-x", "a..b", "HEAD", "", "x.lock", "a~1"])
def test_names_that_git_does_not_take(opened: Opened, name: str) -> None:
    """Said before anything is made, with an example of what it takes."""
    with pytest.raises(StoreError, match="cannot name a branch"):
        branches.start(opened(), name)


def test_unknown_and_known_names(opened: Opened) -> None:
    """The branches there are stand in the hint."""
    workspace = opened()
    with pytest.raises(UsageError) as raised:
        branches.switch(workspace, "drafft")
    assert raised.value.hint is not None
    assert "main" in raised.value.hint.zh
    with pytest.raises(StoreError, match="already"):
        branches.start(workspace, "main")


def test_edits_by_hand_count(system: Repo, opened: Opened) -> None:
    """What somebody changed without stdtree is not carried along either."""
    system.git("branch", "draft")
    replace(system.root, BROKERS, "类目brokers", "手改")

    with pytest.raises(StoreError, match="1 file not committed"):
        branches.switch(opened(), "draft")
