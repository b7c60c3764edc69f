"""What loading gives: a taxonomy, the findings of reading it, and where each part of it stands."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import msgspec
from msgspec import Struct

from stdtree.model.finding import FieldPath, Finding, Place, Subject, sort_key
from stdtree.model.system import Level, System
from stdtree.model.taxonomy import Taxonomy
from stdtree.store import yaml_places, yaml_text
from stdtree.store.file_tree import FileTree, Unreadable
from stdtree.store.yaml_canonical import DECLINED, read_canonical

SYSTEM = Subject("system", "")
ORGANIZATIONS = Subject("organization", "")
"""All organizations; they share a file."""
UNREADABLE_SYSTEM = System(
    id="unreadable",
    title={"und": "?"},
    format=1,
    languages=("und",),
    levels=tuple(
        Level(id=f"level-{depth}", title={"und": "?"}, pattern=".+") for depth in range(1, 33)
    ),
)
"""Stands in for a system.yaml that is missing or cannot be read, so that categories still load."""

_Find = Callable[[Sequence[str | int]], tuple[int, int] | None]
"""Line and column of what stands at a path in a file, or of the nearest thing above it."""
_RECENT = 500
"""In so many files places are found without reading them once more."""


class Source(Struct, frozen=True, gc=False):
    """The file from which a value came."""

    path: str
    digest: bytes
    """SHA-256 of its bytes when it was loaded."""


@dataclass
class Loaded:
    """A taxonomy, the findings of reading it, and where each part of it stands."""

    tree: FileTree
    taxonomy: Taxonomy
    findings: tuple[Finding, ...]
    sources: Mapping[Subject, Source]
    """By category, consultation, release, and one each for system and organizations."""
    unreadable: frozenset[str] = frozenset()
    """Names, without folder and ending, of the files that could not be read.

    What they hold exists, but nothing is known of it: ids of categories, releases, `organizations`.
    """
    system_is_readable: bool = True
    _finders: dict[str, tuple[_Find, Any]] = field(default_factory=dict, repr=False)
    """Of the files in which places were looked up last."""

    def path_of(self, subject: Subject) -> str | None:
        """The file in which a subject stands."""
        if subject.entity == "file":
            return subject.id
        source = self.sources.get(self._holder(subject))
        return source.path if source else None

    def locate(self, subject: Subject, field_path: FieldPath = ()) -> Place | None:
        """Path, line and column of a field, or of the nearest thing to it that exists."""
        path = self.path_of(subject)
        if path is None:
            return None
        find, value = self._finder(path)
        inside = _inside(subject, value)
        found = find([*inside, *field_path]) if inside is not None else None
        return Place(path, *found) if found else Place(path)

    def place(self, finding: Finding) -> Finding:
        """The finding with its place."""
        if finding.place:
            return finding
        found = self.locate(finding.subject, finding.field)
        return msgspec.structs.replace(finding, place=found)

    def placed(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """The findings with their places, sorted."""
        return tuple(sorted(map(self.place, findings), key=sort_key))

    def rewritten(
        self, taxonomy: Taxonomy, sources: Mapping[Subject, Source], paths: Collection[str]
    ) -> Loaded:
        """What is loaded once `paths` have been written; in the other files nothing has moved."""
        finders = {path: found for path, found in self._finders.items() if path not in paths}
        return replace(self, taxonomy=taxonomy, sources=sources, _finders=finders)

    def _holder(self, subject: Subject) -> Subject:
        if subject.entity == "standard":
            placed = self.taxonomy.standard(subject.id)
            return Subject("category", placed.home if placed else "")
        if subject.entity in ("facet", "target", "system"):
            return SYSTEM
        return ORGANIZATIONS if subject.entity == "organization" else subject

    def _finder(self, path: str) -> tuple[_Find, Any]:
        """What finds a place in a file, and the file's plain value."""
        found = self._finders.get(path)
        if found is None:
            if len(self._finders) == _RECENT:
                self._finders.clear()
            found = self._finders[path] = _finder(self.tree, path)
        return found


def subject_of(kind: str, value: Any) -> Subject:
    """What a value of a kind of file is to be found by."""
    match kind:
        case "category" | "consultation":
            return Subject(kind, value.id)
        case "release":
            return Subject(kind, value.release)
        case "correspondence":
            return Subject(kind, value.name)
        case _:
            return SYSTEM if kind == "system" else ORGANIZATIONS


def _finder(tree: FileTree, path: str) -> tuple[_Find, Any]:
    try:
        text = yaml_text.decode(tree.read(path), [])
    except (KeyError, Unreadable):
        return _nowhere, None
    value = DECLINED if os.environ.get("STDTREE_PLAIN") else read_canonical(text)
    if value is not DECLINED:
        return partial(yaml_places.find, text), value
    from yaml import YAMLError

    from stdtree.store.yaml_events import read_events
    from stdtree.store.yaml_outline import find, outline

    try:
        root, value = outline(text), read_events(text, [])
    except YAMLError:
        return _nowhere, None

    def found(where: Sequence[str | int]) -> tuple[int, int] | None:
        part = find(root, where)
        return (part.line, part.column) if part else None

    return found, value


def _nowhere(_: Sequence[str | int]) -> None:
    """In a file that cannot be read there are no places."""


_LISTS = {"standard": "standards", "organization": "organizations", "target": "targets"}


def _inside(subject: Subject, value: Any) -> list[str | int] | None:
    """How to get to a subject inside its file; None if it is not there."""
    if subject.entity == "facet":
        return ["facets", subject.id]
    name = _LISTS.get(subject.entity)
    if name is None:
        return []
    rows = value.get(name) if isinstance(value, Mapping) else None
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, Mapping) and row.get("id") == subject.id:
            return [name, index]
    return None
