"""The snapshots of releases as they lie on disk, each read once as long as it stays as it is."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from stdtree.errors import StdtreeError, StoreError
from stdtree.model.canonical import digest
from stdtree.model.counts import counts
from stdtree.model.release import release_key
from stdtree.model.taxonomy import Taxonomy
from stdtree.rules import Issued
from stdtree.store import layout
from stdtree.store.cache import signature
from stdtree.store.snapshot import decode_snapshot, taxonomy_of
from stdtree.workspace.editions import exported

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace


class _Read(NamedTuple):
    """A snapshot, and the state of the file when it was read."""

    state: object
    issued: Issued
    content: Taxonomy | None
    """None if it cannot be read, or a newer one is at hand: each is as large as the system."""


class Snapshots:
    """What was issued, as far as the files here tell."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known: dict[str, _Read] = {}
        self._from_git: dict[str, Taxonomy] = {}

    def read(self, taxonomy: Taxonomy) -> tuple[tuple[str, Taxonomy] | None, tuple[Issued, ...]]:
        """The newest release that can be read, and the digests of all the snapshots there are.

        A snapshot whose record is gone counts, too: its release was issued.
        """
        names = sorted({*taxonomy.releases, *exported(self._workspace)}, key=release_key)
        known: dict[str, _Read] = {}
        previous: tuple[str, Taxonomy] | None = None
        for name in reversed(names):
            found = self._snapshot(name, with_content=previous is None)
            if found is not None:
                if previous is None and found.content is not None:
                    previous = (name, found.content)
                    known[name] = found
                else:
                    known[name] = found._replace(content=None)
        self._known = known
        newest = max(taxonomy.releases, key=release_key, default=None)
        if newest and newest not in known:
            with suppress(StdtreeError):  # a shallow clone has neither: then nothing is compared
                previous = (newest, self._tagged(newest))
        return previous, tuple(known[name].issued for name in names if name in known)

    def _snapshot(self, name: str, *, with_content: bool) -> _Read | None:
        """A snapshot; None if there is none."""
        path = layout.snapshot_path(name)
        file = self._workspace.root / path
        known = self._known.get(name)
        try:
            state = signature(file.stat())
            if known and known.state == state and (known.content is not None or not with_content):
                return known
            content = taxonomy_of(decode_snapshot(file.read_bytes(), path))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, StoreError):
            return _Read(None, Issued(name, path, "unreadable"), None)
        return _Read(state, Issued(name, path, digest(content), counts(content)), content)

    def _tagged(self, name: str) -> Taxonomy:
        """A release from its tag; tags of releases stay where they are."""
        if name not in self._from_git:
            self._from_git[name] = self._workspace.edition(name).taxonomy
        return self._from_git[name]
