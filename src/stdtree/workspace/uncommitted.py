"""How each category differs from the last commit, without reading that commit as a whole.

Only files that differ from the commit, and those of unsaved edits, are looked up in it: what a row
of the tree shows must not cost what a comparison does.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from stdtree.model.category import Category, ordered
from stdtree.model.finding import Subject
from stdtree.store import layout
from stdtree.store.load import load
from stdtree.store.revision_tree import RevisionTree, records

if TYPE_CHECKING:
    from stdtree.model.taxonomy import Taxonomy
    from stdtree.store.git import Repository
    from stdtree.workspace.opened import Workspace

Change = Literal["A", "M", "D"]
"""Added, changed (moved, too), retired since the last commit."""
_AT_ONCE = 500
"""Paths in one question to git."""
_FILE = b"100"


class Uncommitted(NamedTuple):
    """What the last commit does not hold."""

    files: int
    """Files below taxonomy/ that differ; unsaved edits are in none yet."""
    changes: Mapping[str, Change]
    """By category, unsaved edits included."""


class SinceCommit:
    """Compares with the last commit; keeps what it has read of that."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._head: str | None = None
        self._then: dict[str, Category] = {}
        """Categories as the commit has them, as far as they were looked up."""
        self._read: set[str] = set()
        """Paths that were looked up."""

    def look(self, taxonomy: Taxonomy) -> Uncommitted | None:
        """How `taxonomy`, the tree as it is now, differs; None without a repository.

        Raises StoreError where git refuses.
        """
        repository = self._workspace.repository
        if repository is None:
            return None
        paths = repository.changed_paths(prefix=f"{layout.TAXONOMY}/")
        unsaved = [key for key in list(self._workspace.journal.unsaved) if not key.startswith("/")]
        homes = {key: self._workspace.loaded.path_of(Subject("category", key)) for key in unsaved}
        head = repository.head()
        if head != self._head:
            self._head, self._then, self._read = head, {}, set()
        wanted = {*paths, *(path for path in homes.values() if path)} - self._read
        if head and wanted:
            self._look_up(repository, head, wanted)
        named = map(layout.stem, paths)  # a file of another name is a finding, and rare
        return Uncommitted(len(paths), self._compared(taxonomy, {*named, *unsaved, *self._then}))

    def _compared(self, taxonomy: Taxonomy, ids: Collection[str]) -> dict[str, Change]:
        found: dict[str, Change] = {}
        for one in ids:
            now, then = taxonomy.get(one), self._then.get(one)
            if now is None or now is then:
                continue
            if then is None:
                found[one] = "A"
            elif then.is_live and not now.is_live:
                found[one] = "D"
            elif ordered(then) != ordered(now):
                found[one] = "M"
        return found

    def _look_up(self, repository: Repository, head: str, paths: Collection[str]) -> None:
        """Read these files as the commit has them."""
        asked, entries = sorted(paths), dict[str, str]()
        prefix = repository.prefix
        for start in range(0, len(asked), _AT_ONCE):
            names = (prefix + path for path in asked[start : start + _AT_ONCE])
            listing = repository.plumbing.run("ls-tree", "-z", "--full-tree", head, "--", *names)
            for (mode, _, blob), path in records(listing):
                if mode.startswith(_FILE):
                    entries[path[len(prefix) :]] = blob.decode("ascii")
        with RevisionTree("HEAD", entries, repository.plumbing.objects) as tree:
            self._then.update(load(tree).taxonomy.categories)
        self._read.update(asked)
