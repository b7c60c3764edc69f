"""The tree of a commit with a few files changed, made without an index of all the others."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from stdtree.store.changed import object_hash
from stdtree.store.plumbing import ObjectReader, Plumbing, quoted

MOST_FOLDERS = 16
"""With files of more folders than this, an index is no slower."""
_FOLDER = b"40000"
"""Its mode, as trees hold it."""

Entries = Mapping[str, str | None]
"""Mode and blob by path, as `update-index` takes them; None: the file goes."""
Inside = dict[tuple[bytes, ...], tuple[bytes, bytes] | None]
"""Mode and blob by the parts of a path."""
Listing = dict[bytes, tuple[bytes, bytes]]
"""Mode and id, in bytes, by name."""


def changed_trees(git: Plumbing, folder: Path, root: str, *, entries: Entries) -> tuple[str, ...]:
    """Writes the tree `root` with these files changed: the ids of all that were written, its last.

    Empty, and nothing is written, where an index does better. `folder` is for files of our own.
    """
    folders = {path.rpartition("/")[0] for path in entries}
    if len(folders) > MOST_FOLDERS:
        return ()
    inside: Inside = {
        tuple(os.fsencode(path).split(b"/")): _parts(entry) if entry else None
        for path, entry in entries.items()
    }
    with closing(git.objects()) as objects:
        maker = _Maker(objects, like=root)
        if not maker.changed(f"{root}^{{tree}}", inside):
            maker.add({})
    return _written(git, folder, maker.made)


def _parts(entry: str) -> tuple[bytes, bytes]:
    mode, blob = entry.split(" ")
    return mode.encode("ascii"), bytes.fromhex(blob)


class _Maker:
    """Works out new trees from those that it reads."""

    def __init__(self, objects: ObjectReader, *, like: str) -> None:
        self._objects = objects
        self._like = like
        """Some id of this repository."""
        self.made: dict[str, bytes] = {}
        """The contents of the new trees by their ids."""

    def changed(self, tree: str | None, inside: Inside) -> str:
        """The id of a tree after the changes inside it; empty if nothing is left in it."""
        lines = self._listing(tree) if tree else {}
        below: dict[bytes, Inside] = {}
        for (name, *rest), entry in inside.items():
            if rest:
                below.setdefault(name, {})[tuple(rest)] = entry
            elif entry is not None:
                lines[name] = entry
            elif name in lines and lines[name][0] != _FOLDER:  # else a folder has come instead
                del lines[name]
        for name, changes in below.items():
            mode, held = lines.get(name, (b"", b""))
            if mode != _FOLDER and not any(changes.values()):
                continue  # files that go from a folder that is not there
            if made := self.changed(held.hex() if mode == _FOLDER else None, changes):
                lines[name] = _FOLDER, bytes.fromhex(made)
            else:
                lines.pop(name, None)
        return self.add(lines) if lines else ""

    def _listing(self, tree: str) -> Listing:
        data = self._objects.read(tree)
        found: Listing = {}
        start, width = 0, len(self._like) // 2
        while start < len(data):
            end = data.index(b"\0", start)
            mode, _, name = data[start:end].partition(b" ")
            start = end + 1 + width
            found[name] = mode.lstrip(b"0"), data[end + 1 : start]
        return found

    def add(self, lines: Listing) -> str:
        """The id of a tree of these entries, which is among the made ones from now on."""
        data = b"".join(
            mode + b" " + name + b"\0" + held
            for name, (mode, held) in sorted(lines.items(), key=_order)
        )
        digest = object_hash("tree", len(data), like=self._like)
        digest.update(data)
        name = digest.hexdigest()
        self.made.pop(name, None)  # the last one stays the last
        self.made[name] = data
        return name


def _written(git: Plumbing, folder: Path, trees: Mapping[str, bytes]) -> tuple[str, ...]:
    """Writes trees, by one process. Not by `mktree`: whatever it is told, it syncs nothing."""
    files = [folder / name for name in trees]
    for file, data in zip(files, trees.values(), strict=True):
        file.write_bytes(data)
    paths = b"".join(quoted(str(file)) for file in files)
    made = git.run("hash-object", "-t", "tree", "-w", "--no-filters", "--stdin-paths", data=paths)
    return tuple(made.decode("ascii").split())


def _order(line: tuple[bytes, tuple[bytes, bytes]]) -> bytes:
    """Git sorts a folder as if its name ended in a slash."""
    name, (mode, _) = line
    return name + b"/" if mode == _FOLDER else name
