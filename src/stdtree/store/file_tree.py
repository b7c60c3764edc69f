"""Where files come from: a folder or memory (git revisions: revision_tree). All read alike."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.store.layout import TAXONOMY

MAX_BYTES = 8 * 1024 * 1024
"""A larger file is a finding, not a reason to run out of memory."""


class Unreadable(Exception):  # noqa: N818 -- a state of one file, not an error of ours
    """This one file cannot be read; the loader makes it a finding."""

    def __init__(self, message: Label, hint: Label) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint


class FileTree(Protocol):
    """The files of one state of the repository."""

    name: str
    """What the user calls this state: WORK, a release, a revision."""

    def files(self) -> Collection[str]:
        """Paths below taxonomy/ from the repository's root, with `/`, sorted."""
        ...

    def read(self, path: str) -> bytes:
        """The bytes at `path`. Raises Unreadable or KeyError (no such file)."""
        ...


State = tuple[str, int, int, int, int]
"""Of a file on disk: path, size, mtime, ctime, inode."""
Known = dict[tuple[str, str], tuple[Any, bytes]]
"""Model values with the digests of their files, by kind of file and blob id."""


@runtime_checkable
class BlobTree(FileTree, Protocol):
    """Files of which git knows, before they are read, whether they are the same as others."""

    home: Path | None
    """The folder that it is a state of; None: nobody is to remember it."""
    known: Known
    """What has been read from blobs in which there was nothing to object to; it grows."""

    def files(self) -> Mapping[str, str]:
        """Blob id by path, sorted by path."""
        ...

    def expect(self, paths: Iterable[str]) -> None:
        """These are going to be read, in this order: many at once cost less than one by one."""
        ...


class MemoryTree:
    """Files held in memory."""

    def __init__(self, files: Mapping[str, bytes], name: str = "memory") -> None:
        self.name = name
        self._files = dict(files)

    def files(self) -> Collection[str]:
        """All paths, sorted."""
        return sorted(self._files)

    def read(self, path: str) -> bytes:
        """The bytes at `path`."""
        return self._files[path]


class DiskTree:
    """The files of a folder, as they are now. Follows no links, opens nothing but plain files."""

    name = "WORK"

    def __init__(self, root: Path, folders: Collection[str] = (TAXONOMY,)) -> None:
        self.root = root
        self._folders = folders
        """In which files are looked for."""
        self._prefix = f"{root}{os.sep}"

    def files(self) -> Collection[str]:
        """Everything below taxonomy/ except what starts with a dot, sorted. Raises StoreError."""
        return sorted([path for path, _ in self._scan()])

    def states(self) -> list[State]:
        """Each path with what changes when its file does; sorted. Raises StoreError or OSError."""
        found = []
        for path, entry in self._scan():
            status = entry.stat(follow_symlinks=False)
            found.append(
                (path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
            )
        found.sort()
        return found

    def _scan(self) -> Iterator[tuple[str, os.DirEntry[str]]]:
        if (self.root / TAXONOMY).is_symlink():
            raise StoreError(
                Label(
                    "taxonomy/ 是链接，stdtree 不跟随链接",
                    "taxonomy/ is a link; stdtree follows none",
                ),
                Label("请换成文件夹", "replace it by the folder itself"),
            )
        pending = list(self._folders)
        while pending:
            folder = pending.pop()
            try:
                with _inside(self._prefix + folder) as entries:
                    for entry in entries:
                        if entry.name.startswith("."):
                            continue
                        path = f"{folder}/{entry.name}"
                        if entry.is_dir(follow_symlinks=False):
                            pending.append(path)
                        else:
                            yield path, entry
            except FileNotFoundError:
                continue
            except OSError as error:
                raise StoreError(
                    Label(
                        zh=f"无法读取文件夹 {folder}：{error.strerror}",
                        en=f"cannot read the folder {folder}: {error.strerror}",
                    ),
                    Label(
                        zh=f"请检查权限：ls -ld {folder}",
                        en=f"check its permissions: ls -ld {folder}",
                    ),
                ) from error

    def read(self, path: str) -> bytes:
        """The bytes of a plain file; a link, pipe or device is unreadable."""
        try:
            descriptor = os.open(
                self._prefix + path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
            )
        except FileNotFoundError:
            raise KeyError(path) from None
        except OSError as error:
            if Path(self._prefix + path).is_symlink():
                raise _not_plain() from error
            raise Unreadable(
                Label(
                    zh=f"无法打开文件：{error.strerror}",
                    en=f"the file cannot be opened: {error.strerror}",
                ),
                Label(zh="请检查文件权限", en="check the permissions of the file"),
            ) from error
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise _not_plain()
            if status.st_size > MAX_BYTES:
                raise too_large(status.st_size)
            return _read_all(descriptor, status.st_size)
        finally:
            os.close(descriptor)


@contextmanager
def _inside(folder: str) -> Iterator[Iterator[os.DirEntry[str]]]:
    """The entries of a folder. While it is open, asking for their states saves following paths."""
    if os.scandir not in os.supports_fd:
        with os.scandir(folder) as entries:
            yield entries
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        with os.scandir(descriptor) as entries:
            yield entries
    finally:
        os.close(descriptor)


def _read_all(descriptor: int, size: int) -> bytes:
    data = os.read(descriptor, size + 1)
    if len(data) == size:
        return data
    pieces = [data]  # it grows or shrinks while we read, or the read was cut short
    while (piece := os.read(descriptor, 1 << 20)) and len(pieces) < MAX_BYTES >> 20:
        pieces.append(piece)
    return b"".join(pieces)


def _not_plain() -> Unreadable:
    return Unreadable(
        Label(
            zh="这不是普通文件（链接、管道或设备）",
            en="this is not a plain file (a link, pipe or device)",
        ),
        Label(
            zh="请换成普通文件，或移出 taxonomy/",
            en="replace it by a plain file, or move it out of taxonomy/",
        ),
    )


def is_text(path: str) -> bool:
    """Whether a path is Unicode; Linux allows any bytes."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def too_large(size: int) -> Unreadable:
    """The error of a file that is larger than `MAX_BYTES`."""
    return Unreadable(
        Label(
            zh=f"文件过大：{size} 字节，上限为 {MAX_BYTES}",
            en=f"the file is too large: {size} bytes of at most {MAX_BYTES}",
        ),
        Label(zh="一个文件只放一个类目", en="keep one category to a file"),
    )
