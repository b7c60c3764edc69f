"""Starting a system: an empty one in a folder, or the sample with its history."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.model.category import Category
from stdtree.model.ids import slug
from stdtree.model.organization import Organizations
from stdtree.model.release import release_key
from stdtree.model.system import Level, System
from stdtree.store import git_refusals, layout, schema
from stdtree.store.disk import replace_file, writing
from stdtree.store.file_tree import DiskTree
from stdtree.store.git import Repository
from stdtree.store.load import Loaded, load
from stdtree.store.save import canonical_text
from stdtree.store.snapshot import decode_snapshot

if TYPE_CHECKING:
    from stdtree.model.release import Release, Snapshot

_LEVELS = (
    Level(id="part", title={"zh": "部分", "en": "Part"}, pattern="[A-Z]"),
    Level(
        id="domain", title={"zh": "领域", "en": "Domain"}, pattern="[A-Z]{2}", extends_parent=True
    ),
    Level(
        id="group",
        title={"zh": "组", "en": "Group"},
        pattern="[A-Z]{2}[0-9]{1,2}",
        extends_parent=True,
    ),
)


@writing()
def start(folder: Path, title: Mapping[str, str]) -> tuple[str, ...]:
    """A new system with one category, the schemas, and git; the paths written.

    Raises StoreError if there is a system already, or if the disk does not let us.
    """
    _refuse_existing(folder)
    name = slug(title.get("en", ""), fallback="system")
    levels = tuple(replace(level, title=_spoken(level.title, title)) for level in _LEVELS)
    system = System(id=name, title=dict(title), format=1, languages=tuple(title), levels=levels)
    basics = _spoken({"zh": "基础通用", "en": "General"}, title)
    first = Category(id="general", code="A", status="draft", title=basics)
    values: dict[str, object] = {
        layout.SYSTEM: system,
        layout.ORGANIZATIONS: Organizations(organizations=()),
        layout.category_path(first.id): first,
    }
    files = {path: canonical_text(path, value).encode() for path, value in values.items()}
    files |= dict(_schemas())
    return _write(folder, files)


def _spoken(text: Mapping[str, str], languages: Iterable[str]) -> dict[str, str]:
    """A text of ours in the languages of a system, in English where we do not speak one."""
    return {tag: text.get(tag, text["en"]) for tag in languages}


@writing()
def start_sample(folder: Path) -> tuple[str, ...]:
    """A git repository with the sample system, a commit and a tag for each of its releases.

    The paths that are there in the end. Raises StoreError if there is a system already, or if
    the disk does not let us.
    """
    _refuse_existing(folder)
    source = _sample_folder()
    sample = load(DiskTree(source))
    there = set(_write(folder, dict(_schemas())))
    repository = Repository.find(folder)
    if repository is None:
        raise StoreError(
            Label(f"{folder} 中没有 git 仓库", f"there is no git repository in {folder}"),
            Label("运行：git init", "run: git init"),
        )
    for name in sorted(sample.taxonomy.releases, key=release_key):
        record = sample.taxonomy.releases[name]
        files = _release_files(source, sample, record)
        gone = {path for path in there if _is_content(path)} - files.keys()
        for path, data in files.items():
            replace_file(folder / path, data)
        for path in gone:
            (folder / path).unlink()
        there |= files.keys()
        date = f"{record.date}T09:00:00+08:00"
        message = f"taxonomy: release {name}\n"
        revision = repository.commit(sorted(there), message, date=date)
        repository.annotated_tag(f"taxonomy/{name}", revision, message, date=date)
        there -= gone
    return tuple(sorted(there))


def _is_content(path: str) -> bool:
    """Whether a file changes from release to release; records and products only accumulate."""
    return path.startswith(f"{layout.TAXONOMY}/") and not path.startswith(f"{layout.RELEASES}/")


def _release_files(source: Path, sample: Loaded, record: Release) -> dict[str, bytes]:
    """The files of the repository as they were when `record` was released."""
    name = record.release
    newest = max(sample.taxonomy.releases, key=release_key)
    files = dict(_exports(source, record))
    if name == newest:
        return files | {path: (source / path).read_bytes() for path in sample.tree.files()}
    path = layout.snapshot_path(name)
    snapshot = decode_snapshot((source / path).read_bytes(), path)
    values = dict(_contents(sample, snapshot))
    values[f"{layout.RELEASES}/{name}.yaml"] = record
    return files | {path: canonical_text(path, value).encode() for path, value in values.items()}


def _contents(sample: Loaded, snapshot: Snapshot) -> Iterator[tuple[str, object]]:
    yield layout.SYSTEM, snapshot.system
    yield layout.ORGANIZATIONS, Organizations(organizations=snapshot.organizations)
    for subject, source in sample.sources.items():
        if subject.entity == "consultation":
            consultation = sample.taxonomy.consultations[subject.id]
            if release_key(consultation.release) <= release_key(snapshot.release):
                yield source.path, consultation
    paths = {
        subject.id: source.path
        for subject, source in sample.sources.items()
        if subject.entity == "category"
    }
    for category in snapshot.categories:
        yield paths.get(category.id, layout.category_path(category.id)), category


def _exports(source: Path, record: Release) -> Iterator[tuple[str, bytes]]:
    folders = [record.release]
    if record.previous:
        folders.append(f"{record.previous}..{record.release}")
    for folder in folders:
        for path in sorted((source / layout.EXPORTS / folder).rglob("*")):
            if path.is_file():
                yield path.relative_to(source).as_posix(), path.read_bytes()


def _sample_folder() -> Path:
    """Where the sample lies: in the installed package, or at the root of the source tree."""
    package = Path(str(resources.files("stdtree")))
    return package / "sample" if (package / "sample").is_dir() else package.parents[1]


def _schemas() -> Iterator[tuple[str, bytes]]:
    folder = schema.folder()
    for path in sorted(folder.rglob("*.json")):
        yield f"schemas/{path.relative_to(folder).as_posix()}", path.read_bytes()


def _write(folder: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    if shutil.which("git") is None:
        raise git_refusals.missing()
    folder.mkdir(parents=True, exist_ok=True)
    if Repository.find(folder) is None:
        Repository.init(folder)
    for path, data in files.items():
        replace_file(folder / path, data)
    return tuple(sorted(files))


def _refuse_existing(folder: Path) -> None:
    if (folder / layout.TAXONOMY).exists():
        raise StoreError(
            Label(f"{folder} 中已有 taxonomy/", f"there is a taxonomy/ in {folder} already"),
            Label(
                "换一个文件夹，或直接打开：stdtree tui",
                "take another folder, or open it: stdtree tui",
            ),
        )
