"""The branches of a repository: which there are, how they stand to each other, making and removing.

Runs plumbing only; nothing here touches the files of the work tree.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.model.branch import Apart, Branch
from stdtree.store.git_sync import confirming, settle

if TYPE_CHECKING:
    from stdtree.store.git import Repository

_FIELDS = (
    *("refname", "objectname", "committerdate:short", "authorname", "contents:subject"),
    *("upstream", "upstream:remotename", "upstream:remoteref"),
)
HEADS = "refs/heads/"
REMOTES = "refs/remotes/"


def branches(repository: Repository) -> tuple[Branch, ...]:
    """Branches here, the latest first, then those that only the shared repository has."""
    form = "%00".join(f"%({field})" for field in _FIELDS)
    arguments = ("for-each-ref", "--sort=-committerdate", f"--format={form}")
    current = repository.branch()
    found = []
    for line in os.fsdecode(repository.plumbing.run(*arguments, HEADS, REMOTES)).splitlines():
        ref, new, date, author, subject, upstream, remote, remote_ref = line.split("\0")
        here = ref.startswith(HEADS)
        name = ref.removeprefix(HEADS).removeprefix(REMOTES)
        if remote == ".":  # it follows another branch here: nobody else is told of that
            upstream = remote = remote_ref = ""
        if here or not name.endswith("/HEAD"):
            found.append(
                Branch(
                    *(name, new, date, author, subject, here and name == current, here),
                    *(upstream, remote, remote_ref),
                )
            )
    followed = {branch.upstream for branch in found}
    known = {branch.name for branch in found if branch.is_here}
    theirs = [
        branch
        for branch in found
        if not branch.is_here
        and f"{REMOTES}{branch.name}" not in followed
        and branch.name.partition("/")[2] not in known
    ]
    return (*(branch for branch in found if branch.is_here), *theirs)


def apart(repository: Repository, ours: str, theirs: str) -> Apart:
    """Commits that only one of two commits has behind it; both are ids."""
    counted = repository.plumbing.run(
        "rev-list", "--left-right", "--count", f"{ours}...{theirs}", "--"
    )
    ahead, behind = map(int, counted.split())
    return Apart(ahead, behind)


def remotes(repository: Repository) -> tuple[str, ...]:
    """The shared repositories that this one knows, by name."""
    return tuple((repository.plumbing.text("remote") or "").split())


def check_name(repository: Repository, name: str) -> None:
    """Raises StoreError unless `name` can be the name of a new branch."""
    answer = repository.plumbing.ask("check-ref-format", f"{HEADS}{name}")
    if answer.code or name.startswith("-") or name == "HEAD":
        raise StoreError(
            Label(f"“{name}”不能作分支名", f'"{name}" cannot name a branch'),
            Label(
                "请用汉字、字母、数字和 - _ /，不含空格，例如：draft/技术转移",
                "use letters, digits, - _ / and no spaces, for example: draft/transfer",
            ),
        )
    if repository.resolve(f"{HEADS}{name}"):
        raise StoreError(
            Label(f"分支“{name}”已经存在", f'there is a branch "{name}" already'),
            Label(f"切换到它：stdtree draft {name}", f"switch to it: stdtree draft {name}"),
        )


def make(repository: Repository, name: str, at: str) -> None:
    """A new branch at a commit. Raises StoreError."""
    check_name(repository, name)
    reason = "branch: Created by stdtree"
    repository.plumbing.run("update-ref", "-m", reason, f"{HEADS}{name}", at, "0" * len(at))
    with confirming():
        settle(repository.common_dir, f"{HEADS}{name}")


def follow(repository: Repository, name: str, remote: str, remote_ref: str) -> None:
    """Lets a branch follow one of a shared repository, from which it is pulled."""
    git = repository.plumbing
    git.run("config", "--local", f"branch.{name}.remote", remote)
    git.run("config", "--local", f"branch.{name}.merge", remote_ref)


def remove(repository: Repository, branch: Branch) -> None:
    """Removes a branch that still is where it was seen. Raises StoreError."""
    repository.plumbing.run("update-ref", "-d", f"{HEADS}{branch.name}", branch.commit)
    # what it followed means nothing any more; git says no if there was nothing
    repository.plumbing.ask("config", "--local", "--remove-section", f"branch.{branch.name}")


def stay_on(repository: Repository, name: str) -> None:
    """Checks out a branch that is where we are: no file changes. Raises StoreError."""
    before = repository.branch() or repository.head()
    reason = f"checkout: moving from {before} to {name}"
    repository.plumbing.run("symbolic-ref", "-m", reason, "HEAD", f"{HEADS}{name}")
    with confirming():
        settle(repository.git_dir)
