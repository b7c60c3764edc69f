"""What earlier runs found out, in the user's cache folder: it saves time and changes nothing.

An entry is taken only whole and only for the very key it was made for; whatever else stands there
(nothing, half of it, another program's bytes, a folder that cannot be read or written) is as good
as none. Entries are replaced atomically, so that several processes may share them.
STDTREE_CACHE names another folder, or `off`. See docs/decisions/0016.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from stdtree.store import schema

VARIABLE = "STDTREE_CACHE"
MOST_BYTES = 256 << 20
"""When all entries together are larger, those written longest ago go."""
SETTLED = 2_000_000_000
"""Nanoseconds after which another write to a file shows in its times, on any file system."""
_DIGEST = 32


class Drawer:
    """The entries of one system, by name; a name holds one entry, the newest."""

    def __init__(self, root: Path) -> None:
        self._folder = folder()
        self._root = hashlib.sha256(os.fsencode(os.path.realpath(root))).hexdigest()[:24]

    @property
    def is_off(self) -> bool:
        """Whether nothing is given and nothing kept."""
        return self._folder is None

    def get(self, name: str, key: bytes) -> memoryview | None:
        """What was put under `name` for `key`, if it is still there."""
        if self._folder is None or not _is_ours(self._folder):
            return None
        try:
            data = memoryview((self._folder / f"{self._root}-{name}").read_bytes())
        except OSError:
            return None
        start = _DIGEST + len(key)
        if data[_DIGEST:start] != key or hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
            return None
        return data[start:]

    def names(self, start: str) -> list[str]:
        """The names of entries that begin so, those of small entries first."""
        if self._folder is None:
            return []
        first = f"{self._root}-{start}"
        found: list[tuple[int, str]] = []
        with suppress(OSError), os.scandir(self._folder) as entries:
            found += [(e.stat().st_size, e.name) for e in entries if e.name.startswith(first)]
        return [name.removeprefix(f"{self._root}-") for _, name in sorted(found)]

    def put(self, name: str, key: bytes, value: bytes) -> bool:
        """Keeps `value`, if the folder lets us; whether it did."""
        if self._folder is None or len(value) > MOST_BYTES:
            return False
        target = self._folder / f"{self._root}-{name}"
        waiting = self._folder / f".{self._root}-{name}.{os.getpid()}"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                with waiting.open("xb") as stream:
                    digest = hashlib.sha256(key)
                    digest.update(value)
                    stream.writelines((digest.digest(), key, value))
                waiting.replace(target)
            finally:
                waiting.unlink(missing_ok=True)
            _make_room(self._folder)
        except OSError:
            return False
        return True

    def drop(self, names: Iterable[str]) -> None:
        """Takes entries away."""
        if self._folder is None:
            return
        for name in names:
            with suppress(OSError):
                (self._folder / f"{self._root}-{name}").unlink()


def folder() -> Path | None:
    """Where entries lie; None: the cache is switched off."""
    given = os.environ.get(VARIABLE, "")
    if given == "off" or os.environ.get("STDTREE_PLAIN"):
        return None
    if given:
        return Path(given)
    import platformdirs

    return Path(platformdirs.user_cache_dir("stdtree", appauthor=False))


@cache
def engine() -> bytes | None:
    """What the same files give another result with: the program itself, as it stands on disk.

    The interpreter, every file of the package and the schemas, and the folders of installed
    packages, which change with each of them: a developer never sees what older code found. None
    while somebody is at it: what runs may be older than what was written just now.
    """
    package = Path(str(sys.modules["stdtree"].__file__)).parent
    libraries = [Path(place) for place in sys.path if place.endswith("-packages")]
    found = [sys.version]
    try:
        for place in (package, schema.folder()):
            found += sorted(_program(place))
        found += [_line(place, place.stat()) for place in libraries if place.is_dir()]
    except (OSError, _BeingWrittenError):
        return None
    return hashlib.sha256("\n".join(found).encode("utf-8", "surrogateescape")).digest()


class _BeingWrittenError(Exception):
    """A file of the program is younger than two seconds."""


def signature(status: os.stat_result) -> tuple[int, int, int, int]:
    """What changes when a file is written to or replaced, even if somebody sets its times back."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def is_fresh(times: Iterable[int], now: int) -> bool:
    """Whether a file that has these times may be written once more and keep them."""
    return max(times) > now - SETTLED


def _is_ours(place: Path) -> bool:
    """Whether nobody else can have put entries there, who could have made them up."""
    if os.name == "nt":
        return True
    try:
        status = place.stat()
    except OSError:
        return False
    return status.st_uid == os.getuid() and not status.st_mode & stat.S_IWOTH


def _program(start: Path) -> Iterator[str]:
    """A line for each file of the program, compiled ones left out."""
    now, pending = time.time_ns(), [str(start)]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir() and entry.name != "__pycache__":
                    pending.append(entry.path)
                elif entry.is_file():
                    status = entry.stat()
                    if is_fresh((status.st_mtime_ns, status.st_ctime_ns), now):
                        raise _BeingWrittenError
                    yield _line(entry.path, status)


def _line(path: str | Path, status: os.stat_result) -> str:
    return f"{path} {signature(status)}"


def _make_room(place: Path) -> None:
    """Removes the oldest entries until the rest is small enough."""
    entries = [(entry.stat(), entry.path) for entry in os.scandir(place) if entry.is_file()]
    left = sum(status.st_size for status, _ in entries)
    for status, path in sorted(entries, key=lambda entry: entry[0].st_mtime_ns):
        if left <= MOST_BYTES:
            break
        left -= status.st_size
        Path(path).unlink(missing_ok=True)
