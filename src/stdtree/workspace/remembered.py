"""Checking the files as they are, or remembering what the same files gave the last time.

The whole of `check` is remembered, not parts of it: when nothing that it reads has changed, its
findings stand; else everything is checked anew, in the one way there is.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from stdtree.errors import StoreError
from stdtree.model.canonical import digest
from stdtree.model.finding import Finding
from stdtree.store import layout
from stdtree.store.cache import Drawer, engine, is_fresh, signature
from stdtree.store.file_tree import DiskTree, Unreadable
from stdtree.store.load import MANY, Loaded, load
from stdtree.store.recall import Look, look

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace

_MOST_FRESH = 1000
"""More files than this that were written just now: not worth remembering."""
_MOST_DIGESTS = 64
"""Of so many states of the files the digests are kept."""


class Checked(Struct, frozen=True):
    """All findings of the files, placed and sorted, and how much was checked."""

    findings: tuple[Finding, ...]
    files: int
    categories: int
    standards: int


class _Entry(Struct, frozen=True):
    """What is kept: the result, and the files of which times alone say too little."""

    checked: Checked
    fresh: Mapping[str, bytes]
    """SHA-256 of the files that were written just before they were read."""


class _Seen(Struct, frozen=True):
    """What `check` is about to read."""

    key: bytes
    fresh: tuple[str, ...]
    """Files written so recently that another write might leave all their times as they are."""
    snapshots: frozenset[str]
    """Releases that have a snapshot."""
    files: Look
    """The files below taxonomy/."""


def check_files(workspace: Workspace, *, today: str = "") -> Checked:
    """What `workspace.check` says of the files, with what it was said of."""
    drawer = Drawer(workspace.root)
    seen = None
    if not drawer.is_off and "loaded" not in workspace.__dict__:
        seen = _look(workspace, today)
    if seen and (data := drawer.get("check", seen.key)) and (found := _decoded(data, workspace)):
        return found
    if seen:  # nobody needs to look at all files once more
        workspace.loaded = load(DiskTree(workspace.root), seen=seen.files)
    loaded = workspace.loaded
    taxonomy = loaded.taxonomy
    checked = Checked(
        workspace.check(taxonomy, today=today),
        files=len(loaded.sources) + len(loaded.unreadable),
        categories=len(taxonomy.categories),
        standards=len(taxonomy.standards),
    )
    # A release without a snapshot is looked for in git, of which `seen` knows nothing.
    if seen and seen.snapshots.issuperset(taxonomy.releases):
        digests = {source.path: source.digest for source in loaded.sources.values()}
        if digests.keys() >= set(seen.fresh):
            entry = _Entry(checked, {path: digests[path] for path in seen.fresh})
            drawer.put("check", seen.key, msgspec.msgpack.encode(entry))
    return checked


def digest_of(workspace: Workspace, loaded: Loaded) -> str:
    """The digest of what was loaded, which the same files gave in an earlier run, too."""
    drawer, program = Drawer(workspace.root), None
    if len(loaded.sources) >= MANY and not drawer.is_off:
        program = engine()
    if program is None:
        return digest(loaded.taxonomy)
    files = hashlib.sha256(b"".join([source.digest for source in loaded.sources.values()])).digest()
    data, known = drawer.get("digests", program), dict[bytes, str]()
    with suppress(msgspec.MsgspecError):
        known = msgspec.msgpack.decode(data, type=dict[bytes, str]) if data else {}
    if files not in known:
        newest = list(known.items())[-_MOST_DIGESTS:]
        known = {**dict(newest), files: digest(loaded.taxonomy)}
        drawer.put("digests", program, msgspec.msgpack.encode(known))
    return known[files]


def _look(workspace: Workspace, today: str) -> _Seen | None:
    """The state of all that `check` reads; None if it cannot be told."""
    program = engine()
    if program is None or os.name == "nt":  # there, setting a file's time back leaves no trace
        return None
    try:
        files = look(DiskTree(workspace.root))
        now, states = files.now, list(files.states)
        from stdtree.workspace.editions import exported

        snapshots = sorted(exported(workspace))
        for name in snapshots:
            path = layout.snapshot_path(name)
            states.append((path, *signature((workspace.root / path).stat())))
        key = hashlib.sha256(msgspec.msgpack.encode((program, today, states))).digest()
    except (OSError, StoreError, ValueError):
        return None
    fresh = tuple(path for path, _, *times, _ in states if is_fresh(times, now))
    if len(fresh) > _MOST_FRESH:
        return None
    return _Seen(key, fresh, frozenset(snapshots), files)


def _decoded(data: memoryview, workspace: Workspace) -> Checked | None:
    """The result, unless a file of which times say too little has changed."""
    try:
        entry = msgspec.msgpack.decode(data, type=_Entry)
    except msgspec.MsgspecError:
        return None
    tree = DiskTree(workspace.root)
    try:
        kept = all(
            hashlib.sha256(tree.read(path)).digest() == digest
            for path, digest in entry.fresh.items()
        )
    except (KeyError, Unreadable):
        return None
    return entry.checked if kept else None
