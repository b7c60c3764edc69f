"""What loading gives: a taxonomy, the findings of reading it, and where each part of it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
from msgspec import Struct

from stdtree.model.finding import FieldPath, Finding, Place, Subject, sort_key
from stdtree.model.taxonomy import Taxonomy
from stdtree.store import yaml_text
from stdtree.store.file_tree import FileTree, Unreadable

SYSTEM = Subject("system", "")
ORGANIZATIONS = Subject("organization", "")
"""All organizations; they share a file."""


class Source(Struct, frozen=True):
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
    _outlines: dict[str, tuple[Any, Any]] = field(default_factory=dict, repr=False)

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
        from stdtree.store.yaml_outline import find

        root, value = self._outline(path)
        inside = _inside(subject, value)
        found = find(root, [*inside, *field_path]) if inside is not None else None
        return Place(path, found.line, found.column) if found else Place(path)

    def placed(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """The findings with their places, sorted."""
        located = [
            finding
            if finding.place
            else msgspec.structs.replace(finding, place=self.locate(finding.subject, finding.field))
            for finding in findings
        ]
        return tuple(sorted(located, key=sort_key))

    def _holder(self, subject: Subject) -> Subject:
        if subject.entity == "standard":
            placed = self.taxonomy.standard(subject.id)
            return Subject("category", placed.home if placed else "")
        if subject.entity in ("facet", "target", "system"):
            return SYSTEM
        return ORGANIZATIONS if subject.entity == "organization" else subject

    def _outline(self, path: str) -> tuple[Any, Any]:
        """Where everything stands in a file, and its plain value."""
        if path not in self._outlines:
            from yaml import YAMLError

            from stdtree.store.yaml_outline import outline

            try:
                data = self.tree.read(path)
                text = yaml_text.decode(data, [])
                self._outlines[path] = (outline(text), yaml_text.read(data).value)
            except (KeyError, Unreadable, YAMLError):
                self._outlines[path] = (None, None)
        return self._outlines[path]


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
