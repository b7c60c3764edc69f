"""Which files of the work tree differ from the last commit.

`changed_paths` reads all files. `by_times` asks git first which ones may differ, which git tells
from the times and sizes that its index keeps of each file. What git converted when it checked a
file out does not show there.
"""

from __future__ import annotations

import hashlib
import os
import shlex
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.store.hooks import without_programs

if TYPE_CHECKING:
    from stdtree.store.git import Repository

_SHA256_DIGITS = 64
_RAW = ("--raw", "-z", "--no-abbrev", "--no-renames", "--no-ext-diff", "--ignore-submodules=all")


def changed_paths(folder: Path, prefix: str, recorded: Mapping[str, str]) -> tuple[str, ...]:
    """Recorded files below `prefix` that differ or are gone, and new `.yaml` files, sorted.

    `recorded` has blob ids by path. Line ends count: what git would convert shows as changed.
    """
    present = set(_plain_files(folder, prefix))
    differing = {
        path
        for path, blob in recorded.items()
        if path not in present or blob_id(folder / path, like=blob) != blob
    }
    new = {path for path in present - recorded.keys() if path.endswith(".yaml")}
    return tuple(sorted(differing | new))


def by_times(repository: Repository, head: str, prefix: str) -> tuple[str, ...] | None:
    """The same as `changed_paths`; None if git has to be asked in another way (a merge under way).

    A file written in the second of the index is compared by git; its filters are switched off.
    """
    git, skipped = without_programs(repository.plumbing), len(repository.prefix)
    below = ("--", repository.prefix + prefix)
    listing = git.run("diff-index", *_RAW, head, *below).split(b"\0")
    suspects: dict[str, str] = {}
    for fields, name in zip(listing[::2], listing[1::2], strict=False):
        mode, _, recorded, _, status = fields.split(b" ")
        if status == b"U":
            return None
        is_plain_file = mode.startswith(b":100")  # links and submodules are nobody's business
        suspects[os.fsdecode(name)[skipped:]] = recorded.decode("ascii") if is_plain_file else ""
    for name in git.run("ls-files", "--others", "-z", *below).split(b"\0")[:-1]:
        suspects.setdefault(os.fsdecode(name)[skipped:], "")
    return tuple(
        sorted(
            path
            for path, blob in suspects.items()
            if _is_seen(path) and _differs(repository.folder, path, blob)
        )
    )


def _is_seen(path: str) -> bool:
    """Whether files of this name are looked at: not those that begin with a dot."""
    return not path.startswith(".") and "/." not in path


def _differs(folder: Path, path: str, blob: str) -> bool:
    """Whether a file is not what is recorded of it; of unrecorded ones, only `.yaml` count."""
    is_there = is_plain(folder, path)
    if not blob.strip("0"):
        return bool(is_there) and path.endswith(".yaml")
    return not is_there or blob_id(folder / path, like=blob) != blob


def blob_id(file: Path, *, like: str) -> str | None:
    """The id git gives to these bytes, by the hash that made `like`; None if it just went away."""
    try:
        # A file that has just become a link must not be followed.
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(descriptor, "rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            digest = object_hash("blob", size, like=like)
            while piece := stream.read(1 << 20):
                digest.update(piece)
            return digest.hexdigest()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unreadable(file, error) from error


def object_hash(kind: str, size: int, *, like: str) -> hashlib._Hash:
    """By what git identifies an object, its contents to follow; of the sort that made `like`."""
    header = f"{kind} {size}\0".encode("ascii")
    if len(like) == _SHA256_DIGITS:
        return hashlib.sha256(header)
    return hashlib.sha1(header, usedforsecurity=False)


def is_plain(folder: Path, path: str) -> bool | None:
    """Whether a plain file stands at `path`; None for nothing (to git, a folder is nothing too).

    What lies behind a linked folder is outside the repository and counts as nothing.
    """
    file = folder / path
    if file.parent.resolve() != file.parent:
        return None
    try:
        mode = file.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    return None if stat.S_ISDIR(mode) else stat.S_ISREG(mode)


def _plain_files(folder: Path, prefix: str) -> Iterator[str]:
    pending = [prefix.rstrip("/")]
    while pending:
        place = pending.pop()
        try:
            entries = list(os.scandir(folder / place))
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise _unreadable(folder / place, error) from error
        for entry in entries:
            path = f"{place}/{entry.name}" if place else entry.name
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append(path)
            elif entry.is_file(follow_symlinks=False):
                yield path


def _unreadable(file: Path, error: OSError) -> StoreError:
    return StoreError(
        Label(zh=f"无法读取 {file}：{error.strerror}", en=f"cannot read {file}: {error.strerror}"),
        Label(
            zh=f"请检查权限：ls -ld {shlex.quote(str(file))}",
            en=f"check its permissions: ls -ld {shlex.quote(str(file))}",
        ),
    )
