"""Git's locks: taking the one of the index, and saying who holds those in the way."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.store.atomic import locked

_OURS = b"stdtree\n"
"""What an index.lock of ours holds; git's own is empty or an index."""
_MINE = "commit.lock"
"""Who holds this, which the kernel lets go when it dies, holds the index.lock of ours."""


@contextmanager
def index_locked(root: Path, git_dir: Path) -> Iterator[None]:
    """Holds git's own lock of the index, so that no other git changes it meanwhile.

    Only one stdtree at a time comes here, and the kernel knows which: what a stdtree that died
    has left can go. A lock of git's is never removed. Raises StoreError.
    """
    lock = git_dir / "index.lock"
    with locked(git_dir / "stdtree", _MINE):
        try:
            if _is_ours(lock):
                lock.unlink()
            _make(lock)
        except FileExistsError as error:
            raise held(lock, root) from error
        except OSError as error:
            raise _not_writable(git_dir, error) from error
        try:
            yield
        finally:
            with suppress(OSError):  # the next start clears it
                lock.unlink(missing_ok=True)


def _make(lock: Path) -> None:
    descriptor = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
    try:
        os.write(descriptor, _OURS)
    except OSError:
        lock.unlink()
        raise
    finally:
        os.close(descriptor)


def clear_left(git_dir: Path) -> None:
    """Removes the index.lock that a stdtree left when it died: git would stop at it."""
    lock = git_dir / "index.lock"
    if not _is_ours(lock):
        return
    with suppress(StoreError, OSError), locked(git_dir / "stdtree", _MINE, seconds=0):
        if _is_ours(lock):
            lock.unlink()


def refuse_locked(root: Path, git_dir: Path, ref: Path) -> None:
    """Raises StoreError if somebody holds the index, HEAD or the branch, before anything is done.

    `ref` is the file of the branch.
    """
    for lock in (git_dir / "index.lock", git_dir / "HEAD.lock", ref.with_name(f"{ref.name}.lock")):
        if os.path.lexists(lock) and not _is_ours(lock):
            raise held(lock, root)


def held(lock: Path, root: Path) -> StoreError:
    """The error for a lock in the way: who holds it, or how to clear it if nobody does."""
    if holder := running_git(root):
        return StoreError(
            Label(
                zh=f"git 正忙：进程 {holder} 在使用仓库（{lock}）",
                en=f"git is busy here: process {holder} is using the repository ({lock})",
            ),
            Label(zh="请等它结束后再试", en="wait for it to end and try again"),
        )
    return StoreError(
        Label(
            zh=f"仓库被锁住：{lock} 已存在，可能是中断的 git 留下的",
            en=f"the repository is locked: {lock} exists, perhaps left by an interrupted git",
        ),
        Label(
            zh=f"若确认没有 git 在运行，请输入：rm {shlex.quote(str(lock))}",
            en=f"if surely no git is running, type: rm {shlex.quote(str(lock))}",
        ),
    )


def running_git(root: Path, proc: Path = Path("/proc")) -> str | None:
    """The git process at work in this work tree, as far as the system tells (Linux does)."""
    for process in proc.glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
            place = (process / "cwd").readlink()
        except OSError:  # it has ended, or belongs to somebody else
            continue
        if Path(os.fsdecode(words[0])).name == "git" and place.is_relative_to(root):
            return f"{process.name}: {os.fsdecode(b' '.join(words)).strip()}"
    return None


def _is_ours(lock: Path) -> bool:
    try:
        descriptor = os.open(lock, os.O_RDONLY | os.O_NONBLOCK | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    with os.fdopen(descriptor, "rb") as file:
        return file.read(len(_OURS) + 1) == _OURS


def _not_writable(git_dir: Path, error: OSError) -> StoreError:
    return StoreError(
        Label(
            zh=f"{git_dir} 不可写：{error.strerror}",
            en=f"{git_dir} cannot be written to: {error.strerror}",
        ),
        Label(
            zh=f"请检查权限：ls -ld {shlex.quote(str(git_dir))}",
            en=f"check its permissions: ls -ld {shlex.quote(str(git_dir))}",
        ),
    )
