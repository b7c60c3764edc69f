"""Loading: every bad file is a finding at its place, and the rest loads."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from stdtree.errors import StoreError
from stdtree.model.finding import Subject
from stdtree.store.file_tree import MAX_BYTES, DiskTree, MemoryTree
from stdtree.store.load import UNREADABLE_SYSTEM, findings_of, load
from tests import trees
from tests.store import files

GOOD = b"id: good\ntitle:\n  zh: x\n"
BAD_BYTES = [
    ("not utf-8", "id: bad\ntitle:\n  zh: 技术\n".encode("gb18030"), "unreadable-file", 1, 1),
    ("utf-16", "id: bad\n".encode("utf-16"), "unreadable-file", 1, 1),
    ("bom", b"\xef\xbb\xbfid: bad\ntitle:\n  zh: x\n", "untidy-file", 1, 1),
    ("crlf", b"id: bad\r\ntitle:\r\n  zh: x\r\n", "untidy-file", 1, 1),
    ("tab", b"id: bad\ntitle:\n\tzh: x\n", "unreadable-file", 3, 1),
    ("alias", b"id: bad\ntitle: &a\n  zh: x\ndefinition: *a\n", "unsupported-yaml", 2, 8),
    ("tag", b"id: bad\ntitle: !!map\n  zh: x\n", "unsupported-yaml", 2, 8),
    ("deep", b"id: bad\ntitle: " + b"[" * 9000, "unreadable-file", 2, 71),
    ("key twice", b"id: bad\ntitle:\n  zh: x\n  zh: y\n", "duplicate-key", 4, 3),
    ("two documents", b"id: bad\ntitle:\n  zh: x\n---\na: b\n", "unsupported-yaml", 4, 1),
    ("empty", b"", "schema", 1, 1),
    ("comments only", b"# x\n", "schema", 1, 1),
    ("list", b"- a\n", "schema", 1, 1),
    ("text", b"a\n", "schema", 1, 1),
    ("control characters", b"id: bad\ntitle:\n  zh: \x1b[31m\n", "unreadable-file", 3, 7),
    ("bad field", b"id: bad\ntitle: {zh: x}\nstatus: activ\n", "schema", 3, 9),
    ("unknown field", b"id: bad\ntitle:\n  zh: x\nstatsu: active\n", "schema", 4, 1),
    ("bad row", b"id: bad\ntitle:\n  zh: x\nstandards:\n  - id: s\n", "schema", 5, 5),
    ("another id", b"id: other\ntitle:\n  zh: x\n", "duplicate-id", 1, 5),
    ("id taken", b"title:\n  zh: x\nid: a-good\n", "duplicate-id", 3, 5),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "rule", "line", "column"),
    [case[1:] for case in BAD_BYTES],
    ids=[case[0] for case in BAD_BYTES],
)
def test_a_bad_file_is_a_finding(data: bytes, rule: str, line: int, column: int) -> None:
    """What is wrong is said where it stands; the file beside it loads."""
    tree = MemoryTree({
        files.SYSTEM_PATH: files.SYSTEM,
        files.path("a-good"): GOOD.replace(b"good", b"a-good"),
        files.path("bad"): data,
    })  # fmt: skip

    found = load(tree)

    assert "a-good" in found.taxonomy.categories
    assert (rule, f"{files.path('bad')}:{line}:{column}") in files.said(found)
    assert all(str(finding.place).startswith(files.path("bad")) for finding in found.findings)


def test_what_is_no_plain_file_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Links, pipes, sockets and huge files are not opened; folders may be called anything."""
    files.write(tmp_path, {files.SYSTEM_PATH: files.SYSTEM, files.path("good"): GOOD})
    folder = tmp_path / "taxonomy" / "categories"
    (folder / "link.yaml").symlink_to(folder / "good.yaml")
    (folder / "nowhere.yaml").symlink_to("/nonexistent")
    (folder / "linked").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.yaml")
    with (folder / "huge.yaml").open("wb") as huge:
        huge.truncate(MAX_BYTES + 1)
    files.write(folder, {"a folder.yaml/组/服务 x.yaml": b"id: fu-wu\ntitle: {zh: x}\n"})
    server = socket.socket(socket.AF_UNIX)
    monkeypatch.chdir(folder)  # the address of a socket must be short
    server.bind("plug.yaml")
    server.close()

    found = files.opened(tmp_path)

    assert found.taxonomy.categories.keys() == {"good", "fu-wu"}
    rules = {Path(str(f.place)).name.partition(".")[0]: f.rule for f in found.findings}
    assert rules == {
        "link": "unreadable-file", "nowhere": "unreadable-file", "pipe": "unreadable-file",
        "huge": "unreadable-file", "plug": "unreadable-file", "linked:1:1": "misplaced-file",
        "服务 x": "duplicate-id",
    }  # fmt: skip
    assert found.unreadable == {"link", "nowhere", "pipe", "huge", "plug"}


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    """Linux allows any bytes as a name; we say it in characters that every screen can show."""
    files.write(tmp_path, {files.SYSTEM_PATH: files.SYSTEM, files.path("good"): GOOD})
    name = os.fsdecode(b"caf\xe9.yaml")
    try:
        (tmp_path / "taxonomy" / "categories" / name).write_bytes(GOOD)
    except OSError:
        pytest.skip("this file system has text names only")

    finding = files.only(files.opened(tmp_path), "misplaced-file")

    assert finding.subject.id.isprintable()
    finding.subject.id.encode()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    """A file that may not be read is a finding, a folder that may not be listed stops us."""
    files.write(tmp_path, {files.SYSTEM_PATH: files.SYSTEM, files.path("good"): GOOD})
    (tmp_path / files.path("good")).chmod(0)

    assert files.only(files.opened(tmp_path), "unreadable-file").subject.id == files.path("good")

    (tmp_path / "taxonomy" / "categories").chmod(0)
    with pytest.raises(StoreError):
        files.opened(tmp_path)


def test_a_linked_taxonomy_is_refused(tmp_path: Path) -> None:
    """No link is followed, not even the first."""
    files.write(tmp_path / "there", {files.SYSTEM_PATH: files.SYSTEM})
    (tmp_path / "taxonomy").symlink_to(tmp_path / "there" / "taxonomy")

    with pytest.raises(StoreError):
        files.opened(tmp_path)


def test_a_file_that_goes_away_is_not_there(tmp_path: Path) -> None:
    """Between listing and reading, somebody may delete a file."""
    files.write(tmp_path, {files.SYSTEM_PATH: files.SYSTEM, files.path("good"): GOOD})

    class Vanishing(DiskTree):
        def read(self, path: str) -> bytes:
            (self.root / files.path("good")).unlink(missing_ok=True)
            return super().read(path)

    assert load(Vanishing(tmp_path)).taxonomy.categories == {}


def test_misplaced_files() -> None:
    """What stands where nothing belongs is a warning, and is not read."""
    places = [
        "taxonomy/readme.md",
        "taxonomy/x.yaml",
        "taxonomy/categories/a.yml",
        "taxonomy/categoriesx/a.yaml",
    ]
    found = load(MemoryTree({files.SYSTEM_PATH: files.SYSTEM, **dict.fromkeys(places, b"\xff")}))

    assert sorted(f.subject.id for f in found.findings) == sorted(places)
    assert {(f.rule, f.severity.value) for f in found.findings} == {("misplaced-file", "warning")}


@pytest.mark.parametrize(
    ("data", "rule", "message"),
    [
        (None, "unreadable-file", "没有 taxonomy/system.yaml"),
        (b"a: [", "unreadable-file", ""),
        (b"id: x\n", "schema", ""),
    ],
)
def test_without_a_system_the_categories_load(data: bytes | None, rule: str, message: str) -> None:
    """A stand-in takes the place of a system.yaml that is missing or wrong."""
    given = {} if data is None else {files.SYSTEM_PATH: data}

    found = load(MemoryTree({files.path("good"): GOOD, **given}))

    assert found.taxonomy.system == UNREADABLE_SYSTEM
    assert not found.system_is_readable
    assert found.taxonomy.categories.keys() == {"good"}
    assert {f.rule for f in found.findings} == {rule}
    assert message in found.findings[0].message.zh


def test_ids_of_rows_are_unique() -> None:
    """A standard or body that occurs twice is found at the second one."""
    row = "  - id: s\n    title: {zh: x}\n"
    given = {
        files.SYSTEM_PATH: files.SYSTEM,
        files.path("a"): f"id: a\ntitle: {{zh: x}}\nstandards:\n{row}{row}".encode(),
        files.path("b"): f"id: b\ntitle: {{zh: x}}\nstandards:\n{row}".encode(),
        "taxonomy/organizations.yaml": (
            b"organizations:\n" + b"- {id: o, name: {zh: x}, kind: other}\n" * 2
        ),
    }

    found = load(MemoryTree(given))

    assert files.said(found) == [
        ("duplicate-id", f"{files.path('a')}:6:9"),
        ("duplicate-id", f"{files.path('b')}:4:9"),
        ("duplicate-id", "taxonomy/organizations.yaml:3:8"),
    ]


CATEGORY = """\
# 头
id: a
title:
  zh: 甲
  en: A
excludes:
  - zh: 乙
    see: b
standards:
  - id: s
    title: {zh: 丙}
"""
PLACES = [
    (Subject("category", "a"), (), 2, 1),
    (Subject("category", "a"), ("title",), 3, 1),
    (Subject("category", "a"), ("title", "en"), 5, 7),
    (Subject("category", "a"), ("title", "fr"), 3, 1),
    (Subject("category", "a"), ("code",), 2, 1),
    (Subject("category", "a"), ("excludes", 0, "see"), 8, 10),
    (Subject("category", "a"), ("excludes", 7), 6, 1),
    (Subject("standard", "s"), (), 10, 5),
    (Subject("standard", "s"), ("title", "zh"), 11, 17),
    (Subject("standard", "s"), ("number",), 10, 5),
]


@pytest.mark.parametrize(("subject", "field", "line", "column"), PLACES)
def test_locates_fields(
    subject: Subject, field: tuple[str | int, ...], line: int, column: int
) -> None:
    """A field, or the nearest thing to it."""
    place = files.loaded(a=CATEGORY).locate(subject, field)

    assert str(place) == f"{files.path('a')}:{line}:{column}"


def test_locates_what_is_not_in_a_category() -> None:
    """Facets stand in system.yaml, bodies in organizations.yaml, files in themselves."""
    given = files.of(trees.sample())
    found = load(MemoryTree(given))

    for subject, path, text in (
        (Subject("facet", "chain"), "taxonomy/system.yaml", "  chain:"),
        (Subject("system", ""), "taxonomy/system.yaml", "id: demo"),
        (Subject("organization", "board"), "taxonomy/organizations.yaml", "  - id: board"),
    ):
        place = found.locate(subject)
        assert place is not None
        assert place.path == path
        assert given[path].decode().split("\n")[place.line - 1] == text
    assert (
        str(found.locate(Subject("file", files.path("terms")), ("code",)))
        == f"{files.path('terms')}:3:7"
    )
    assert found.locate(Subject("category", "none")) is None
    assert found.locate(Subject("standard", "none")) is None


def test_findings_follow_what_is_written(tmp_path: Path) -> None:
    """After a file was written anew, its findings are those of the new text."""
    path = files.path("a")
    files.write(tmp_path, {files.SYSTEM_PATH: files.SYSTEM, path: f"foo: bar\n{CATEGORY}".encode()})
    found = files.opened(tmp_path)
    assert files.said(found) == [("schema", f"{path}:1:1")]

    files.write(tmp_path, {path: f"{CATEGORY}foo: bar\n".encode()})

    assert [str(finding.place) for finding in findings_of(found, [path])] == [f"{path}:12:1"]
