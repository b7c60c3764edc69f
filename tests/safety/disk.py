"""A disk that forgets, at a power cut, what it was not told to keep.

As POSIX has it: the content of a file is kept by an fsync of the file, a name by an fsync of its
folder. What was not synced may be there or not, each folder and each file for itself.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.safety.boundaries import Call


@dataclass
class _File:
    """A file, by whatever name: what programs read, and what the disk has."""

    now: bytes
    kept: bytes


@dataclass
class Disk:
    """A folder and everything below it, followed call by call."""

    top: Path
    now: dict[str, _File | None] = field(default_factory=dict)
    """By path; None: a folder."""
    kept: dict[str, _File | None] = field(default_factory=dict)
    """The names that the disk has."""

    @classmethod
    def holding(cls, top: Path) -> Disk:
        """All that is there, safely on disk."""
        disk = cls(top)
        for path in sorted(top.rglob("*")):
            data = None if path.is_dir() else path.read_bytes()
            disk.now[str(path)] = None if data is None else _File(data, data)
        disk.kept = dict(disk.now)
        return disk

    def take(self, call: Call) -> None:
        """What a call does."""
        path = call.path
        found = self.now.get(path)
        if call.name == "open" and path not in self.now:
            self.now[path] = _File(b"", b"")
        elif call.name == "mkdir":
            self.now.setdefault(path, None)
        elif call.name == "rename":
            self.now[call.target] = self.now.pop(path)
        elif call.name in ("unlink", "rmdir"):
            self.now.pop(path, None)
        elif call.name == "fsync" and found is None:
            self._keep_names(path)
        elif isinstance(found, _File):
            if call.name == "write":
                found.now += call.data
            elif call.name == "truncate":
                found.now = found.now[: call.size]
            elif call.name == "fsync":
                found.kept = found.now

    def _keep_names(self, folder: str) -> None:
        for path in {*self.now, *self.kept}:
            if str(Path(path).parent) == folder:
                if path in self.now:
                    self.kept[path] = self.now[path]
                else:
                    del self.kept[path]

    def cuts(self) -> Iterator[dict[str, bytes | None]]:
        """What may be there after a power cut now: the worst cases.

        Nothing of what was not synced; all of it; the names without the contents; and of the
        folders that have names to lose, each alone, and all but each.
        """
        pending = sorted(
            {
                str(Path(path).parent)
                for path in {*self.now, *self.kept}
                if path not in self.now
                or path not in self.kept
                or self.now[path] is not self.kept[path]
            }
        )
        choices = [set(), set(pending), *({one} for one in pending)]
        choices += [set(pending) - {one} for one in pending]
        for lucky in {frozenset(choice) for choice in choices}:
            names = self._names(lucky)
            yield {path: file and file.kept for path, file in names.items()}
            yield {path: file and file.now for path, file in names.items()}

    def _names(self, lucky: frozenset[str]) -> dict[str, _File | None]:
        """The names kept, and in the lucky folders those of now."""
        kept = {
            path: file for path, file in self.kept.items() if str(Path(path).parent) not in lucky
        }
        now = {path: file for path, file in self.now.items() if str(Path(path).parent) in lucky}
        return kept | now


def lay_out(held: dict[str, bytes | None], top: Path, at: Path) -> None:
    """Puts what a disk holds into another folder; what has no folder is not to be found."""
    shutil.rmtree(at, ignore_errors=True)
    at.mkdir()
    for path, data in sorted(held.items()):
        target = at / Path(path).relative_to(top)
        if not target.parent.is_dir():
            continue
        if data is None:
            target.mkdir()
        else:
            target.write_bytes(data)
