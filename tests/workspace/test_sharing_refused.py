"""What stands in the way of pulling and pushing: each is said with a way out that works."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.errors import StoreError
from stdtree.workspace import Workspace, branches, sharing
from tests.repos import Repo, repository
from tests.workspace.people import Two, edited
from tests.workspace.systems import contents, rename


@pytest.fixture
def two(tmp_path: Path) -> Two:
    """Two people."""
    return Two(tmp_path)


def hook(repo: Repo, name: str, text: str, *, folder: str = ".git/hooks") -> None:
    """A hook that runs."""
    path = repo.write(f"{folder}/{name}", f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def test_our_own_hook_says_no(two: Two) -> None:
    """Its words are told; nothing was pushed."""
    hook(two.ours, "pre-push", "echo 先跑校验 >&2; exit 1")
    before = two.hub.git("rev-parse", "main")

    with pytest.raises(StoreError, match="pre-push said no") as raised:
        sharing.push(edited(two.ours, "brokers", "甲"), trusted=True)

    assert "先跑校验" in raised.value.message.zh
    assert two.hub.git("rev-parse", "main") == before


def test_a_protected_branch(two: Two) -> None:
    """The way out is a draft branch, and it works."""
    text = 'while read o n ref; do [ $ref != refs/heads/main ] || { echo "GH006: Protected branch"'
    hook(two.hub, "pre-receive", f"{text} >&2; exit 1; }}; done", folder="hooks")
    workspace = edited(two.ours, "brokers", "甲")
    with pytest.raises(StoreError, match="takes no direct push") as raised:
        sharing.push(workspace, trusted=True)
    assert raised.value.hint is not None
    assert "stdtree draft --new" in raised.value.hint.zh

    branches.start(workspace, "草案")
    sharing.push(workspace, trusted=True)

    assert two.hub.git("rev-parse", "草案") == two.ours.git("rev-parse", "HEAD")


def test_a_branch_of_that_name_is_the_same_one(two: Two) -> None:
    """Nobody said that ours follows it: pulling does not end in "push first, pull first"."""
    sharing.push(edited(two.ours, "brokers", "甲"), trusted=True)
    two.theirs.git("branch", "--unset-upstream")
    theirs = Workspace.open(two.theirs.root)

    sharing.pull(theirs, trusted=True)

    assert theirs.taxonomy.categories["brokers"].title["zh"] == "甲"
    standing = sharing.standing(theirs)
    assert standing is not None
    assert standing.followed == "origin/main"


def test_a_branch_that_nobody_has_pushed(two: Two) -> None:
    """Nothing can be pulled; what can be done is said."""
    theirs = Workspace.open(two.theirs.root)
    branches.start(theirs, "草案")

    with pytest.raises(StoreError, match="never been pushed"):
        sharing.pull(theirs, trusted=True)


def test_a_merge_under_way(two: Two) -> None:
    """First things first; nothing is asked of the others."""
    (two.theirs.root / ".git/MERGE_HEAD").write_text(two.theirs.git("rev-parse", "HEAD"))
    two.hub.root.rename(two.hub.root.with_name("gone"))
    theirs = Workspace.open(two.theirs.root)

    for act in (sharing.pull, sharing.push, sharing.fetch):
        with pytest.raises(StoreError, match="merge is under way"):
            act(theirs, trusted=True)


def test_on_no_branch(two: Two) -> None:
    """A draft branch is the way out, and it works; switching would lose the commits from sight."""
    two.theirs.git("checkout", "--quiet", "--detach")
    two.theirs.git("commit", "--quiet", "--allow-empty", "-m", "on no branch")
    theirs = Workspace.open(two.theirs.root)
    with pytest.raises(StoreError, match="no branch is checked out"):
        sharing.push(theirs, trusted=True)
    with pytest.raises(StoreError, match="lost from sight"):
        branches.switch(theirs, "main")

    branches.start(theirs, "草案")
    sharing.push(theirs, trusted=True)

    assert two.hub.git("log", "-1", "--format=%s", "草案") == "on no branch"


def test_before_the_first_commit(tmp_path: Path, two: Two) -> None:
    """Committing is what comes first."""
    fresh = repository(tmp_path / "fresh")
    fresh.git("remote", "add", "origin", str(two.hub.root))
    fresh.write("taxonomy/system.yaml", "id: x\n")

    with pytest.raises(StoreError, match="no commit yet"):
        sharing.push(Workspace.open(fresh.root), trusted=True)


def test_a_branch_that_follows_one_of_ours(two: Two) -> None:
    """Git can do that; pushing must not move the other branch here."""
    two.theirs.git("branch", "--track", "own", "main")
    two.theirs.git("switch", "--quiet", "own")
    main = two.theirs.git("rev-parse", "main")
    workspace = edited(two.theirs, "brokers", "乙")

    found = sharing.push(workspace, trusted=True)

    assert found.followed == "origin/own"
    assert two.theirs.git("rev-parse", "main") == main


def test_a_shallow_clone(two: Two, tmp_path: Path) -> None:
    """It is pulled and pushed like any other."""
    sharing.push(edited(two.ours, "brokers", "甲"), trusted=True)
    shallow = Repo(tmp_path / "shallow")
    shallow.root.mkdir()
    shallow.git("clone", "--quiet", "--depth=1", f"file://{two.hub.root}", ".")
    sharing.push(edited(two.ours, "brokers", "乙"), trusted=True)
    workspace = Workspace.open(shallow.root)

    sharing.pull(workspace, trusted=True)
    sharing.push(edited(shallow, "transfer", "丙"), trusted=True)

    assert two.hub.git("rev-parse", "main") == shallow.git("rev-parse", "HEAD")


def test_a_lock_that_git_left(two: Two) -> None:
    """It stops the pull after files were written; everything is as before."""
    sharing.push(edited(two.ours, "brokers", "甲"), trusted=True)
    theirs = Workspace.open(two.theirs.root)
    before, head = contents(two.theirs.root), two.theirs.git("rev-parse", "HEAD")
    sharing.fetch(theirs, trusted=True)
    lock = two.theirs.root / ".git/index.lock"
    lock.write_bytes(b"")

    with pytest.raises(StoreError, match=r"index\.lock"):
        sharing.pull(theirs, trusted=True)

    lock.unlink()
    assert (contents(two.theirs.root), two.theirs.git("rev-parse", "HEAD")) == (before, head)
    assert sharing.pull(theirs, trusted=True)


def test_edits_of_this_session_are_undone_after_a_pull(two: Two) -> None:
    """The journal goes on: what the pull did not touch can still be taken back."""
    sharing.push(edited(two.ours, "brokers", "甲"), trusted=True)
    theirs = Workspace.open(two.theirs.root)
    was = theirs.taxonomy.categories["transfer"].title["zh"]
    theirs.apply(rename("transfer", "乙"))
    theirs.save()

    sharing.pull(theirs, trusted=True)
    theirs.undo()

    assert theirs.taxonomy.categories["transfer"].title["zh"] == was
    assert theirs.taxonomy.categories["brokers"].title["zh"] == "甲"
