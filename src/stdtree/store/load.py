"""A tree of files → a taxonomy and findings. Bad files become findings; the rest still loads."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from stdtree.label import Label, same
from stdtree.model.category import Category
from stdtree.model.finding import FieldPath, Finding, Place, Severity, Subject
from stdtree.model.organization import Organization
from stdtree.model.system import Level, System
from stdtree.model.taxonomy import Taxonomy
from stdtree.store import layout, load_words, yaml_text
from stdtree.store.decode import decode
from stdtree.store.file_tree import BlobTree, FileTree, Known, Unreadable
from stdtree.store.garbage import garbage_later
from stdtree.store.loaded import ORGANIZATIONS, SYSTEM, Loaded, Source
from stdtree.store.schema import Mismatch

__all__ = [
    "ORGANIZATIONS",
    "SYSTEM",
    "UNREADABLE_SYSTEM",
    "Loaded",
    "Source",
    "findings_of",
    "load",
]

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

MANY = 500
"""From so many files on, the direct reader saves more than it takes to make it."""
_SEVERITY = {"untidy-file": Severity.NOTE, "misplaced-file": Severity.WARNING}


def load(tree: FileTree) -> Loaded:
    """Everything below taxonomy/. Never raises for what stands in a file."""
    with garbage_later():
        paths = tree.files()
        loading = _Loading(tree, many=len(paths) >= MANY)
        if isinstance(tree, BlobTree):
            loading.expect(tree)
        for path in paths:
            loading.file(path)
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

    def __init__(self, tree: FileTree, *, many: bool = False) -> None:
        self.tree = tree
        self.values: dict[str, list[Any]] = {name: [] for name in layout.KINDS}
        self.sources: dict[Subject, Source] = {}
        self.findings: list[Finding] = []
        self.unreadable: set[str] = set()
        self.blobs: Mapping[str, str] = {}
        self.known: Known = {}
        self.plain = bool(os.environ.get("STDTREE_PLAIN"))
        self.direct: Callable[[bytes], Category | None] | None = None
        if many and not self.plain:
            from stdtree.store.yaml_direct import reader

            self.direct = reader(Category)

    def expect(self, tree: BlobTree) -> None:
        """Reads only those files that are not the same as others that have been read."""
        self.blobs = tree.files()
        self.known = {} if self.plain else tree.known
        tree.expect(
            path
            for path, blob in self.blobs.items()
            if (kind := layout.kind_at(path)) and (kind.name, blob) not in self.known
        )

    def file(self, path: str) -> None:
        """One file: read, decode, keep."""
        kind = layout.kind_at(path)
        if kind is None or not (path.isascii() or _is_text(path)):
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
        value = self.direct(data) if self.direct and kind.type is Category else None
        if value is None:
            value = self.value(kind, path, data)
        if value is None:
            self.unreadable.add(layout.stem(path))
            return
        source = Source(path, hashlib.sha256(data).digest())
        if key[1] and len(self.findings) == before:
            self.known[key] = value, source.digest
        self.keep(kind, value, source)

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
        subject = _subject(kind.name, value)
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


def _subject(kind: str, value: Any) -> Subject:
    match kind:
        case "category" | "consultation":
            return Subject(kind, value.id)
        case "release":
            return Subject(kind, value.release)
        case "correspondence":
            return Subject(kind, value.name)
        case _:
            return SYSTEM if kind == "system" else ORGANIZATIONS


def _is_text(path: str) -> bool:
    """Whether a path is Unicode; Linux allows any bytes."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _id_field(subject: Subject) -> FieldPath:
    return ("release",) if subject.entity == "release" else ("id",)
