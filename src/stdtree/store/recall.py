"""What is known of files before they are read: values that stood in the same bytes in earlier runs.

A file of the work tree counts as the same while its size, times and inode are; one that was written
so recently that another write might leave no trace in its times is read. A file of a revision is
the same if its blob is. Only categories are kept, and of these only such as gave no finding.
"""

from __future__ import annotations

import os
import time
from abc import ABC, abstractmethod
from collections.abc import Collection
from functools import cached_property
from typing import NamedTuple

import msgspec
from msgspec import Raw, Struct

from stdtree.model.category import Category
from stdtree.store.cache import Drawer, engine, is_fresh
from stdtree.store.file_tree import BlobTree, DiskTree, FileTree, State
from stdtree.store.layout import KINDS
from stdtree.store.rows import Make, Rows, maker

_FEW = 64
"""So many new ones are read again each time rather than written down,"""
_PART = 500
"""or one in so many."""
_PAST = 4
"""Of blobs, up to so many times as many are kept as one revision has files."""
_DIGEST = 32
Digests = dict[str, bytes]
"""SHA-256 of files, by path or blob."""


class Look(NamedTuple):
    """How the files of a folder looked before any of them was read."""

    now: int
    states: list[State]


class _Index(Struct, frozen=True, array_like=True):
    """Files of a folder as they looked, and what was in them."""

    states: Raw
    digests: bytes


def look(tree: DiskTree) -> Look:
    """How they look now. Raises StoreError or OSError."""
    return Look(time.time_ns(), tree.states())


def recall(tree: FileTree, *, least: int, seen: Look | None = None) -> Recall | None:
    """What is known of a tree of so many files at least; None where nothing is to be known.

    `seen`: how the files of a folder looked, if somebody has just looked. Raises StoreError.
    """
    if isinstance(tree, BlobTree):
        drawer = Drawer(tree.home) if tree.home else None
        is_worth_it = drawer and not drawer.is_off and len(tree.files()) >= least
        key = engine() if is_worth_it else None
        return _OfBlobs(drawer, key, tree) if drawer and key else None
    if not isinstance(tree, DiskTree) or os.name == "nt":  # setting a time back leaves no trace
        return None
    drawer = Drawer(tree.root)
    try:
        seen = None if drawer.is_off else seen or look(tree)
    except OSError:
        return None
    key = engine() if seen and len(seen.states) >= least else None
    return _OfFolder(drawer, key, seen) if seen and key else None


class Recall(ABC):
    """The categories of one tree, as far as their values are known."""

    def __init__(self, drawer: Drawer, key: bytes, paths: Collection[str]) -> None:
        self._drawer = drawer
        self._key = key
        self.paths = paths
        """Of all files, sorted."""
        self._few = max(_FEW, len(paths) // _PART)
        self._rows = Rows(drawer, key, Category)
        digests = self._indexed()
        values = self._rows.find(digests.values())
        self.found: dict[str, tuple[Category, bytes]] = {
            path: (values[digest], digest) for path, digest in digests.items() if digest in values
        }
        """Values by path, with the SHA-256 of their files."""
        self._read: dict[str, tuple[Category, bytes]] = {}

    @abstractmethod
    def _indexed(self) -> Digests:
        """SHA-256 of files by path, as far as that is known before they are read."""

    @abstractmethod
    def _write_index(self) -> None:
        """Keeps the same for all files that are known now."""

    @cached_property
    def _raw(self) -> dict[bytes, Raw]:
        """All values there are, if many files have to be read."""
        return self._rows.raw() if len(self.paths) - len(self.found) > self._few else {}

    @cached_property
    def _make(self) -> Make:
        return maker(Category)

    def of(self, digest: bytes) -> Category | None:
        """The value of a file with these contents, if that is known."""
        row = self._raw.get(digest)
        return None if row is None else self._make(msgspec.msgpack.decode(row))

    def take(self, path: str, value: Category, digest: bytes) -> None:
        """A file had to be read, and there was nothing to object to."""
        self._read[path] = value, digest

    def keep(self) -> None:
        """Writes down what was read, if that is much."""
        if len(self._read) <= self._few:
            return
        fresh = {digest: value for value, digest in self._read.values() if digest not in self._raw}
        self.found |= self._read
        if len(fresh) > self._few:
            self._rows.keep(fresh, {digest for _, digest in self.found.values()})
        self._write_index()


class _OfFolder(Recall):
    """A file counts as the same while size, times and inode are."""

    def __init__(self, drawer: Drawer, key: bytes, seen: Look) -> None:
        self._settled = [state for state in seen.states if not is_fresh(state[2:4], seen.now)]
        super().__init__(drawer, key, [state[0] for state in seen.states])

    def _indexed(self) -> Digests:
        data = self._drawer.get("files", self._key)
        try:
            index = data and msgspec.msgpack.decode(data, type=_Index)
            if not index:
                return {}
            digests = _split(index.digests)
            states = self._settled
            if msgspec.msgpack.encode(states) != bytes(index.states):
                known = dict(zip(_states(index.states), digests, strict=True))
                states = [state for state in states if state in known]
                digests = [known[state] for state in states]
        except (msgspec.MsgspecError, ValueError):
            return {}
        return {
            state[0]: digest
            for state, digest in zip(states, digests, strict=True)
            if digest != _UNKNOWN
        }

    def _write_index(self) -> None:
        unknown = None, _UNKNOWN
        digests = [self.found.get(state[0], unknown)[1] for state in self._settled]
        states = Raw(msgspec.msgpack.encode(self._settled))
        index = _Index(states, b"".join(digests))
        self._drawer.put("files", self._key, msgspec.msgpack.encode(index))


class _OfBlobs(Recall):
    """A file is the same if its blob is."""

    def __init__(self, drawer: Drawer, key: bytes, tree: BlobTree) -> None:
        self._tree = tree
        self._blobs = tree.files()
        super().__init__(drawer, key, self._blobs)
        known = tree.known
        for path, one in self.found.items():
            known.setdefault((_KIND, self._blobs[path]), one)
        self.found = {
            path: known[_KIND, blob] for path, blob in self._blobs.items() if (_KIND, blob) in known
        }

    def _indexed(self) -> Digests:
        data = self._drawer.get("blobs", self._key)
        try:
            self._index: Digests = msgspec.msgpack.decode(data, type=Digests) if data else {}
        except msgspec.MsgspecError:
            self._index = {}
        index, known = self._index, self._tree.known
        return {
            path: index[blob]
            for path, blob in self._blobs.items()
            if blob in index and (_KIND, blob) not in known
        }

    def _write_index(self) -> None:
        here = {self._blobs[path]: digest for path, (_, digest) in self.found.items()}
        past = self._index if len(self._index) < _PAST * len(here) else {}
        self._drawer.put("blobs", self._key, msgspec.msgpack.encode(past | here))


_KIND = KINDS["category"].name
_UNKNOWN = bytes(_DIGEST)


def _states(data: Raw) -> list[State]:
    return msgspec.msgpack.decode(data, type=list[State])


def _split(digests: bytes) -> list[bytes]:
    return [digests[at : at + _DIGEST] for at in range(0, len(digests), _DIGEST)]
