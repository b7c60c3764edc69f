"""Writing files so that each is at any instant its old or its new version, whole.

One file: temporary file beside it, fsync, rename, fsync of the folder. Several: their new contents
are first written to an intent file; a crash in between is finished at the next start.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from stdtree.errors import OutsideChange, StoreError
from stdtree.label import Label
from stdtree.store import layout
from stdtree.store.disk import (
    cannot_write,
    content,
    make_folder,
    remove_file,
    replace_file,
    sweep,
    sync_folder,
    writing,
)

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
def locked(private: Path, name: str = LOCK, *, seconds: float | None = None) -> Iterator[None]:
    """Only one stdtree writes at a time. Raises StoreError when another does not let go."""
    from filelock import FileLock, Timeout

    lock = FileLock(private / name)
    try:
        make_folder(private)
        lock.acquire(timeout=LOCK_SECONDS if seconds is None else seconds)
    except Timeout as error:
        raise StoreError(
            Label("另一个 stdtree 正在写入此体系", "another stdtree is writing to this system"),
            Label("请等它结束后重试", "wait until it has finished, then try again"),
        ) from error
    except OSError as error:
        raise cannot_write(error) from error
    try:
        yield
    finally:
        lock.release()


def write_files(root: Path, private: Path, writes: Sequence[Write]) -> None:
    """All of `writes`, or none of them. Call it `locked`.

    Raises OutsideChange if one of the files is not what it was, StoreError if the disk does not
    let us; what was written by then is taken back. A crash at any point is mended by `finish`.
    """
    before = {write.path: content(root / write.path) for write in writes}
    changed = [write.path for write in writes if _digest(before[write.path]) != write.old]
    if changed:
        raise outside_change(changed)
    intent = private / INTENT
    try:
        if len(writes) > 1:
            replace_file(intent, msgspec.json.encode(writes))
        for write in writes:
            if content(root / write.path) != before[write.path]:
                raise outside_change([write.path])
            _apply(root, write)
        intent.unlink(missing_ok=True)
    except OutsideChange:
        _take_back(root, intent, writes, before=before)
        raise
    except OSError as error:
        taken_back = _take_back(root, intent, writes, before=before)
        raise cannot_write(error, taken_back=taken_back) from error
    with suppress(OSError):  # all is written; without the intent nothing may be taken back
        sync_folder(private)
        sweep((intent, *(root / write.path for write in writes)))


def _take_back(
    root: Path, intent: Path, writes: Sequence[Write], *, before: Mapping[str, bytes | None]
) -> bool:
    """The files as they were, but for those that somebody else has changed by now.

    If the disk does not let us, the intent stays, and `finish` completes what is half done.
    """
    try:
        for write in writes:
            if content(root / write.path) == write.new:
                _apply(root, Write(write.path, None, before[write.path]))
        remove_file(intent)
    except OSError:
        return False
    return True


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
            if _digest(content(root / write.path)) == write.old != _digest(write.new)
        ]
        for write in missing:
            _apply(root, write)
        sweep(root / write.path for write in writes)
        remove_file(intent)
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


def _apply(root: Path, write: Write) -> None:
    path = root / write.path
    if write.new is not None:
        replace_file(path, write.new)
    elif path.parent.is_dir():
        remove_file(path)


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
    if writes is None or not all(is_ours(root, write.path) for write in writes):
        raise StoreError(
            Label(f"无法识别的写入记录：{intent}", f"no record of writes by stdtree: {intent}"),
            Label(f"核对后移走：mv {intent} .", f"look at it, then move it away: mv {intent} ."),
        )
    return writes


def is_ours(root: Path, path: str) -> bool:
    """Whether a path lies in a folder that stdtree writes to, all links followed."""
    folder = (root / path).parent.resolve()
    ours = (layout.TAXONOMY, layout.EXPORTS, layout.SCHEMAS)
    return ".." not in Path(path).parts and any(
        folder.is_relative_to(root.resolve() / name) for name in ours
    )
