"""A changed taxonomy → the files that change, and nothing else."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.model.category import Category, ordered
from stdtree.model.finding import Subject
from stdtree.model.grouping import differing
from stdtree.model.organization import Organizations
from stdtree.model.taxonomy import Taxonomy
from stdtree.store import layout, yaml_text, yaml_write
from stdtree.store.atomic import Write, locked, write_files
from stdtree.store.decode import decode, encode
from stdtree.store.file_tree import Unreadable
from stdtree.store.load import ORGANIZATIONS, SYSTEM, Loaded, Source, findings_of
from stdtree.store.schema import Mismatch
from stdtree.store.splice import splice

_BOM = b"\xef\xbb\xbf"
_FOLDERS = {
    "consultation": layout.CONSULTATIONS,
    "release": layout.RELEASES,
    "correspondence": layout.CORRESPONDENCES,
}


def save(
    loaded: Loaded, taxonomy: Taxonomy, *, root: Path, private: Path
) -> tuple[Loaded, tuple[str, ...]]:
    """Writes what differs from `loaded`; returns what is loaded then, and the paths written.

    All the files are written or none. Raises OutsideChange if one of them is not what it was when
    it was loaded, StoreError if the disk does not let us or an edit has no place in its file.
    """
    with locked(private):
        plans = list(_plans(loaded, taxonomy))
        write_files(root, private, [write for write, _ in plans])
    sources = dict(loaded.sources)
    for write, subject in plans:
        if write.new is None:
            del sources[subject]
        else:
            sources[subject] = Source(write.path, hashlib.sha256(write.new).digest())
    paths = tuple(write.path for write, _ in plans)
    saved = loaded.rewritten(taxonomy, sources, paths)
    saved.findings = saved.placed(findings_of(saved, paths))
    return saved, paths


def planned(loaded: Loaded, taxonomy: Taxonomy) -> tuple[Write, ...]:
    """What `save` would write, for those who write by other means. Raises StoreError like it."""
    return tuple(write for write, _ in _plans(loaded, taxonomy))


def canonical_text(path: str, value: Any) -> str:
    """A whole file in canonical style, with the line that tells editors its schema."""
    kind = layout.kind_at(path)
    head = layout.modeline(path, kind.name) if kind else ""
    return yaml_write.write(encode(value), head=head)


def _plans(loaded: Loaded, taxonomy: Taxonomy) -> Iterator[tuple[Write, Subject]]:
    for subject, before, after in _changed(loaded.taxonomy, taxonomy):
        source = loaded.sources.get(subject)
        if source is None:
            path = _new_path(loaded, subject, after, taxonomy)
            yield Write(path, None, canonical_text(path, after).encode()), subject
        elif after is None:
            yield Write(source.path, source.digest, None), subject
        else:
            data = _spliced(loaded, source, before, after)
            if hashlib.sha256(data).digest() != source.digest:
                yield Write(source.path, source.digest, data), subject


def _changed(old: Taxonomy, new: Taxonomy) -> Iterator[tuple[Subject, Any, Any]]:
    """What stands in a file of its own: before and after."""
    if new.system != old.system:
        yield SYSTEM, old.system, new.system
    if new.organizations != old.organizations:
        yield ORGANIZATIONS, _organizations(old), _organizations(new)
    tables: tuple[tuple[Any, Mapping[str, Any], Mapping[str, Any]], ...] = (
        ("category", old.categories, new.categories),
        ("consultation", old.consultations, new.consultations),
        ("release", old.releases, new.releases),
        ("correspondence", old.correspondences, new.correspondences),
    )
    for entity, before, after in tables:
        for key in sorted(differing(before, after), key=lambda key: (key not in after, key)):
            if before.get(key) != after.get(key):
                yield Subject(entity, key), before.get(key), after.get(key)


def _organizations(taxonomy: Taxonomy) -> Organizations:
    return Organizations(organizations=tuple(taxonomy.organizations.values()))


def _new_path(loaded: Loaded, subject: Subject, value: Any, taxonomy: Taxonomy) -> str:
    if subject in (SYSTEM, ORGANIZATIONS):
        return layout.SYSTEM if subject == SYSTEM else layout.ORGANIZATIONS
    if subject.entity != "category":
        return f"{_FOLDERS[subject.entity]}/{subject.id}.yaml"
    near = [value.parent, *(child.id for child in taxonomy.children(value.parent))]
    beside = (loaded.sources.get(Subject("category", name)) for name in near if name)
    found = next((source.path for source in beside if source), None)
    return layout.category_path(subject.id, found)


def _spliced(loaded: Loaded, source: Source, before: Any, after: Any) -> bytes:
    """The bytes of a file with an edit, read again before anybody writes them."""
    try:
        data = loaded.tree.read(source.path)
    except (KeyError, Unreadable):
        data = b""
    kind = layout.kind_at(source.path)
    if kind is None or hashlib.sha256(data).digest() != source.digest:
        return b""  # write_files refuses: the file is not what it was
    mark = _BOM if data.startswith(_BOM) else b""
    value = yaml_text.read(data).value
    old, new = encode(before), encode(after)
    made = mark + splice(data[len(mark) :].decode(), value, old=old, new=new).encode()
    again = decode(kind, yaml_text.read(made).value)
    lost = _lost(decode(kind, value).problems, again.problems)
    kept = all(_is_meant(problem, value, old=old, new=new) for problem in lost)
    if not kept or _comparable(again.value) != _comparable(after):
        raise StoreError(
            Label(
                f"{source.path} 的写法特殊，无法只改动此处",
                f"{source.path} is written in a way that cannot be edited in place",
            ),
            Label(
                f"先改正 stdtree check 报告的问题，或运行：stdtree fmt {source.path}",
                f"first mend what stdtree check reports, or run: stdtree fmt {source.path}",
            ),
        )
    return made


def _comparable(value: Any) -> Any:
    return ordered(value) if isinstance(value, Category) else value


def _lost(before: Sequence[Mismatch], after: Sequence[Mismatch]) -> Iterator[Mismatch]:
    """What could not be understood in a file and is no longer in it."""
    left = Counter(_told(problem) for problem in after)
    for problem in before:
        left[_told(problem)] -= 1
        if left[_told(problem)] < 0:
            yield problem


def _told(problem: Mismatch) -> tuple[object, ...]:
    """A problem without the positions of rows, which an edit may shift."""
    names = [part for part in problem.path if isinstance(part, str)]
    return (*names, problem.key, problem.message)


def _is_meant(
    problem: Mismatch, value: Any, *, old: Mapping[str, Any], new: Mapping[str, Any]
) -> bool:
    """Whether an edit meant to do away with what could not be understood.

    It did if it set or removed that very field, or a row that it knew by its id.
    """
    field, *inside = problem.where
    if old.get(str(field)) == new.get(str(field)):
        return False
    if not any(isinstance(part, int) for part in inside):
        return True
    row = value[field][inside[0]] if isinstance(inside[0], int) else None
    known = [item["id"] for item in old.get(str(field), ()) if "id" in item]
    return isinstance(row, Mapping) and row.get("id") in known
