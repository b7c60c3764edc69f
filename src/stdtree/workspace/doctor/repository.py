"""The state of the git repository: history, branch, what is under way, locks, hooks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from stdtree.label import Label, same
from stdtree.store import git_locks
from stdtree.store.git import Repository
from stdtree.workspace.doctor.patient import Patient, Told, note, ok, trouble

TITLE = Label("仓库", "repository")


def examine(patient: Patient) -> Iterator[Told]:
    """Nothing where the system cannot be opened: `system` says why."""
    if patient.workspace is None:
        return
    repository = patient.repository
    if repository is None:
        yield note(
            Label("不是 git 仓库：没有历史和版本标签", "no git repository: no history, no tags"),
            same("git init"),
        )
        return
    yield _position(repository)
    if under_way := repository.under_way():
        yield trouble(under_way)
    for lock in _locks(repository):
        error = git_locks.held(lock, repository.root)
        yield trouble(error.message, error.hint)
    if repository.is_shallow():
        yield note(
            Label("浅克隆，历史不完整", "a shallow clone: its history is cut off"),
            same("git fetch --unshallow --tags"),
        )
    yield from _programs(repository)


def _position(repository: Repository) -> Told:
    branch, head = repository.branch(), repository.head()
    if head is None:
        return note(Label("还没有任何提交", "there is no commit yet"), same("stdtree commit"))
    if branch is None:
        return note(
            Label(
                f"不在任何分支上（游离的 HEAD，{repository.short(head)}）",
                f"on no branch (detached HEAD at {repository.short(head)})",
            ),
            Label("回到分支：git switch main", "go back to a branch: git switch main"),
        )
    return ok(Label(f"分支 {branch}", f"on branch {branch}"))


def _locks(repository: Repository) -> Iterator[Path]:
    """Locks that git holds, or has left when it was killed."""
    for folder in dict.fromkeys((repository.git_dir, repository.common_dir)):
        yield from sorted(folder.glob("*.lock"))
    for place, _, names in os.walk(repository.common_dir / "refs"):
        yield from (Path(place) / name for name in sorted(names) if name.endswith(".lock"))


def _programs(repository: Repository) -> Iterator[Told]:
    """Hooks and signing, which run only when the user trusts the repository."""
    from stdtree.store.trust import is_trusted

    programs = ", ".join(repository.would_run())
    if not programs:
        return
    if is_trusted(repository.root):
        yield ok(Label(f"受信任，提交时运行 {programs}", f"trusted: a commit runs {programs}"))
    else:
        yield note(
            Label(f"未受信任，提交时不运行 {programs}", f"not trusted: {programs} left out"),
            Label("信任它：stdtree commit --trust", "trust it: stdtree commit --trust"),
        )
