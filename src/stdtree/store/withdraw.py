"""Taking back the commit and the tag of a release that did not come to its end."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from stdtree.store import commit, hooks
from stdtree.store.changed import blob_id
from stdtree.store.git_sync import confirming, settle
from stdtree.store.revision_tree import records

if TYPE_CHECKING:
    from stdtree.store.git import Repository
    from stdtree.store.plumbing import Plumbing


def withdraw(repository: Repository, parent: str, paths: Sequence[str], *, tag: str) -> bool:
    """The branch is at `parent` again and our paths out of the index; the files stay.

    False, and nothing happens, if somebody has built upon our commit. Call it while the files are
    as they were committed. Raises StoreError.
    """
    git = hooks.without_programs(repository.plumbing)
    revision = repository.head()
    ours = {repository.prefix + path for path in paths}
    committed = revision is not None and bool(ours & set(_changed(git, parent, revision)))
    if committed and git.text("rev-parse", "--verify", f"{revision}^") != parent:
        return False
    entries = dict(_entries(repository, git, parent, ours=ours))
    if not committed and not entries:
        return True
    branch = commit.branch_for_commits(repository)
    if committed and repository.tag(tag) == revision:
        git.run("update-ref", "-d", f"refs/tags/{tag}")
        with confirming():
            settle(repository.common_dir, f"refs/tags/{tag}")
    with (
        commit.workshop(repository) as folder,
        commit.index_brought_up_to_date(repository, folder, git, entries=entries, new=parent),
    ):
        if committed and revision:
            git.run("update-ref", "-m", "withdraw: cut short", "HEAD", parent, revision)
    commit.settle_branch(repository, branch)
    return True


def _changed(git: Plumbing, parent: str, revision: str) -> list[str]:
    """Paths that differ between two commits."""
    listing = git.run("diff-tree", "-r", "-z", "--name-only", "--no-renames", parent, revision)
    return [os.fsdecode(path) for path in listing.split(b"\0") if path]


def _entries(
    repository: Repository, git: Plumbing, parent: str, *, ours: set[str]
) -> Iterator[tuple[str, str]]:
    """What the index should say of our paths, where it now says what the files hold."""
    before = {
        path: f"{mode.decode()} {blob.decode()}"
        for (mode, _, blob), path in records(git.run("ls-tree", "-r", "-z", "--full-tree", parent))
        if path in ours
    }
    for (_, blob, _), path in records(git.run("ls-files", "--stage", "-z")):
        name = blob.decode()
        if path in ours and blob_id(repository.root / path, like=name) == name:
            yield path, before.get(path, f"{commit.GONE} {'0' * len(name)}")
