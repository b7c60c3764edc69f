"""Pulling what others did and pushing what we did (取回更新、推送)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.model.branch import Apart, Branch, Standing
from stdtree.model.names import several
from stdtree.store import git_branches, git_state, moving, transfer
from stdtree.store.git_branches import HEADS, REMOTES
from stdtree.store.moving import Move
from stdtree.store.transfer import Watch
from stdtree.workspace.committing import needed_repository
from stdtree.workspace.cut_short import refuse_remains

if TYPE_CHECKING:
    from stdtree.store.git import Repository
    from stdtree.workspace.opened import Workspace


class Diverged(StoreError):  # noqa: N818 -- named for what happened, as its message is
    """Both sides have gone on; nothing was changed."""

    def __init__(self, found: Standing) -> None:
        ours, theirs = found.apart.ahead, found.apart.behind
        super().__init__(
            Label(
                f"双方都有新的提交（本机 {ours} 次，共享仓库 {theirs} 次）；没有合并，没有改动",
                f"both sides have gone on (here {several(ours, 'commit')}, over there {theirs});"
                " nothing was merged and nothing was changed",
            ),
            Label(
                "把您的工作作为草案分支推送，再请人合并：stdtree draft --new 名称，然后"
                f" stdtree push；双方的差异：stdtree diff {found.followed} HEAD",
                "push your work as a draft branch and have it merged: stdtree draft --new NAME,"
                f" then stdtree push; what differs: stdtree diff {found.followed} HEAD",
            ),
        )
        self.standing = found


def standing(workspace: Workspace) -> Standing | None:
    """Where we stand; None without a repository, branch or commit. Asks nobody else."""
    repository = workspace.repository
    if repository is None:
        return None
    current = next((b for b in git_branches.branches(repository) if b.is_current), None)
    if current is None:
        return None
    theirs = repository.resolve(current.upstream) if current.upstream else None
    remote = current.remote or _remote(repository)
    if theirs is None:
        return Standing(current.name, remote, "", Apart(0, 0))
    counted = git_branches.apart(repository, current.commit, theirs)
    return Standing(current.name, remote, current.upstream.removeprefix(REMOTES), counted)


def fetch(
    workspace: Workspace,
    *,
    trusted: bool,
    watch: Watch | None = None,
) -> Standing:
    """Asks the shared repository what is new; nothing changes here. Raises StoreError, Stopped."""
    repository = needed_repository(workspace)
    _refuse_untrusted(trusted=trusted)
    current = _current(repository)
    remote = current.remote or _needed(repository)
    transfer.fetch(repository, remote, watch or Watch())
    if not current.upstream and repository.resolve(f"{REMOTES}{remote}/{current.name}"):
        # somebody else has pushed a branch of that name: it is the same one
        git_branches.follow(repository, current.name, remote, f"{HEADS}{current.name}")
    found = standing(workspace)
    if found is None:
        raise _no_branch()
    return found


def pull(
    workspace: Workspace,
    *,
    trusted: bool,
    watch: Watch | None = None,
) -> tuple[str, ...]:
    """Brings the branch to where the others are, if we have not gone on ourselves; the paths.

    Raises StoreError, with what can be done, if a file would be overwritten, and Diverged where
    both have gone on; then nothing has changed here. Raises Stopped if `watch` says so.
    """
    repository = needed_repository(workspace)
    refuse_remains(workspace)
    if workspace.unsaved:
        raise StoreError(
            Label("还有未保存的修改", "there are edits that are not saved"),
            Label("先保存（Ctrl+S），再取回更新", "save first (Ctrl+S), then pull"),
        )
    found = fetch(workspace, trusted=trusted, watch=watch)
    if not found.followed:
        raise _not_shared(found)
    if found.diverged:
        raise Diverged(found)
    if not found.apart.behind:
        return ()
    current = _current(repository)
    theirs = repository.resolve(current.upstream) or current.commit
    to = Move(current.commit, theirs, current.name)
    changed = moving.move(repository, workspace.private, to, trusted=trusted)
    workspace.reload()
    return changed


def push(
    workspace: Workspace,
    *,
    trusted: bool,
    watch: Watch | None = None,
) -> Standing:
    """Gives our commits and releases to the others. Raises StoreError, or Stopped."""
    repository = needed_repository(workspace)
    refuse_remains(workspace)
    _refuse_untrusted(trusted=trusted)
    current = _current(repository)
    remote = current.remote or _needed(repository)
    remote_ref = current.remote_ref or f"{HEADS}{current.name}"
    to = watch or Watch()
    transfer.push(repository, current, remote, remote_ref=remote_ref, watch=to)
    if not current.upstream:
        git_branches.follow(repository, current.name, remote, remote_ref)
    found = standing(workspace)
    if found is None:
        raise _no_branch()
    return found


def address(workspace: Workspace, remote: str) -> str:
    """Where a shared repository is, without what only its owner should see of that."""
    found = needed_repository(workspace).plumbing.text("config", "--get", f"remote.{remote}.url")
    return re.sub(r"(?<=://)[^/@]*:[^/@]*@", "", found or "")


def _current(repository: Repository) -> Branch:
    """The branch checked out. Raises StoreError if there is none, or no commit on it."""
    git_state.refuse_under_way(repository.git_dir)
    if repository.head() is None:
        raise StoreError(
            Label("还没有任何提交", "there is no commit yet"),
            Label("先提交一次：stdtree commit", "commit once: stdtree commit"),
        )
    for branch in git_branches.branches(repository):
        if branch.is_current:
            return branch
    raise _no_branch()


def _remote(repository: Repository) -> str:
    """The shared repository: `origin`, else the only one there is, else none."""
    known = git_branches.remotes(repository)
    return "origin" if "origin" in known else known[0] if len(known) == 1 else ""


def _needed(repository: Repository) -> str:
    if name := _remote(repository):
        return name
    raise StoreError(
        Label("没有设置共享仓库", "no shared repository is set"),
        Label("请输入：git remote add origin 地址", "type: git remote add origin ADDRESS"),
    )


def _refuse_untrusted(*, trusted: bool) -> None:
    if not trusted:
        raise StoreError(
            Label(
                "连接共享仓库会运行本仓库设置的程序（登录、钩子），需要您先信任它",
                "reaching the shared repository runs programs that this one names (log-in, hooks):"
                " you have to trust it first",
            ),
            Label("信任它则加 --trust", "add --trust if you do"),
        )


def _no_branch() -> StoreError:
    return StoreError(
        Label("当前不在任何分支上（游离的 HEAD）", "no branch is checked out (detached HEAD)"),
        Label(
            "在此处建一个草案分支：stdtree draft --new 名称",
            "make a draft branch here: stdtree draft --new NAME",
        ),
    )


def _not_shared(found: Standing) -> StoreError:
    return StoreError(
        Label(
            f"分支“{found.branch}”还没有推送过，没有可取回的更新",
            f'the branch "{found.branch}" has never been pushed, so there is nothing to pull',
        ),
        Label("把它推送出去：stdtree push", "push it: stdtree push"),
    )
