"""The files of a git revision or of the index, read like those of a folder."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from stdtree.errors import StoreError
from stdtree.label import Label, same
from stdtree.store.file_tree import MAX_BYTES, Known
from stdtree.store.plumbing import ObjectReader, Plumbing

_PLAIN = re.compile("100[0-9]{3} blob ([0-9a-f]+)\t([^\0]*)\0")
"""A plain file in `ls-tree -z`; links and submodules are left out."""


class RevisionTree:
    """A FileTree (stdtree.store.file_tree) over git blobs. Close it, or use it in a `with`."""

    def __init__(
        self,
        name: str,
        blobs: dict[str, str],
        open_objects: Callable[[], ObjectReader],
        known: Known | None = None,
        *,
        home: Path | None = None,
    ) -> None:
        self.name = name
        self.home = home
        self.known = {} if known is None else known
        """What trees of one repository have in common is read once."""
        self._blobs = blobs
        self._open = open_objects
        self._objects: ObjectReader | None = None
        self._coming: Iterator[tuple[str, bytes]] = iter(())

    def files(self) -> dict[str, str]:
        """Blob id by path, sorted by path."""
        return self._blobs

    def read(self, path: str) -> bytes:
        """The bytes at `path`. Raises KeyError for no such file, StoreError for a damaged one."""
        expected, data = next(self._coming, ("", b""))
        if expected == path:
            return data
        self._coming = iter(())
        return self._reader().read(self._blobs[path], _limit((path,)))

    def expect(self, paths: Iterable[str]) -> None:
        """These are going to be read, in this order: asks git for many of them at once."""
        self._coming = self.read_many(paths)

    def read_many(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Each path with its bytes, in the given order; faster than one `read` after the other."""
        wanted = list(paths)
        blobs = [self._blobs[path] for path in wanted]
        yield from zip(wanted, self._reader().read_many(blobs, _limit(wanted)), strict=True)

    def close(self) -> None:
        """Ends the git process; the next read would start another."""
        self._coming = iter(())
        if self._objects:
            self._objects.close()
            self._objects = None

    def __enter__(self) -> Self:
        """Nothing happens before the first read."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Closes it."""
        self.close()

    def _reader(self) -> ObjectReader:
        if self._objects is None:
            self._objects = self._open()
        return self._objects


def of_revision(git: Plumbing, revision: str, prefix: str) -> dict[str, str]:
    """Blob id by path of the plain files of a commit below `prefix`, both from the root."""
    below = ("--", prefix) if prefix else ()
    listing = git.run("ls-tree", "-r", "-z", "--full-tree", revision, *below)
    return _seen((path, blob) for blob, path in _PLAIN.findall(os.fsdecode(listing)))


def of_index(git: Plumbing, prefix: str) -> dict[str, str]:
    """The same of what is staged. Raises StoreError while files are in conflict."""
    below = ("--", prefix) if prefix else ()
    listing = git.run("ls-files", "--stage", "-z", *below)
    conflicts = sorted({path for (_, _, stage), path in records(listing) if stage != b"0"})
    if conflicts:
        raise StoreError(
            Label(zh="暂存区中有未解决的冲突：", en="staged files are in conflict: ")
            + same(", ".join(conflicts[:3])),
            Label(zh="请先解决，再输入：", en="resolve them, then type: ")
            + same(f"git add -- {shlex.quote(conflicts[0])}"),
        )
    return _seen(
        (path, blob.decode("ascii"))
        for (mode, blob, _), path in records(listing)
        if mode.startswith(b"100")
    )


def records(listing: bytes) -> Iterator[tuple[list[bytes], str]]:
    """The three fields and the path of each line of `ls-tree -z` or `ls-files --stage -z`."""
    for record in listing.split(b"\0"):
        fields, tab, path = record.partition(b"\t")
        if tab:
            yield fields.split(b" "), os.fsdecode(path)


def _seen(blobs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Without names that start with a dot, as a folder is read."""
    return {path: blob for path, blob in blobs if not path.startswith(".") and "/." not in path}


def _limit(paths: Iterable[str]) -> int | None:
    """YAML is read up to the byte by which it is known to be too large; snapshots in full."""
    return MAX_BYTES + 1 if all(path.endswith(".yaml") for path in paths) else None
