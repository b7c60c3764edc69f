"""Every call by which stdtree changes the disk, seen just before it is made.

What sees it may let the process die there, raise what a failing disk raises, or take notes.
"""

from __future__ import annotations

import builtins
import io
import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

GIT_WRITES = frozenset(
    {
        "hash-object",
        "read-tree",
        "update-index",
        "write-tree",
        "commit-tree",
        "update-ref",
        "tag",
        "symbolic-ref",
    }
)
"""The commands of git that change something."""


@dataclass(frozen=True)
class Call:
    """One call: what it is and what it is about."""

    name: str
    """open, write, fsync, truncate, rename, unlink, mkdir, rmdir or git."""
    path: str
    target: str = ""
    """Of a rename: the new name."""
    data: bytes = b""
    """Of a write: what."""
    size: int = 0
    """Of a truncation: what stays."""
    command: tuple[str, ...] = ()
    """Of git: what is started."""


Watcher = Callable[[Call], Sequence[str] | None]
"""Told of each call before it is made; for git it may give another command to start instead."""


@contextmanager
def watched(watcher: Watcher) -> Iterator[None]:
    """While this lasts, `watcher` is told of every call of this process that changes the disk."""
    patches = _Patches(watcher)
    replaced = [(owner, name, getattr(owner, name)) for owner, name in _PLACES]
    for owner, name, real in replaced:
        setattr(owner, name, getattr(patches, f"on_{name.strip('_')}")(real))
    try:
        yield
    finally:
        for owner, name, real in replaced:
            setattr(owner, name, real)


_PLACES: tuple[tuple[Any, str], ...] = (
    *((os, name) for name in ("write", "fsync", "ftruncate", "replace", "rename", "unlink")),
    *((os, name) for name in ("remove", "mkdir", "rmdir", "close")),
    (os, "open"),
    (io, "open"),
    (builtins, "open"),
    (subprocess.Popen, "__init__"),
)


class _Patches:
    """What stands in for the real calls."""

    def __init__(self, watcher: Watcher) -> None:
        self.watcher = watcher
        self.files: dict[int, str] = {}
        """Paths of what is open; whatever else is written to is no file."""

    def on_open(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """`os.open` by flags, `open` by mode."""

        def call(path: Any, *rest: Any, **options: Any) -> Any:
            flags = rest[0] if rest else options.get("mode", "r")
            if isinstance(flags, str):
                writes = not isinstance(path, int) and any(letter in flags for letter in "wax+")
            else:
                writes = bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
            if writes and str(path) != os.devnull:
                self.watcher(Call("open", str(path)))
            found = real(path, *rest, **options)
            if isinstance(found, int):
                self.files[found] = str(path)
            return found

        return call

    def on_close(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """Its number may come to stand for something else."""

        def call(descriptor: int) -> None:
            self.files.pop(descriptor, None)
            real(descriptor)

        return call

    def on_write(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """To files only."""

        def call(descriptor: int, data: Any) -> Any:
            if descriptor in self.files:
                self.watcher(Call("write", self.files[descriptor], data=bytes(data)))
            return real(descriptor, data)

        return call

    def on_fsync(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """Of files and folders."""

        def call(descriptor: int) -> None:
            self.watcher(Call("fsync", self.files[descriptor]))
            real(descriptor)

        return call

    def on_ftruncate(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """To a size."""

        def call(descriptor: int, size: int) -> None:
            self.watcher(Call("truncate", self.files.get(descriptor, ""), size=size))
            real(descriptor, size)

        return call

    def on_rename(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """`rename` and `replace`."""

        def call(path: Any, target: Any, **options: Any) -> None:
            self.watcher(Call("rename", str(path), target=str(target)))
            real(path, target, **options)

        return call

    on_replace = on_rename

    def _on(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any, *rest: Any, **options: Any) -> None:
            self.watcher(Call(name, str(path)))
            real(path, *rest, **options)

        return call

    def on_unlink(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """`unlink` and `remove`."""
        return self._on("unlink", real)

    on_remove = on_unlink

    def on_mkdir(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """One folder."""
        return self._on("mkdir", real)

    def on_rmdir(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """One folder."""
        return self._on("rmdir", real)

    def on_init(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """The start of a process; that of git if it is one that writes."""

        def call(process: Any, command: Any, *rest: Any, **options: Any) -> None:
            found = GIT_WRITES.intersection(command)
            if found:
                (name,) = found
                command = self.watcher(Call("git", name, command=tuple(command))) or command
            real(process, command, *rest, **options)

        return call
