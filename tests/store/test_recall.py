"""Files that are known from earlier runs: loading gives the same with them, and reads less."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.store import cache, load, recall
from stdtree.store.file_tree import DiskTree
from stdtree.store.load import Loaded
from stdtree.store.plumbing import ObjectReader
from tests import trees
from tests.effort import one_in
from tests.repos import Repo, isolate, repo
from tests.store import files

__all__ = ["repo"]
TRANSFER, PROMOTION = files.path("transfer"), files.path("brokers")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, used for a few files already."""
    isolate(monkeypatch, tmp_path / "home")
    ready(monkeypatch, tmp_path / "cache")
    return tmp_path / "cache"


def ready(patch: pytest.MonkeyPatch, folder: Path, *, seconds: int = 10) -> None:
    """Small systems count as large ones, and what is written now as written long ago."""
    patch.setenv(cache.VARIABLE, str(folder))
    patch.setattr(load, "MANY", 1)
    patch.setattr(recall, "_FEW", 0)
    patch.setattr(recall, "engine", lambda: b"engine")
    now = time.time_ns
    patch.setattr(time, "time_ns", lambda: now() + seconds * 10**9)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A system."""
    files.write(tmp_path / "system", files.of(trees.sample()))
    return tmp_path / "system"


def parts(found: Loaded) -> tuple[object, ...]:
    """All that loading says, the order of categories included."""
    taxonomy = found.taxonomy
    return (
        taxonomy.system,
        list(taxonomy.categories.values()),
        taxonomy.organizations,
        taxonomy.consultations,
        found.findings,
        dict(found.sources),
        found.unreadable,
    )


def anew(root: Path, variable: str = cache.VARIABLE) -> Loaded:
    """What is found without what is known."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(variable, "off")
        return files.opened(root)


def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read from now on."""
    seen: list[str] = []
    read = DiskTree.read

    def noted(tree: DiskTree, path: str) -> bytes:
        seen.append(path)
        return read(tree, path)

    monkeypatch.setattr(DiskTree, "read", noted)
    return seen


def test_files_that_are_known_are_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """But for those around the categories, and one that was changed."""
    files.opened(folder)
    (folder / TRANSFER).write_bytes(b"id: transfer\ntitle:\n  zh: x\n")
    seen = reads(monkeypatch)

    found = files.opened(folder)

    assert [path for path in seen if path.startswith("taxonomy/categories")] == [TRANSFER]
    assert parts(found) == parts(anew(folder))


def test_files_written_just_now_are_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another write might leave their times as they are; their values are known all the same."""
    monkeypatch.setattr(time, "time_ns", lambda: (folder / TRANSFER).stat().st_mtime_ns)
    files.opened(folder)
    seen = reads(monkeypatch)

    found = files.opened(folder)

    assert TRANSFER in seen
    assert parts(found) == parts(anew(folder))


def test_a_few_new_files_are_not_written_down(
    folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A start after an edit of one line leaves the cache as it is."""
    files.opened(folder)
    monkeypatch.setattr(recall, "_FEW", 1)
    before = {entry: entry.stat().st_mtime_ns for entry in place.iterdir()}
    (folder / TRANSFER).write_bytes(b"id: transfer\ntitle:\n  zh: x\n")

    files.opened(folder)

    assert {entry: entry.stat().st_mtime_ns for entry in place.iterdir()} == before


def test_a_folder_that_others_may_write_is_not_believed(
    folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Values are not checked again, so nobody else may have put them there."""
    files.opened(folder)
    place.chmod(0o777)
    seen = reads(monkeypatch)

    files.opened(folder)

    assert TRANSFER in seen


EDITS: dict[str, Callable[[Path], object]] = {
    "write": lambda file: file.write_bytes(file.read_bytes().replace(b"code: B", b"code: A", 1)),
    "break": lambda file: file.write_bytes(b"id: ["),
    "misname": lambda file: file.write_bytes(b"id: other\ntitle:\n  zh: x\n"),
    "unfit": lambda file: file.write_bytes(b"id: transfer\nstatus: old\ntitle:\n  zh: x\n"),
    "row": lambda file: file.write_bytes(
        b"id: " + file.stem.encode() + b"\ntitle:\n  zh: x\nstandards:\n"
        b"  - id: gbt-1-2020\n    title:\n      zh: x\n"
    ),
    "touch": lambda file: file.touch(),
    "old": lambda file: os.utime(file, ns=(0, 0)),
    "copy": lambda file: shutil.copy2(file, file.parent / "copied.yaml"),
    "replace": lambda file: shutil.copy2(file, file.parent / "x").replace(file),
    "rename": lambda file: file.rename(file.parent / f"moved-{file.name}"),
    "remove": lambda file: file.unlink(),
    "link": lambda file: (file.unlink(), file.symlink_to("elsewhere.yaml")),
    "folder": lambda file: (file.unlink(), file.mkdir()),
}


@one_in(2)
@given(data=st.data(), seconds=st.sampled_from([0, 10]))
def test_gives_what_reading_anew_gives(data: st.DataObject, seconds: int) -> None:
    """Warm, cold and plain, after any edits in any order, and with a damaged cache."""
    with TemporaryDirectory() as made, pytest.MonkeyPatch.context() as patch:
        folder, kept = Path(made) / "system", Path(made) / "cache"
        ready(patch, kept, seconds=seconds)
        files.write(folder, files.of(trees.sample()))
        for kind in data.draw(st.lists(st.sampled_from([*EDITS, "damage"]), max_size=5)):
            file = folder / data.draw(st.sampled_from([TRANSFER, PROMOTION]))
            if kind == "damage":
                for entry in kept.iterdir() if kept.exists() else ():
                    entry.write_bytes(entry.read_bytes()[:-1] + b"?")
            elif file.is_file() and not file.is_symlink():
                EDITS[kind](file)
            found = parts(files.opened(folder))

            assert found == parts(anew(folder))
            assert found == parts(anew(folder, "STDTREE_PLAIN"))


def test_blobs_that_are_known_are_not_read(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two revisions in another process: the same values, one object where they are the same."""
    files.write(repo.root, files.of(trees.sample()))
    before = repo.commit_all()
    (repo.root / TRANSFER).write_bytes(b"id: transfer\ntitle:\n  zh: x\n")
    after = repo.commit_all()

    def both() -> list[Loaded]:
        repository, found = repo.opened, []
        for revision in (before, after):
            with repository.tree(revision) as tree:
                found.append(load.load(tree))
        return found

    first = both()
    asked: list[str] = []
    read, read_many = ObjectReader.read, ObjectReader.read_many

    def one(reader: ObjectReader, blob: str, limit: int | None = None) -> bytes:
        asked.append(blob)
        return read(reader, blob, limit)

    def many(
        reader: ObjectReader, blobs: Iterable[str], limit: int | None = None
    ) -> Iterator[bytes]:
        asked.extend(wanted := list(blobs))
        return read_many(reader, wanted, limit)

    monkeypatch.setattr(ObjectReader, "read", one)
    monkeypatch.setattr(ObjectReader, "read_many", many)
    second = both()

    assert list(map(parts, second)) == list(map(parts, first))
    assert len(asked) <= 4, "the system and the organizations, if anything"
    old, new = (one.taxonomy.categories for one in second)
    assert [name for name in old if old[name] is not new[name]] == ["transfer"]
