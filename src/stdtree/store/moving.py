"""Moving the work tree from one commit to another, so that nothing of anybody's is overwritten.

The files that stdtree keeps are written whole, like a save; git brings the rest, and refuses before
anything is touched if a file that has to change was changed here. What is about to happen is noted
first: cut short, it is completed or taken back by `half_moved`. Git's own `switch` and `pull` write
file by file, and leave half of them behind when they are killed.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.store import commit, git_refusals, git_state, hooks, layout
from stdtree.store.atomic import Write, locked, write_files
from stdtree.store.changed import blob_id
from stdtree.store.disk import content, remove_file, replace_file, sweep, writing
from stdtree.store.git_sync import confirming, settle
from stdtree.store.plumbing import Plumbing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stdtree.store.git import Repository

NOTE = "moving.json"
LOCK = "moving.lock"
_FILE = "100644"
_IN_THE_WAY = re.compile(r"Entry '(.+)' (?:not uptodate|would be overwritten)")
_UNTRACKED = re.compile(r"Untracked working tree file '(.+)' would be")


class InTheWay(StoreError):  # noqa: N818 -- named for what happened, as its message is
    """A file that has to change was changed here, or stands where a new one belongs."""


class Move(Struct, frozen=True):
    """A move under way: from which commit to which, and the branch to be on then."""

    old: str
    new: str
    branch: str
    """Its short name; the branch itself is moved if it is the one checked out."""


class _Change(Struct, frozen=True):
    """A path, from the root, whose entry differs between two commits; zeros for none."""

    path: str
    modes: tuple[str, str]
    blobs: tuple[str, str]

    @property
    def is_plain(self) -> bool:
        """Whether it is a file on both sides, as far as it is there: no link, no submodule."""
        return all(mode.startswith("100") or not mode.strip("0") for mode in self.modes)


def move(repository: Repository, private: Path, to: Move, *, trusted: bool) -> tuple[str, ...]:
    """Brings files, index and HEAD to `to.new` on `to.branch`; the paths that changed.

    Filters and the like run only if `trusted`. Raises StoreError if a file that would change has
    been changed here or stands where a new one belongs; then nothing has happened.
    """
    git_state.refuse_under_way(repository.git_dir)
    with locked(private, LOCK):
        changes = tuple(_changes(repository.plumbing, to))
        _refuse_in_the_way(repository, to, changes)
        note = private / NOTE
        with writing():
            sweep([note])
            replace_file(note, msgspec.json.encode(to))
        try:
            _carry_out(repository, private, to, changes=changes, trusted=trusted)
        except StoreError:
            if repository.head() == to.old:
                take_back(repository, private, to, trusted=trusted)
                with writing():
                    remove_file(note)
            raise
        with writing():
            remove_file(note)
    return tuple(change.path for change in changes)


def complete(repository: Repository, private: Path, to: Move, *, trusted: bool) -> None:
    """Does what is left of a move. Raises InTheWay, StoreError."""
    changes = tuple(_changes(repository.plumbing, to))
    _carry_out(repository, private, to, changes=changes, trusted=trusted)


def take_back(repository: Repository, private: Path, to: Move, *, trusted: bool) -> None:
    """Undoes what was done of a move: files that are as they were to be are as before again.

    Those that somebody has changed since stay as they are. Raises StoreError.
    """
    back = Move(to.new, to.old, repository.branch() or "")
    changes = tuple(_changes(repository.plumbing, back))
    edited = frozenset(
        change.path
        for change in changes
        if change.is_plain and _blob(repository, change) not in map(_id, change.blobs)
    )
    _carry_out(repository, private, back, changes=changes, trusted=trusted, stays=edited)


def _changes(git: Plumbing, to: Move) -> Iterator[_Change]:
    """What differs between the two commits."""
    if to.old == to.new:
        return
    raw = ("diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", to.old, to.new)
    listing = git.run(*raw).split(b"\0")
    for fields, path in zip(listing[::2], listing[1::2], strict=False):
        old_mode, new_mode, old, new, _ = fields.decode("ascii").removeprefix(":").split(" ")
        yield _Change(os.fsdecode(path), (old_mode, new_mode), (old, new))


def _is_ours(repository: Repository, change: _Change) -> bool:
    """Whether stdtree writes this file itself: a plain one, in a folder it keeps."""
    ours = (layout.TAXONOMY, layout.EXPORTS, layout.SCHEMAS)
    below = any(change.path.startswith(f"{repository.prefix}{folder}/") for folder in ours)
    return below and all(mode == _FILE or not mode.strip("0") for mode in change.modes)


def _refuse_in_the_way(repository: Repository, to: Move, changes: tuple[_Change, ...]) -> None:
    """Raises StoreError if files of ours are not as `to.old` has them; git judges the others."""
    changed = [
        change.path
        for change in changes
        if _is_ours(repository, change) and _blob(repository, change) != _id(change.blobs[0])
    ]
    if changed:
        raise _in_the_way(changed)
    with commit.workshop(repository) as folder:
        index = _copied_index(repository, folder)
        git = hooks.without_programs(repository.plumbing).with_environment(GIT_INDEX_FILE=index)
        _read(git, repository, to, dry=True)


def _carry_out(  # noqa: PLR0913 -- where, what, and how
    repository: Repository,
    private: Path,
    to: Move,
    *,
    changes: tuple[_Change, ...],
    trusted: bool,
    stays: frozenset[str] = frozenset(),
) -> None:
    """Our files, git's files, the index, the branch: each step may have been done before.

    What `stays` is not touched; only the index is told. Raises InTheWay, StoreError.
    """
    with locked(private):
        writes = list(_writes(repository, [one for one in changes if one.path not in stays]))
        write_files(repository.folder, private, writes)
    with commit.workshop(repository) as folder:
        index = _copied_index(repository, folder)
        if trusted:
            git = repository.plumbing.with_environment(GIT_INDEX_FILE=index)
        else:
            git = hooks.without_programs(repository.plumbing).with_environment(GIT_INDEX_FILE=index)
        _put_there(git, repository, changes, stays)
        _read(git, repository, to, as_user=trusted)
        Path(index).replace(repository.git_dir / "index")
        settle(repository.git_dir)
        _move_head(repository, to)
    with confirming():
        settle(repository.git_dir)
        settle(repository.common_dir, f"refs/heads/{to.branch}")


def _move_head(repository: Repository, to: Move) -> None:
    git = repository.plumbing
    if (repository.branch() or "") == to.branch:
        if repository.head() != to.new:
            git.run("update-ref", "-m", "pull: Fast-forward", "HEAD", to.new, to.old)
        return
    reason = f"checkout: moving from {repository.branch() or to.old} to {to.branch}"
    git.run("symbolic-ref", "-m", reason, "HEAD", f"refs/heads/{to.branch}")


def _writes(repository: Repository, changes: Iterable[_Change]) -> Iterator[Write]:
    """What is still to be written of our files."""
    skipped = len(repository.prefix)
    waiting = [
        change
        for change in changes
        if _is_ours(repository, change) and _blob(repository, change) != _id(change.blobs[1])
    ]
    reader = repository.plumbing.objects()
    try:
        for change in waiting:
            path = change.path[skipped:]
            if _blob(repository, change) != _id(change.blobs[0]):
                raise _in_the_way([path])
            old = content(repository.folder / path)
            new = reader.read(change.blobs[1]) if _id(change.blobs[1]) else None
            digest = None if old is None else hashlib.sha256(old).digest()
            yield Write(path, digest, new)
    finally:
        reader.close()


def _read(
    git: Plumbing, repository: Repository, to: Move, *, dry: bool = False, as_user: bool = False
) -> None:
    """Lets git bring what is not ours, and the index. Raises InTheWay if files are in the way."""
    git.ask("update-index", "-q", "--refresh", as_user=as_user)
    answer = git.ask(
        *("read-tree", "-m", *(("-n",) if dry else ()), "-u", to.old, to.new),
        as_user=as_user,
        seconds=hooks.SECONDS,
    )
    if answer.code == 0:
        if not dry:
            git.ask("update-index", "-q", "--refresh", as_user=as_user)
        return
    if found := _IN_THE_WAY.findall(answer.error) or _UNTRACKED.findall(answer.error):
        raise _in_the_way(found)
    raise git_refusals.refusal(answer.error, repository.root)


def _put_there(
    git: Plumbing, repository: Repository, changes: tuple[_Change, ...], stays: frozenset[str]
) -> None:
    """Into the index what the files hold already: ours, and what git had brought when it died."""
    lines = (
        f"{mode if _id(blob) else commit.GONE} {blob}\t{change.path}\0"
        for change in changes
        for mode, blob in [(change.modes[1], change.blobs[1])]
        if change.path in stays or (change.is_plain and _blob(repository, change) == _id(blob))
    )
    git.run("update-index", "-z", "--index-info", data=os.fsencode("".join(lines)))


def _copied_index(repository: Repository, folder: Path) -> str:
    index, copy = repository.git_dir / "index", folder / "index.moving"
    if index.exists():
        shutil.copy2(index, copy)
    return str(copy)


def _blob(repository: Repository, change: _Change) -> str | None:
    """The id of what stands in the file now, None for nothing."""
    like = next((blob for blob in change.blobs if blob.strip("0")), "")
    return blob_id(repository.root / change.path, like=like)


def _id(blob: str) -> str | None:
    return blob if blob.strip("0") else None


def _in_the_way(paths: list[str]) -> InTheWay:
    """Says which files, changed here, would have been overwritten."""
    shown, more = paths[:5], len(paths) - 5
    rest = Label(f"等 {len(paths)} 个", f" and {more} more") if more > 0 else Label("", "")
    return InTheWay(
        Label(
            f"这些文件在本机有尚未提交的修改，更新会覆盖它们：{'、'.join(shown)}",
            f"changed here and not committed, and would be overwritten: {', '.join(shown)}",
        )
        + rest,
        Label(
            "请先提交（stdtree commit），再试一次", "commit first (stdtree commit), then try again"
        ),
    )
