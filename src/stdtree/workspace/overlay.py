"""A workspace as an editor shows it: texts that are not saved yet stand over the files.

While a text cannot be read, because somebody is typing, the last one that could counts for the
tree; what is found of it is that it cannot be read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.model.category import Category
from stdtree.model.finding import Finding, Subject
from stdtree.model.stock import row_ids
from stdtree.model.taxonomy import Taxonomy
from stdtree.store import layout, yaml_text
from stdtree.store.decode import decode
from stdtree.store.file_tree import DiskTree, Unreadable
from stdtree.store.load import Loaded, Source, findings_of, load
from stdtree.store.overlay import OverlayTree
from stdtree.store.save import planned

if TYPE_CHECKING:
    from stdtree.store.atomic import Write
    from stdtree.workspace.opened import Workspace


_FEW = 8
"""Of so many files it is looked what has become of each; of more, all are read."""


class Overlay:
    """The texts of an editor over a workspace, whose `loaded` and `taxonomy` follow them."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._disk = DiskTree(workspace.root)
        self._shown: dict[str, bytes] = {}
        """What the editor shows, by path."""
        self._sound: dict[str, bytes] = {}
        """The same, but the last text that could be read where it cannot be now."""
        self.broken: set[str] = set()
        """Paths of files that cannot be read as they are shown, but could be before."""
        self.read_again()

    @property
    def loaded(self) -> Loaded:
        """What the texts and the files hold."""
        return self._workspace.loaded

    @property
    def taxonomy(self) -> Taxonomy:
        """The tree of it."""
        return self._workspace.loaded.taxonomy

    def show(self, path: str, data: bytes) -> None:
        """The editor shows this text of a file."""
        self._shown[path] = data
        self._follow(path)

    def hide(self, path: str) -> None:
        """The editor closes a file: what lies on the disk counts again."""
        if self._shown.pop(path, None) is not None:
            self._follow(path)

    def look_at(self, paths: Collection[str]) -> None:
        """Others have written these files, or removed them; what the editor shows still counts."""
        changed = [path for path in paths if path not in self._shown and layout.kind_at(path)]
        if len(changed) > _FEW:
            self.read_again()
            return
        for path in changed:
            self._follow(path)

    def read_again(self) -> None:
        """Reads all files anew."""
        loaded = load(OverlayTree(self._disk, self._sound))
        self._take(loaded.taxonomy, loaded, dict(loaded.sources), tuple(self.broken))

    def text(self, path: str) -> str:
        """A file as it is shown; empty if it cannot be read."""
        try:
            return self.loaded.tree.read(path).decode("utf-8-sig")
        except (KeyError, Unreadable, UnicodeDecodeError):
            return ""

    def findings(self, *, today: str) -> tuple[Finding, ...]:
        """All findings; of a file that cannot be read only that: nobody knows where the rest is."""
        found = self._workspace.check(self.taxonomy, today=today)
        return tuple(
            finding
            for finding in found
            if finding.subject.entity == "file"
            or finding.place is None
            or finding.place.path not in self.broken
        )

    def writes(self, after: Taxonomy) -> tuple[Write, ...]:
        """The files that change on the way to another tree; nothing is written.

        Raises StoreError where a file cannot be read as it is shown, or cannot be edited in place.
        """
        found = planned(self.loaded, after)
        for write in found:
            if write.path in self.broken:
                raise StoreError(
                    Label(
                        f"{write.path} 当前无法读取，不能在其中编辑",
                        f"{write.path} cannot be read as it stands, so it cannot be edited",
                    ),
                    Label("先改正其中的 YAML", "mend its YAML first"),
                )
        return found

    def _follow(self, path: str) -> None:
        """Brings the tree up to date with one file."""
        kind = layout.kind_at(path)
        if kind is None:
            return
        value, data = self._value(kind, path)
        if value is None and data is not None:
            self.broken.add(path)
        else:
            self.broken.discard(path)
            if path in self._shown:
                self._sound[path] = self._shown[path]
            else:
                self._sound.pop(path, None)
        if path in self.broken and self._is_loaded(path):
            self._take(self.taxonomy, self.loaded, dict(self.loaded.sources), (path,))
        elif isinstance(value, Category) and data is not None and self._is_in_place(value, path):
            sources = dict(self.loaded.sources)
            sources[_subject(value)] = Source(path, hashlib.sha256(data).digest())
            self._take(self.taxonomy.with_(value), self.loaded, sources, (path,))
        else:
            self.read_again()

    def _value(self, kind: layout.Kind, path: str) -> tuple[Any, bytes | None]:
        """What a file as it is shown holds, and its bytes; None: it is not there."""
        try:
            data = self._shown[path] if path in self._shown else self._disk.read(path)
        except KeyError:
            return None, None
        except Unreadable:
            return None, b""
        return decode(kind, yaml_text.read(data).value).value, data

    def _is_loaded(self, path: str) -> bool:
        return any(source.path == path for source in self.loaded.sources.values())

    def _is_in_place(self, category: Category, path: str) -> bool:
        """Whether a category stays the one of its file, with the standards that it had."""
        source = self.loaded.sources.get(_subject(category))
        before = self.taxonomy.get(category.id)
        same_file = source is not None and source.path == path
        return same_file and before is not None and row_ids(before) == row_ids(category)

    def _take(
        self,
        taxonomy: Taxonomy,
        loaded: Loaded,
        sources: dict[Subject, Source],
        paths: tuple[str, ...],
    ) -> None:
        """This is what there is now; of `paths` it is said anew what reading them finds."""
        made = loaded.rewritten(taxonomy, sources, paths)
        made.tree = OverlayTree(self._disk, self._shown)
        made.findings = made.placed(findings_of(made, paths))
        self._workspace.loaded = made
        self._workspace.taxonomy = taxonomy


def _subject(category: Category) -> Subject:
    return Subject("category", category.id)
