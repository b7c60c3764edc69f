"""The commit with which the work of a branch is compared: named, or found by itself.

Builds say what they build in their environment; elsewhere git knows what a branch follows. What a
shallow clone lacks is an error with the command that fetches just that.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from stdtree.errors import StdtreeError, StoreError, UsageError
from stdtree.label import Label, same
from stdtree.model.names import listed
from stdtree.model.nearest import did_you_mean
from stdtree.store import git_bases

if TYPE_CHECKING:
    from stdtree.store.git import Repository
    from stdtree.workspace.opened import Workspace

AUTO = "auto"
_MERGE = re.compile(r"refs/pull/[0-9]+/merge")
_QUEUE = re.compile(r"(?:refs/heads/)?gh-readonly-queue/(.+)/pr-[0-9]+-([0-9a-f]{40,64})")
_MERGED = frozenset({"merged_result", "merge_train"})
"""Pipelines of GitLab that build what a merge would give."""
Environ = Mapping[str, str]


class Base(NamedTuple):
    """A commit to compare with, and how it was found."""

    revision: str
    name: str
    """Short form of its id."""
    found: Label
    """By what: "where HEAD left origin/main (GITHUB_BASE_REF)"."""


def base_of(workspace: Workspace, name: str, environ: Environ, *, tip: str = "HEAD") -> Base:
    """Where `tip` left the revision `name`; with `auto`, what it is to be merged into.

    Raises UsageError where there is no such thing, StoreError where a clone does not have it.
    """
    repository = workspace.repository
    head = repository.resolve(tip) if repository else None
    try:
        if repository is None or head is None:
            raise UsageError(*_NO_COMMITS)
        if name == AUTO:
            return _Search(repository, head, environ).found()
        other = repository.resolve(name)
        if other is not None:
            return _branched(repository, head, other, told=same(name))
        if name not in workspace.names():
            raise _no_branch(repository, head, name)
    except StdtreeError as error:
        if not (releases := workspace.names()[:-1]) or error.hint is None:
            raise
        raise type(error)(error.message, error.hint + _or_release(releases[-1])) from error
    raise UsageError(
        Label(f"{name} 不是分支", f"{name} is not a branch"),
        Label(f"与版本相比：--since {name}", f"compare with it: --since {name}"),
    )


class _Search:
    """The ways to find a base, the most certain first."""

    def __init__(self, repository: Repository, head: str, environ: Environ) -> None:
        self.repository = repository
        self.head = head
        self.environ = environ

    def found(self) -> Base:
        """The base. Raises UsageError if there is none."""
        base = next((base for way in self.ways() if (base := way())), None)
        if base is None:
            raise _none(self.repository)
        return base

    def ways(self) -> Iterator[Callable[[], Base | None]]:
        """Each gives a base, or None where it does not apply."""
        yield self.merge_result
        yield self.merge_queue
        yield self.diff_base
        yield self.before_push
        yield self.target_branch
        yield self.followed

    def merge_result(self) -> Base | None:
        """What a forge has merged on trial: its first parent is what it was merged into."""
        ref = self.environ.get("GITHUB_REF", "")
        built = self.environ.get("GITHUB_SHA")
        if not _MERGE.fullmatch(ref):
            if self.environ.get("CI_MERGE_REQUEST_EVENT_TYPE") not in _MERGED:
                return None
            ref = self.environ.get("CI_MERGE_REQUEST_REF_PATH", "CI_MERGE_REQUEST_EVENT_TYPE")
            built = self.environ.get("CI_COMMIT_SHA")
        into = git_bases.parents(self.repository, self.head)
        if len(into) == 1 or built not in (None, self.head):
            return None  # somebody checked out something else
        told = Label(f"合并结果 {ref} 的第一父提交", f"first parent of the merge result {ref}")
        return _exactly(self.repository, into[0], told) if into else None

    def merge_queue(self) -> Base | None:
        """The branch of a merge queue has the commit below it in its name."""
        ref = self.environ.get("GITHUB_REF") or self.repository.branch() or ""
        found = _QUEUE.fullmatch(ref)
        if found is None:
            return None
        told = Label(f"{found[1]} 的合并队列", f"the merge queue of {found[1]}")
        return _exactly(self.repository, found[2], told)

    def diff_base(self) -> Base | None:
        """GitLab says where a merge request left its target."""
        return self._commit_in("CI_MERGE_REQUEST_DIFF_BASE_SHA")

    def before_push(self) -> Base | None:
        """What a branch held before a push; nothing for a new one."""
        if self.environ.get("CI_PIPELINE_SOURCE") == "push":
            return self._commit_in("CI_COMMIT_BEFORE_SHA")
        if self.environ.get("GITHUB_EVENT_NAME") != "push":
            return None
        try:
            event = json.loads(Path(self.environ.get("GITHUB_EVENT_PATH", "")).read_bytes())
        except (OSError, ValueError):
            return None
        before = event.get("before") if isinstance(event, dict) else None
        return self._commit(before, "GITHUB_EVENT_PATH")

    def target_branch(self) -> Base | None:
        """The branch into which a pull or merge request goes."""
        for variable in ("GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME"):
            if name := self.environ.get(variable):
                return self._branch(name, variable)
        return None

    def followed(self) -> Base | None:
        """What the branch follows, unless that is its own copy; else the main line.

        The copy itself only if nothing else is known; not in a shallow clone, which builds just
        that, and would find that nothing has changed.
        """
        follows = git_bases.upstream(self.repository)
        branch = self.repository.branch()
        is_copy = bool(follows and branch and follows.endswith(f"/{branch}"))
        main_line = git_bases.main_line(self.repository, branch)
        copy = None if self.repository.is_shallow() else follows
        for ref in (None if is_copy else follows, main_line, copy):
            if ref and (other := self.repository.resolve(ref)):
                name = git_bases.short(ref)
                return _branched(self.repository, self.head, other, told=same(name))
        return None

    def _commit_in(self, variable: str) -> Base | None:
        return self._commit(self.environ.get(variable), variable)

    def _commit(self, given: object, source: str) -> Base | None:
        """A commit that a forge names; it writes zeros for none."""
        if not isinstance(given, str) or not self.repository.is_commit_id(given):
            return None
        return _exactly(self.repository, given, same(source)) if given.strip("0") else None

    def _branch(self, name: str, variable: str) -> Base:
        refs = (f"refs/remotes/origin/{name}", f"refs/heads/{name}")
        ref = next((one for one in refs if self.repository.resolve(one)), None)
        other = self.repository.resolve(ref) if ref else None
        if ref is None or other is None:
            raise StoreError(
                Label(
                    f"此处没有目标分支 {name}（{variable}）",
                    f"the target branch {name} ({variable}) is not here",
                ),
                _fetch(self.repository, self.head, name),
            )
        told = f"{git_bases.short(ref)} ({variable})"
        return _branched(self.repository, self.head, other, told=same(told), branch=name)


def _branched(
    repository: Repository, head: str, other: str, *, told: Label, branch: str = ""
) -> Base:
    """Where `head` and `other` went apart. Raises StoreError if that is not here."""
    found = git_bases.merge_base(repository, head, other)
    if found is None:
        if repository.is_shallow():
            raise StoreError(
                Label(
                    f"这是浅克隆，看不到与 {told.zh} 的分叉点",
                    f"this clone is shallow and does not show where HEAD left {told.en}",
                ),
                _fetch(repository, head, branch or "HEAD"),
            )
        raise UsageError(
            Label(f"HEAD 与 {told.zh} 没有共同历史", f"HEAD and {told.en} have no common history"),
            Label("用 --since 指明修订", "name a revision with --since"),
        )
    said = Label(f"HEAD 与 {told.zh} 的分叉点", f"where HEAD left {told.en}")
    return Base(found, repository.short(found), said)


def _exactly(repository: Repository, revision: str, told: Label) -> Base:
    """A commit that is known by its id. Raises StoreError if a clone does not have it."""
    if repository.resolve(revision) is None:
        depth = "--depth=1 " if repository.is_shallow() else ""
        fetch = f"git fetch {depth}origin {revision}"
        raise StoreError(
            Label(
                f"此克隆中没有基准提交 {revision[:10]}（{told.zh}）",
                f"this clone does not have the base {revision[:10]} ({told.en})",
            ),
            Label(f"取回它：{fetch}", f"fetch it: {fetch}"),
        )
    return Base(revision, repository.short(revision), told)


def _fetch(repository: Repository, head: str, branch: str) -> Label:
    """The command that fetches a branch of the origin with all that leads from it to HEAD."""
    whole = "--unshallow " if repository.is_shallow() else ""
    into = f"+refs/heads/{branch}:refs/remotes/origin/{branch}"
    what = branch if branch == "HEAD" else shlex.quote(into)
    command = f"git fetch {whole}origin {what}" + (f" {head}" if whole else "")
    return Label(f"取回历史：{command}", f"fetch the history: {command}")


def _none(repository: Repository) -> UsageError:
    here = repository.branch()
    others = [one for one in git_bases.branches(repository) if one != here] or ["main"]
    return UsageError(
        Label("找不到可比较的基准", "there is no base to compare with"),
        Label(f"指明分支，如 --base {others[0]}", f"name a branch, such as --base {others[0]}"),
    )


def _no_branch(repository: Repository, head: str, name: str) -> StdtreeError:
    message = Label(f"没有名为 {name} 的分支或修订", f"there is no branch or revision {name}")
    if repository.is_shallow():
        return StoreError(message, _fetch(repository, head, name.removeprefix("origin/")))
    known = git_bases.branches(repository)
    there = Label("现有分支：", "there are: ") + listed(map(same, known))
    return UsageError(message, did_you_mean(name, known) or there)


_NO_COMMITS = (
    Label("--base 需要有提交的 git 仓库", "--base needs a git repository with commits"),
    Label("建立仓库并提交：git init，stdtree commit", "make one: git init, stdtree commit"),
)


def _or_release(name: str) -> Label:
    return Label(
        f"；或与版本的快照相比：--since {name}",
        f"; or compare with the snapshot of a release: --since {name}",
    )
