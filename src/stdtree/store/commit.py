"""Committing exactly the given files, from an index of our own, so that it survives a power cut.

Git's own `commit FILE` refreshes the whole index (running filters) and syncs nothing. Here the
commit is built in a private index; then, while git's lock of the user's index is held, our paths
are brought up to date in the user's index and the branch is moved, if it is still where it was.
The index comes first: what is left of a crash in between are staged files, never a staged undoing.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.store import git_locks, git_refusals, git_state, hooks
from stdtree.store.atomic import locked
from stdtree.store.changed import is_plain
from stdtree.store.git_sync import confirming, settle, settle_objects
from stdtree.store.git_trees import changed_trees
from stdtree.store.plumbing import SECONDS, Plumbing, quoted
from stdtree.store.revision_tree import records

if TYPE_CHECKING:
    from stdtree.store.git import Repository

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_FEW = 100
"""So many paths fit onto any command line."""
GONE = "0"
"""The mode that takes a path out of an index."""


def commit(
    repository: Repository, paths: Sequence[str], message: str, *, date: str | None, trusted: bool
) -> str:
    """Commits these files as they are on disk; the new commit's id. Raises StoreError."""
    branch = _branch(repository)
    if trusted:  # else `commit-tree` is the first to need it
        _require_identity(repository.plumbing)
    head, before = _checked_out(repository)
    git = hooks.without_programs(repository.plumbing)
    if date:
        moment = git_date(date)
        git = git.with_environment(GIT_AUTHOR_DATE=moment, GIT_COMMITTER_DATE=moment)
    with workshop(repository) as folder:
        with locked(repository.git_dir / "stdtree"):  # no save comes in between two files
            entries = _entries(repository, paths, head)
        made = () if trusted else _trees_without_index(git, folder, head, entries=entries)
        if made:
            tree = _refuse_unchanged(made[-1], before)
        else:
            private = git.with_environment(GIT_INDEX_FILE=str(folder / "index"))
            if head:
                private.run("read-tree", head)
            _update(private, entries)
            tree = _tree(private, before)
            if trusted:
                message, touched = _after_hooks(repository, folder, message)
                entries |= touched
                tree = _tree(private, before)
            made = tuple(_made(git, head, tree))
        new = _commit_object(git, tree, head, message, sign=trusted and hooks.signs_commits(git))
        blobs = {entry.partition(" ")[2] for entry in entries.values()}
        settle_objects(repository.common_dir, {new, tree, *made, *blobs})
        with index_brought_up_to_date(repository, folder, git, entries=entries, new=new):
            reason = f"commit: {_subject(message)}"
            try:
                git.run("update-ref", "-m", reason, "HEAD", new, head or "0" * len(new))
            except StoreError:
                if repository.head() != new:  # else it is done, whatever became of git then
                    raise
    settle_branch(repository, branch)
    return new


def _checked_out(repository: Repository) -> tuple[str | None, str | None]:
    """The last commit and its tree, None before the first one."""
    found = (repository.plumbing.text("rev-parse", "HEAD^{commit}", "HEAD^{tree}") or "").split()
    return (found[0], found[1]) if found else (None, None)


def settle_branch(repository: Repository, branch: str) -> None:
    """Syncs the names of a branch that has moved, and of the index. Raises StoreError."""
    with confirming():
        settle(repository.git_dir)
        settle(repository.common_dir, f"refs/heads/{branch}")


def git_date(date: str) -> str:
    """A date as git takes it: a day alone would get the time of now."""
    return f"{date}T00:00:00+00:00" if _DAY.match(date) else date


def branch_for_commits(repository: Repository) -> str:
    """The branch to commit to. Raises StoreError while committing would be wrong."""
    branch = _branch(repository)
    _require_identity(repository.plumbing)
    return branch


def _require_identity(git: Plumbing) -> None:
    git.run("var", "GIT_AUTHOR_IDENT")
    git.run("var", "GIT_COMMITTER_IDENT")


def _branch(repository: Repository) -> str:
    if found := git_state.under_way(repository.git_dir):
        raise StoreError(found.what, found.fix)
    branch = repository.branch()
    if branch is None:
        raise StoreError(
            Label(
                zh="当前不在任何分支上（游离的 HEAD），提交以后会找不到",
                en="no branch is checked out (detached HEAD), so a commit would be lost from sight",
            ),
            Label(
                zh="请先建一个分支：git switch -c 分支名",
                en="make a branch first: git switch -c NAME",
            ),
        )
    ref = repository.common_dir / "refs/heads" / branch
    git_locks.refuse_locked(repository.root, repository.git_dir, ref)
    git_refusals.require_recent(os.fsdecode(repository.plumbing.run("version")))
    return branch


@contextmanager
def workshop(repository: Repository) -> Iterator[Path]:
    """A folder for the private index, while nobody else can change the user's."""
    shelf = repository.git_dir / "stdtree"
    with git_locks.index_locked(repository.root, repository.git_dir):
        try:
            for left in shelf.glob("commit-*"):  # by a crash
                shutil.rmtree(left, ignore_errors=True)
            with TemporaryDirectory(
                dir=shelf, prefix="commit-", ignore_cleanup_errors=True
            ) as folder:
                yield Path(folder)
        except OSError as error:
            raise StoreError(
                Label(
                    zh=f"无法写入 {repository.git_dir}：{error.strerror}",
                    en=f"cannot write to {repository.git_dir}: {error.strerror}",
                ),
                Label(zh="请检查磁盘空间和权限：df -h .", en="check room and permissions: df -h ."),
            ) from error


def _entries(repository: Repository, paths: Sequence[str], head: str | None) -> dict[str, str]:
    """Mode and blob by path from the root, for an index; writes the blobs."""
    git, prefix = repository.plumbing, repository.prefix
    kinds = {path: is_plain(repository.folder, path) for path in paths}
    if links := [path for path, kind in kinds.items() if kind is False]:
        raise StoreError(
            Label(
                zh=f"{links[0]} 不是普通文件，不能提交",
                en=f"{links[0]} is not a plain file and cannot be committed",
            ),
            Label(zh="请换成普通文件", en="replace it by a plain file"),
        )
    present = [prefix + path for path, kind in kinds.items() if kind]
    # `--no-filters`: a filter is a program that the repository names.
    written = git.run(
        *("hash-object", "-w", "--no-filters", "--stdin-paths"),
        data=b"".join(map(quoted, present)),
        seconds=SECONDS + len(present) // 10,  # each is synced: a slow disk needs its time
    )
    programs = _executables(git, head, present)
    gone = f"{GONE} {'0' * len(head or '')}"
    return {prefix + path: gone for path, kind in kinds.items() if kind is None} | {
        path: f"{'100755' if path in programs else '100644'} {blob}"
        for path, blob in zip(present, written.decode("ascii").split(), strict=True)
    }


def _executables(git: Plumbing, head: str | None, paths: Sequence[str]) -> set[str]:
    """Of these files, recorded ones that somebody made executable; not all disks can tell us."""
    if not head:
        return set()
    these = ("--", *paths) if len(paths) <= _FEW else ("-r",)
    listing = git.run("ls-tree", "-z", "--full-tree", head, *these).split(b"\0")
    return {os.fsdecode(line.partition(b"\t")[2]) for line in listing if line[:6] == b"100755"}


def _update(git: Plumbing, entries: dict[str, str]) -> None:
    """Puts the entries into the index that `git` works with; looks at no file."""
    lines = (f"{entry}\t{path}\0" for path, entry in entries.items())
    git.run("update-index", "-z", "--index-info", data=os.fsencode("".join(lines)))


def _trees_without_index(
    git: Plumbing, folder: Path, head: str | None, *, entries: dict[str, str]
) -> tuple[str, ...]:
    """The trees with these files changed, if quickly made. STDTREE_PLAIN=1 says no."""
    if not head or os.environ.get("STDTREE_PLAIN"):
        return ()
    wanted = {p: None if entry.startswith(f"{GONE} ") else entry for p, entry in entries.items()}
    return changed_trees(git, folder, head, entries=wanted)


def _tree(git: Plumbing, before: str | None) -> str:
    """The tree of the index that `git` works with. Raises StoreError if it is the old one."""
    made = os.fsdecode(git.run("write-tree")).strip()
    return _refuse_unchanged(made, before, is_empty=not before and not git.run("ls-files", "-z"))


def _refuse_unchanged(tree: str, before: str | None, *, is_empty: bool = False) -> str:
    if tree == before or is_empty:
        raise StoreError(
            Label(zh="没有需要提交的变更", en="there is nothing to commit"),
            Label(zh="请先保存，或查看：git status", en="save first, or have a look: git status"),
        )
    return tree


def _made(git: Plumbing, head: str | None, tree: str) -> Iterator[str]:
    """The blobs and trees below `tree` that the last commit does not have at the same place."""
    if head is None:
        listing = git.run("ls-tree", "-r", "-t", "-z", tree)
        yield from (os.fsdecode(fields[2]) for fields, _ in records(listing))
        return
    listing = git.run("diff-tree", "-r", "-t", "-z", "--raw", "--no-renames", head, tree)
    for line in listing.split(b"\0")[:-1:2]:
        blob = os.fsdecode(line.split(b" ")[3])
        if blob.strip("0"):  # else it is gone
            yield blob


def _after_hooks(repository: Repository, folder: Path, message: str) -> tuple[str, dict[str, str]]:
    """The message as the hooks leave it, and what they changed in the private index."""
    git = repository.plumbing.with_environment(GIT_INDEX_FILE=str(folder / "index"), GIT_EDITOR=":")
    before = _staged(git)
    hooks.run_hook(git, "pre-commit")
    draft = folder / "COMMIT_EDITMSG"
    draft.write_text(f"{message.strip()}\n", encoding="utf-8")
    hooks.run_hook(git, "commit-msg", str(draft))
    after = _staged(git)
    touched = {path: entry for path, entry in after.items() if before.get(path) != entry}
    width = len(next(iter(after.values())).split()[1]) if after else 0
    gone = dict.fromkeys(before.keys() - after.keys(), f"{GONE} {'0' * width}")
    return draft.read_text(encoding="utf-8"), touched | gone


def _staged(git: Plumbing) -> dict[str, str]:
    listing = git.run("ls-files", "--stage", "-z")
    return {path: f"{mode.decode()} {blob.decode()}" for (mode, blob, _), path in records(listing)}


def _commit_object(git: Plumbing, tree: str, head: str | None, message: str, *, sign: bool) -> str:
    _subject(message)
    parent = ("-p", head) if head else ()
    made = git.run(
        *("commit-tree", *(("-S",) if sign else ()), *parent, tree),
        data=f"{message.strip()}\n".encode(),
        as_user=sign,
        seconds=hooks.SECONDS,
    )
    return made.decode("ascii").strip()


def _subject(message: str) -> str:
    """The first line. Raises StoreError if there is none."""
    if not message.strip():
        raise StoreError(
            Label(zh="提交说明是空的", en="the commit message is empty"),
            Label(zh="请用一句话写明改了什么", en="say in a sentence what has changed"),
        )
    return message.strip().splitlines()[0]


@contextmanager
def index_brought_up_to_date(
    repository: Repository, folder: Path, git: Plumbing, *, entries: dict[str, str], new: str
) -> Iterator[None]:
    """Our paths, and only they, in the user's index; taken back if the branch does not move."""
    index = repository.git_dir / "index"
    before, after = folder / "index.before", folder / "index.after"
    existed = index.exists()
    if existed:
        # With its time: by that git knows which files it has to look at more closely.
        shutil.copy2(index, before)
        shutil.copy2(index, after)
    _update(git.with_environment(GIT_INDEX_FILE=str(after)), entries)
    after.replace(index)
    try:
        settle(repository.git_dir)
        yield
    except BaseException:
        if repository.head() != new:
            before.replace(index) if existed else index.unlink()
        raise
