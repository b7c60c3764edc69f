"""Which files of the work tree differ from the last commit, found by reading the files."""

from __future__ import annotations

import hashlib
import os
import shlex
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from stdtree.errors import StoreError
from stdtree.label import Label

_SHA256_DIGITS = 64


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


def blob_id(file: Path, *, like: str) -> str | None:
    """The id git gives to these bytes, by the hash that made `like`; None if it just went away."""
    try:
        # A file that has just become a link must not be followed.
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(descriptor, "rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            header = b"blob %d\0" % size
            if len(like) == _SHA256_DIGITS:
                digest = hashlib.sha256(header)
            else:
                digest = hashlib.sha1(header, usedforsecurity=False)
            while piece := stream.read(1 << 20):
                digest.update(piece)
            return digest.hexdigest()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unreadable(file, error) from error


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
