"""Writing files so that each is at any instant its old or its new version, whole.

One file: temporary file beside it, fsync, rename, fsync of the folder. Several: their new contents
are first written to an intent file; a crash in between is finished at the next start.
"""

from __future__ import annotations

import glob
import hashlib
import os
import secrets
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from stdtree.errors import OutsideChange, StoreError
from stdtree.label import Label
from stdtree.store import layout

INTENT = "intent.json"
LOCK = "lock"
LOCK_SECONDS = 10.0


class Write(Struct, frozen=True):
    """One file to be written: path from the root, digest of what is there, bytes to come.

    `old` is None for a file that must not exist yet, `new` is None for one that is to go.
    """

    path: str
    old: bytes | None
    new: bytes | None


@contextmanager
def locked(private: Path) -> Iterator[None]:
    """Only one stdtree writes at a time. Raises StoreError when another does not let go."""
    from filelock import FileLock, Timeout

    lock = FileLock(private / LOCK)
    try:
        make_folder(private)
        lock.acquire(timeout=LOCK_SECONDS)
    except Timeout as error:
        raise StoreError(
            Label("另一个 stdtree 正在写入此体系", "another stdtree is writing to this system"),
            Label("请等它结束后重试", "wait until it has finished, then try again"),
        ) from error
    except OSError as error:
        raise _cannot_write(error) from error
    try:
        yield
    finally:
        lock.release()


def write_files(root: Path, private: Path, writes: Sequence[Write]) -> None:
    """All of `writes`, or none of them. Call it `locked`.

    Raises OutsideChange if one of the files is not what it was, StoreError if the disk does not
    let us; what was written by then is taken back. A crash at any point is mended by `finish`.
    """
    before = {write.path: _content(root / write.path) for write in writes}
    changed = [write.path for write in writes if _digest(before[write.path]) != write.old]
    if changed:
        raise outside_change(changed)
    intent = private / INTENT
    try:
        if len(writes) > 1:
            _replace(intent, msgspec.json.encode(writes))
        for write in writes:
            _apply(root, write)
        if len(writes) > 1:
            _remove(intent)
    except OSError as error:
        with suppress(OSError):  # then the intent stays, and `finish` completes what is half done
            for write in writes:
                old = before[write.path]
                if _content(root / write.path) != old:
                    _apply(root, Write(write.path, None, old))
            _remove(intent)
        raise _cannot_write(error) from error


def finish(root: Path, private: Path) -> tuple[str, ...]:
    """Completes writes that a crash cut short; the paths that were still missing.

    A file that is neither its old nor its new version was changed by somebody: it is left alone.
    Raises StoreError if the disk does not let us, or if the intent is none of ours.
    """
    intent = private / INTENT
    if not intent.exists():
        return ()
    with locked(private), writing():
        writes = _intended(root, intent)
        missing = [
            write
            for write in writes
            if _digest(_content(root / write.path)) == write.old != _digest(write.new)
        ]
        for write in missing:
            _apply(root, write)
        for write in writes:
            _sweep(root / write.path)
        _remove(intent)
    return tuple(write.path for write in missing)


def outside_change(paths: Sequence[str]) -> OutsideChange:
    """The error that says which files somebody else changed."""
    shown = "、".join(paths)
    return OutsideChange(
        Label(
            f"文件在载入后被其他程序修改：{shown}",
            f"changed by another program since it was loaded: {', '.join(paths)}",
        ),
        Label(
            "重新载入后再编辑；未保存的编辑仍在操作日志中",
            "reload and edit again; your unsaved edits are kept in the journal",
        ),
    )


@contextmanager
def writing() -> Iterator[None]:
    """Around what writes to the disk. Raises StoreError when the disk does not let us."""
    try:
        yield
    except OSError as error:
        raise _cannot_write(error) from error


def _cannot_write(error: OSError) -> StoreError:
    return StoreError(
        Label(
            f"写入失败：{error.strerror}（{error.filename or '磁盘'}）",
            f"cannot write: {error.strerror} ({error.filename or 'disk'})",
        ),
        Label(
            "排除故障（磁盘空间、权限）后重试；原有文件未改动",
            "mend the cause (disk space, permissions) and try again; the files are as they were",
        ),
    )


def replace_file(path: Path, data: bytes) -> None:
    """One file, whole: the old version or the new one, never a part."""
    make_folder(path.parent)
    _replace(path, data)


def make_folder(folder: Path) -> None:
    """The folder and those above it, each on disk before anything is put into it."""
    missing = []
    while not folder.is_dir():
        missing.append(folder)
        folder = folder.parent
    for made in reversed(missing):
        made.mkdir(exist_ok=True)
        _sync_folder(made.parent)


def append_line(path: Path, line: bytes, *, after: int) -> int:
    """Adds a line to a file that has `after` bytes; its length when that is on disk.

    Raises StoreError if somebody else has added to it, or if the disk does not let us.
    """
    with writing():
        make_folder(path.parent)
        descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            return _append(descriptor, line, after)
        finally:
            os.close(descriptor)
            if after == 0:
                _sync_folder(path.parent)


def _append(descriptor: int, line: bytes, after: int) -> int:
    if os.fstat(descriptor).st_size != after:
        raise StoreError(
            Label("另一个 stdtree 正在编辑此体系", "another stdtree is editing this system"),
            Label("重新载入后再编辑", "reload, then edit again"),
        )
    torn = after > 0 and os.pread(descriptor, 1, after - 1) != b"\n"  # by a crash
    data = b"\n" * torn + line + b"\n"
    try:
        written = os.write(descriptor, data)
        if written < len(data):  # the disk is full; the second time it says so
            os.write(descriptor, data[written:])
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, after)
        raise
    return after + len(data)


def _apply(root: Path, write: Write) -> None:
    path = root / write.path
    if write.new is not None:
        replace_file(path, write.new)
    elif path.parent.is_dir():
        _remove(path)


def _replace(path: Path, data: bytes) -> None:
    temporary = path.parent / f".{path.name}.{secrets.token_hex(6)}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(temporary, flags, 0o644)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if path.exists():
                os.fchmod(file.fileno(), path.stat().st_mode & 0o777)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sweep(path: Path) -> None:
    """Removes temporary files that a crash left beside a file."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.????????????.tmp"):
        left.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _content(path: Path) -> bytes | None:
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


def _digest(data: bytes | None) -> bytes | None:
    return None if data is None else hashlib.sha256(data).digest()


def _intended(root: Path, intent: Path) -> list[Write]:
    """What an intent file wants to be written: only what stdtree itself writes, and where.

    A `.git` folder may come from anybody, so its word is not enough.
    """
    try:
        writes = msgspec.json.decode(intent.read_bytes(), type=list[Write])
    except FileNotFoundError:
        return []
    except msgspec.DecodeError:
        writes = None
    if writes is None or not all(_is_ours(root, write.path) for write in writes):
        raise StoreError(
            Label(f"无法识别的写入记录：{intent}", f"no record of writes by stdtree: {intent}"),
            Label(f"核对后移走：mv {intent} .", f"look at it, then move it away: mv {intent} ."),
        )
    return writes


def _is_ours(root: Path, path: str) -> bool:
    folder = (root / path).parent.resolve()
    ours = (layout.TAXONOMY, layout.EXPORTS, layout.SCHEMAS)
    return ".." not in Path(path).parts and any(
        folder.is_relative_to(root.resolve() / name) for name in ours
    )
