"""A tree of files → a taxonomy and findings. Bad files become findings; the rest still loads."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any

from stdtree.label import Label, same
from stdtree.model.category import Category
from stdtree.model.finding import FieldPath, Finding, Place, Severity, Subject
from stdtree.model.organization import Organization
from stdtree.model.taxonomy import Taxonomy
from stdtree.store import layout, load_words, yaml_text
from stdtree.store.decode import decode
from stdtree.store.file_tree import BlobTree, FileTree, Known, Unreadable, is_text
from stdtree.store.garbage import garbage_later
from stdtree.store.loaded import (
    ORGANIZATIONS,
    SYSTEM,
    UNREADABLE_SYSTEM,
    Loaded,
    Source,
    subject_of,
)
from stdtree.store.recall import recall
from stdtree.store.schema import Mismatch

if TYPE_CHECKING:
    from stdtree.store.recall import Look, Recall

__all__ = [
    "ORGANIZATIONS",
    "SYSTEM",
    "UNREADABLE_SYSTEM",
    "Loaded",
    "Source",
    "findings_of",
    "load",
]

MANY = 500
"""From so many files on, the direct reader saves more than it takes to make it."""
_CATEGORY = layout.KINDS["category"]
_SEVERITY = {"untidy-file": Severity.NOTE, "misplaced-file": Severity.WARNING}


def load(tree: FileTree, *, seen: Look | None = None) -> Loaded:
    """Everything below taxonomy/. Never raises for what stands in a file.

    `seen`: how the files of a folder looked, if somebody has just looked.
    """
    with garbage_later():
        recalled = recall(tree, least=MANY, seen=seen)
        paths = recalled.paths if recalled else tree.files()
        loading = _Loading(tree, recalled, many=len(paths) >= MANY)
        if isinstance(tree, BlobTree):
            loading.expect(tree)
        for known, run in groupby(paths, loading.found.__contains__):
            if known:
                loading.run(list(run))
                continue
            for path in run:
                loading.file(path)
        if recalled:
            recalled.keep()
        return loading.finish()


def findings_of(loaded: Loaded, paths: Collection[str]) -> list[Finding]:
    """The findings of reading, after stdtree itself has written `paths`.

    Nothing that we write makes or mends a duplicate id of another file, so those stay.
    """
    loading = _Loading(loaded.tree)
    for path in paths:
        loading.file(path)
    fresh = [finding for finding in loading.findings if finding.rule != "duplicate-id"]
    stay = (
        finding
        for finding in loaded.findings
        if finding.rule == "duplicate-id" or not finding.place or finding.place.path not in paths
    )
    return [*stay, *fresh]


class _Loading:
    """What has been read so far."""

    def __init__(
        self, tree: FileTree, recalled: Recall | None = None, *, many: bool = False
    ) -> None:
        self.tree = tree
        self.recalled = recalled
        self.values: dict[str, list[Any]] = {name: [] for name in layout.KINDS}
        self.sources: dict[Subject, Source] = {}
        self.findings: list[Finding] = []
        self.unreadable: set[str] = set()
        self.blobs: Mapping[str, str] = {}
        self.known: Known = {}
        self.found: Mapping[str, tuple[Category, bytes]] = recalled.found if recalled else {}
        """Categories that need not be read, by path, with the digests of their files."""
        self.plain = bool(os.environ.get("STDTREE_PLAIN"))
        self.is_large = many and not self.plain
        """Whether the fast reader saves more than it takes to make it."""

    @cached_property
    def direct(self) -> Callable[[bytes], Category | None]:
        """The fast reader."""
        from stdtree.store.yaml_direct import reader

        return reader(Category)

    def expect(self, tree: BlobTree) -> None:
        """Reads only those files that are not the same as others that have been read."""
        self.blobs = tree.files()
        self.known = {} if self.plain else tree.known
        tree.expect(
            path
            for path, blob in self.blobs.items()
            if (kind := layout.kind_at(path)) and (kind.name, blob) not in self.known
        )

    def run(self, paths: list[str]) -> None:
        """Files of categories that are known."""
        found = [self.found[path] for path in paths]
        subjects = [Subject("category", value.id) for value, _ in found]
        sources = [Source(path, digest) for path, (_, digest) in zip(paths, found, strict=True)]
        made = dict(zip(subjects, sources, strict=True))
        named = all(
            path.endswith(f"/{one.id}.yaml") for path, one in zip(paths, subjects, strict=True)
        )
        if named and len(made) == len(paths) and self.sources.keys().isdisjoint(made):
            self.sources |= made
            self.values["category"] += [value for value, _ in found]
        else:
            for (value, _), source in zip(found, sources, strict=True):
                self.keep(_CATEGORY, value, source)

    def file(self, path: str) -> None:
        """One file: read, decode, keep."""
        kind = layout.kind_at(path)
        if kind is None or not (path.isascii() or is_text(path)):
            shown = path.encode("utf-8", "backslashreplace").decode()
            self.find(
                "misplaced-file", shown, *(load_words.UNNAMED if kind else load_words.MISPLACED)
            )
            return
        key = (kind.name, self.blobs.get(path, ""))
        if found := self.known.get(key):
            self.keep(kind, found[0], Source(path, found[1]))
            return
        try:
            data = self.tree.read(path)
        except KeyError:  # it went away after it was listed
            return
        except Unreadable as error:
            self.find("unreadable-file", path, error.message, error.hint)
            self.unreadable.add(layout.stem(path))
            return
        before = len(self.findings)
        source = Source(path, hashlib.sha256(data).digest())
        value = self.understood(kind, path, data, source.digest)
        if value is None:
            self.unreadable.add(layout.stem(path))
            return
        if len(self.findings) == before:
            if key[1]:
                self.known[key] = value, source.digest
            if self.recalled and kind is _CATEGORY:
                self.recalled.take(path, value, source.digest)
        self.keep(kind, value, source)

    def understood(self, kind: layout.Kind, path: str, data: bytes, digest: bytes) -> Any:
        """The model value of a file, in the fastest way that there is."""
        value: Category | None = None
        if kind is _CATEGORY and self.is_large:
            value = self.recalled.of(digest) if self.recalled else None
            value = value or self.direct(data)
        return value or self.value(kind, path, data)

    def value(self, kind: layout.Kind, path: str, data: bytes) -> Any:
        """The model value of a file, as far as it can be understood; None: too little of it can."""
        parsed = yaml_text.read(data, plain=self.plain)
        for problem in parsed.problems:
            place = Place(path, problem.line, problem.column)
            self.find(problem.rule, path, problem.message, problem.hint, place=place)
        if parsed.value is None and any(p.rule == "unreadable-file" for p in parsed.problems):
            return None
        decoded = decode(kind, parsed.value)
        if decoded.problems:
            self.mismatches(path, data, decoded.problems)
        return decoded.value

    def mismatches(self, path: str, data: bytes, problems: Sequence[Mismatch]) -> None:
        """What a schema objects to, each where it stands."""
        from stdtree.store.yaml_outline import find, outline

        root = outline(yaml_text.decode(data, []))
        for problem in problems:
            found = find(root, problem.where, key=problem.key is not None)
            place = Place(path, found.line, found.column) if found else Place(path)
            shown = ".".join(str(part) for part in problem.path)
            message = same(f"{shown}: ") + problem.message if shown else problem.message
            self.find("schema", path, message, problem.hint, place=place, field=problem.where)

    def keep(self, kind: layout.Kind, value: Any, source: Source) -> None:
        """A decoded value, unless its id is taken."""
        subject = subject_of(kind.name, value)
        first = self.sources.setdefault(subject, source)
        if first is not source:
            self.duplicate(subject, source.path, first.path)
            return
        if subject.id and not source.path.endswith(f"/{subject.id}.yaml"):
            self.misnamed(subject, source.path)
        self.values[kind.name].append(value)

    def duplicate(self, subject: Subject, path: str, first: str) -> None:
        """An id that another file already has."""
        said = load_words.duplicate(subject.id, first)
        self.find("duplicate-id", path, *said, field=_id_field(subject))

    def misnamed(self, subject: Subject, path: str) -> None:
        """A file whose name is not the id in it."""
        said = load_words.misnamed(subject.id)
        self.find("duplicate-id", path, *said, field=_id_field(subject))

    def repeated_rows(self, bodies: list[Organization], categories: list[Category]) -> None:
        """Ids of organizations and standards, each a namespace of its own."""
        seen: set[str] = set()
        for index, body in enumerate(bodies):
            if body.id in seen:
                name = Label(f"组织机构标识 {body.id}", f"the organization id {body.id}")
                self.repeated(name, layout.ORGANIZATIONS, ("organizations", index, "id"))
            seen.add(body.id)
        seen = set()
        for category in categories:
            for index, standard in enumerate(category.standards):
                if standard.id in seen:
                    name = Label(f"标准标识 {standard.id}", f"the standard id {standard.id}")
                    path = self.sources[Subject("category", category.id)].path
                    self.repeated(name, path, ("standards", index, "id"))
                seen.add(standard.id)

    def repeated(self, name: Label, path: str, field: FieldPath) -> None:
        """A row whose id another row already has."""
        self.find("duplicate-id", path, *load_words.repeated(name), field=field)

    def find(  # noqa: PLR0913 -- a finding has this many parts
        self,
        rule: str,
        path: str,
        message: Label,
        hint: Label,
        *,
        place: Place | None = None,
        field: FieldPath = (),
    ) -> None:
        """A finding about a file."""
        self.findings.append(
            Finding(
                rule=rule,
                severity=_SEVERITY.get(rule, Severity.ERROR),
                subject=Subject("file", path),
                message=message,
                hint=hint,
                place=place or (None if field else Place(path)),
                field=field,
            )
        )

    def finish(self) -> Loaded:
        """The taxonomy of what was kept."""
        systems = self.values["system"]
        if not systems and "system" not in self.unreadable:
            self.find("unreadable-file", layout.SYSTEM, *load_words.NO_SYSTEM)
        bodies = [body for found in self.values["organizations"] for body in found.organizations]
        self.repeated_rows(bodies, self.values["category"])
        taxonomy = Taxonomy(
            systems[0] if systems else UNREADABLE_SYSTEM,
            self.values["category"],
            organizations=bodies,
            consultations=self.values["consultation"],
            releases=self.values["release"],
            correspondences=self.values["correspondence"],
        )
        unreadable = frozenset(self.unreadable)
        loaded = Loaded(self.tree, taxonomy, (), self.sources, unreadable, bool(systems))
        loaded.findings = loaded.placed(self.findings)
        return loaded


def _id_field(subject: Subject) -> FieldPath:
    return ("release",) if subject.entity == "release" else ("id",)
