"""Draft branches (草案分支): work that others do not see until it is asked for.

What is not saved or not committed is never carried from one branch to another by accident.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.errors import StoreError, UsageError
from stdtree.label import Label
from stdtree.model.branch import Branch
from stdtree.model.names import several
from stdtree.store import git_branches, git_state, layout, moving
from stdtree.store.moving import Move
from stdtree.workspace.committing import needed_repository
from stdtree.workspace.cut_short import refuse_remains

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stdtree.store.git import Repository
    from stdtree.workspace.opened import Workspace


class Unkept(StoreError):  # noqa: N818 -- named for what is, as its message is
    """Edits are not saved, or files not committed: switching would carry them along."""


class NowhereElse(StoreError):  # noqa: N818 -- the same
    """No other branch has the commits of the one that is to go."""


def branches(workspace: Workspace) -> tuple[Branch, ...]:
    """Branches here, the latest first, then those that only the shared repository has."""
    return git_branches.branches(needed_repository(workspace))


def start(workspace: Workspace, name: str) -> None:
    """A new branch from where we are, checked out; edits and files stay. Raises StoreError."""
    repository = needed_repository(workspace)
    refuse_remains(workspace)
    git_state.refuse_under_way(repository.git_dir)
    head = _head(repository)
    git_branches.make(repository, name, head)
    git_branches.stay_on(repository, name)


def switch(workspace: Workspace, name: str, *, trusted: bool = False) -> tuple[str, ...]:
    """Checks out another branch; the paths that changed. Raises Unkept, StoreError, UsageError.

    One that only the shared repository has is made here and follows it.
    """
    repository = needed_repository(workspace)
    refuse_remains(workspace)
    branch = _named(workspace, name)
    if branch.is_current:
        return ()
    refuse_unkept(workspace)
    _refuse_left_behind(repository)
    if not branch.is_here:
        branch = _taken_over(repository, branch)
    to = Move(_head(repository), branch.commit, branch.name)
    changed = moving.move(repository, workspace.private, to, trusted=trusted)
    workspace.reload()
    return changed


def delete(workspace: Workspace, name: str, *, anyway: bool = False) -> Branch:
    """Removes a branch whose commits are all in another one; with `anyway`, any but the current.

    Returns what was removed: `git branch NAME COMMIT` would bring it back. Raises NowhereElse,
    StoreError.
    """
    repository = needed_repository(workspace)
    branch = _named(workspace, name)
    if branch.is_current or not branch.is_here:
        raise StoreError(
            Label(
                f"“{name}”正在使用，或只在共享仓库中",
                f'"{name}" is checked out, or only the shared repository has it',
            ),
            Label("先切换到别的分支：stdtree draft 名称", "switch first: stdtree draft NAME"),
        )
    if not anyway and (left := _only_there(repository, branch)):
        raise NowhereElse(
            Label(
                f"“{name}”有 {left} 次提交别处没有，删除就找不到了",
                f'"{name}" has {several(left, "commit")} that no other branch has',
            ),
            Label(
                f"确定要删除：stdtree draft {name} --delete --anyway",
                f"to delete it all the same: stdtree draft {name} --delete --anyway",
            ),
        )
    git_branches.remove(repository, branch)
    return branch


def refuse_unkept(workspace: Workspace) -> None:
    """Raises StoreError while edits are not saved or files not committed."""
    if workspace.unsaved:
        raise Unkept(
            Label("还有未保存的修改", "there are edits that are not saved"),
            Label("先保存并提交（Ctrl+S，F9）", "save and commit them first (Ctrl+S, F9)"),
        )
    paths = needed_repository(workspace).changed_paths(prefix=f"{layout.TAXONOMY}/")
    if paths:
        raise Unkept(
            Label(
                f"有 {len(paths)} 个文件的修改尚未提交，切换会把它们带到另一个分支",
                f"{several(len(paths), 'file')} not committed; switching would carry them along",
            ),
            Label(
                "先提交：stdtree commit；或带着它们开新草案：stdtree draft --new 名称",
                "commit first: stdtree commit; or take them to a draft: stdtree draft --new NAME",
            ),
        )


def _refuse_left_behind(repository: Repository) -> None:
    """Raises StoreError if commits without a branch would be lost from sight."""
    head = repository.head()
    if head is None or repository.branch() is not None:
        return
    known = dict.fromkeys(branch.commit for branch in git_branches.branches(repository))
    if left := _beyond(repository, head, known):
        raise StoreError(
            Label(
                f"这里有 {left} 次提交不在任何分支上，切换后就找不到了",
                f"{several(left, 'commit')} here would be on no branch and lost from sight",
            ),
            Label(
                "先为它们建一个草案分支：stdtree draft --new 名称",
                "make a draft branch of them first: stdtree draft --new NAME",
            ),
        )


def _named(workspace: Workspace, name: str) -> Branch:
    known = branches(workspace)
    for branch in known:
        if branch.name == name or (not branch.is_here and branch.name.endswith(f"/{name}")):
            return branch
    listed = [branch.name for branch in known]
    raise UsageError(
        Label(f"没有分支“{name}”", f'there is no branch "{name}"'),
        Label(f"已有：{'、'.join(listed)}", f"there are: {', '.join(listed)}"),
    )


def _taken_over(repository: Repository, theirs: Branch) -> Branch:
    remote, _, short = theirs.name.partition("/")
    git_branches.make(repository, short, theirs.commit)
    git_branches.follow(repository, short, remote, f"{git_branches.HEADS}{short}")
    return next(b for b in git_branches.branches(repository) if b.is_here and b.name == short)


def _only_there(repository: Repository, branch: Branch) -> int:
    """Commits of a branch that no other one has, here or in the shared repository."""
    others = [
        other.commit for other in git_branches.branches(repository) if other.name != branch.name
    ]
    if branch.upstream and (followed := repository.resolve(branch.upstream)):
        others.append(followed)
    return _beyond(repository, branch.commit, dict.fromkeys(others))


def _beyond(repository: Repository, commit: str, known: Iterable[str]) -> int:
    """Commits behind one that are behind none of those known."""
    return int(repository.plumbing.run("rev-list", "--count", commit, "--not", *known, "--"))


def _head(repository: Repository) -> str:
    head = repository.head()
    if head is None:
        raise StoreError(
            Label("还没有任何提交", "there is no commit yet"),
            Label("先提交一次：stdtree commit", "commit once: stdtree commit"),
        )
    return head
