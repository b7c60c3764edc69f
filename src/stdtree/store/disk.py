"""The calls that reach the disk: one file replaced, one line added, each whole and synced.

The order makes it safe: the content to disk, then its name, then the folder that holds the name.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from stdtree.errors import StoreError
from stdtree.label import Label

_LEFT = re.compile(r"\.(?P<name>.+)\.[0-9a-f]{12}\.tmp")
"""How `replace_file` calls what it has not finished."""


@contextmanager
def writing() -> Iterator[None]:
    """Around what writes to the disk. Raises StoreError when the disk does not let us."""
    try:
        yield
    except OSError as error:
        raise cannot_write(error) from error


def cannot_write(error: OSError, *, taken_back: bool = True) -> StoreError:
    """The error for what the disk did not let us do; whether the files are as they were."""
    said = Label(
        f"写入失败：{error.strerror}（{error.filename or '磁盘'}）",
        f"cannot write: {error.strerror} ({error.filename or 'disk'})",
    )
    if taken_back:
        return StoreError(
            said,
            Label(
                "排除故障（磁盘空间、权限）后重试；原有文件未改动",
                "mend the cause (disk space, permissions) and try again;"
                " the files are as they were",
            ),
        )
    return StoreError(
        said,
        Label(
            "排除故障（磁盘空间、权限）后重新打开；每个文件都完整，未写完的会补写",
            "mend the cause (disk space, permissions) and open it again; each file is whole, and"
            " what is missing will be written then",
        ),
    )


def replace_file(path: Path, data: bytes) -> None:
    """One file, whole: the old version or the new one, never a part. Its mode stays."""
    make_folder(path.parent)
    temporary = path.parent / f".{path.name}.{os.urandom(6).hex()}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(temporary, flags, 0o644)
    try:
        try:
            if path.exists():
                os.fchmod(descriptor, path.stat().st_mode & 0o777)
            _write_all(descriptor, data)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def remove_file(path: Path) -> None:
    """Gone for good, if it was there."""
    path.unlink(missing_ok=True)
    sync_folder(path.parent)


def sweep(paths: Iterable[Path]) -> None:
    """Removes what a crash left unfinished beside these files, while nobody else writes them."""
    names: dict[Path, set[str]] = {}
    for path in paths:
        names.setdefault(path.parent, set()).add(path.name)
    for folder, ours in names.items():
        if folder.is_dir():
            for name in os.listdir(folder):  # noqa: PTH208 -- names, of folders with many files
                if (left := _LEFT.fullmatch(name)) and left["name"] in ours:
                    (folder / name).unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """The folder and those above it, each on disk before anything is put into it."""
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        folder = folder.parent
    for made in reversed(missing):
        made.mkdir(exist_ok=True)
        sync_folder(made.parent)


def sync_folder(folder: Path) -> None:
    """The names in a folder, on disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def append_line(path: Path, line: bytes, *, after: int, keep: int) -> int:
    """Adds a line to a file that has `after` bytes; its length when that is on disk.

    Of what is there only the first `keep` bytes stay: a crash may have torn the last line.
    Raises StoreError if somebody else has added to it, or if the disk does not let us.
    """
    with writing():
        make_folder(path.parent)
        descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            if os.fstat(descriptor).st_size != after:
                raise _edited_elsewhere()
            if keep < after:
                os.ftruncate(descriptor, keep)
            try:
                _write_all(descriptor, line + b"\n")
                os.fsync(descriptor)
                if after == 0:
                    sync_folder(path.parent)
            except OSError:
                os.ftruncate(descriptor, keep)
                raise
        finally:
            os.close(descriptor)
    return keep + len(line) + 1


def content(path: Path) -> bytes | None:
    """The bytes of a plain file, None if there is nothing; what is no plain file counts as b""."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    except OSError:
        return b""
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return b""
    with os.fdopen(descriptor, "rb") as file:
        return file.read()


def _write_all(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:  # a disk that is nearly full takes a part; the next time it says so
        left = left[os.write(descriptor, left) :]


def _edited_elsewhere() -> StoreError:
    return StoreError(
        Label("另一个 stdtree 正在编辑此体系", "another stdtree is editing this system"),
        Label("重新载入后再编辑", "reload, then edit again"),
    )
