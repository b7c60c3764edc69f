"""Texts of an editor over the files: what counts is what is shown, as if it were saved."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.edit import decode
from stdtree.errors import StoreError
from stdtree.store.file_tree import DiskTree, MemoryTree
from stdtree.store.load import Loaded, load
from stdtree.workspace import Workspace
from stdtree.workspace.overlay import Overlay
from tests.effort import one_in

FOLDER = "taxonomy/categories"
TRANSFER = f"{FOLDER}/technology-transfer/technology-transfer.yaml"
TRADING = f"{FOLDER}/transfer-services/technology-trading.yaml"
SYSTEM = "taxonomy/system.yaml"
NEW = f"{FOLDER}/new.yaml"
TODAY = "2026-11-22"


@pytest.fixture(scope="module")
def root(sample_repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample; no test of this module writes a file."""
    folder = tmp_path_factory.mktemp("overlay") / "system"
    shutil.copytree(sample_repository, folder, symlinks=True)
    return folder


def _variants(root: Path, path: str) -> Iterator[bytes | None]:
    """Texts that can be read, for a file: what is there, and edits that mean something."""
    yield None
    text = (root / path).read_text("utf-8") if (root / path).exists() else ""
    if path == NEW:
        yield b"id: new\ncode: BZ\nparent: technology-transfer\ntitle: {zh: \xe6\x96\xb0}\n"
        return
    yield text.encode()
    yield text.replace("zh: 技术", "zh: 新技术").encode()
    yield text.replace("\nparent: ", "\nparent: no-").encode()
    yield text.replace("\nid: technology", "\nid: other").encode()
    yield text.replace("  - id: gbt-", "  - id: gbx-").encode()
    yield (text + "unknown: field\n").encode()
    yield text.replace("missing-translation: note", "missing-translation: off").encode()


def _state(loaded: Loaded) -> tuple[object, ...]:
    """All that loading gives, but for the digests of files."""
    places = {subject: source.path for subject, source in loaded.sources.items()}
    return loaded.taxonomy, loaded.findings, places, loaded.unreadable


@one_in(3)
@given(st.data())
def test_as_if_it_were_saved(root: Path, data: st.DataObject) -> None:
    """After any sequence of texts shown and closed: what loading these files anew gives."""
    overlay = Overlay(Workspace.open(root))
    shown: dict[str, bytes] = {}
    for _ in range(data.draw(st.integers(1, 5))):
        path = data.draw(st.sampled_from([TRANSFER, TRADING, SYSTEM, NEW]))
        text = data.draw(st.sampled_from(list(_variants(root, path))))
        if text is None:
            shown.pop(path, None)
            overlay.hide(path)
        else:
            shown[path] = text
            overlay.show(path, text)
    disk = DiskTree(root)
    files = {path: disk.read(path) for path in disk.files()} | shown
    anew = load(MemoryTree(files))

    assert _state(overlay.loaded) == _state(anew)
    assert not overlay.broken


def test_a_broken_text_counts_for_nothing(root: Path) -> None:
    """The last that could be read stays in the tree; the finding is of what is shown."""
    overlay = Overlay(Workspace.open(root))
    text = (root / TRANSFER).read_text("utf-8")
    before = overlay.findings(today=TODAY)
    overlay.show(TRANSFER, text.replace("code: BB", "code: BZ").encode())
    overlay.show(TRANSFER, b"id: [")
    broken = overlay.taxonomy.categories["technology-transfer"]
    found = {f.rule for f in overlay.findings(today=TODAY) if f.place and f.place.path == TRANSFER}

    assert broken.code == "BZ"
    assert found == {"unreadable-file"}
    assert overlay.text(TRANSFER) == "id: ["

    overlay.read_again()
    assert overlay.taxonomy.categories["technology-transfer"] == broken

    overlay.hide(TRANSFER)
    assert overlay.findings(today=TODAY) == before


def test_what_cannot_be_read_is_not_edited(root: Path) -> None:
    """Whoever asks for the files of an edit is told which one is in the way."""
    overlay = Overlay(Workspace.open(root))
    recode = decode("recode-category", {"id": "technology-transfer", "code": "BZ"})
    after = recode.apply(overlay.taxonomy)
    assert {TRANSFER, TRADING} <= {write.path for write in overlay.writes(after)}

    overlay.show(TRADING, b"title: [")

    with pytest.raises(StoreError) as refused:
        overlay.writes(recode.apply(overlay.taxonomy))
    assert TRADING in refused.value.message.en


def test_files_that_are_none_of_ours(root: Path) -> None:
    """Other files of the repository may be open, too."""
    overlay = Overlay(Workspace.open(root))
    before = overlay.loaded
    overlay.show("README.md", b"# Hello")
    overlay.hide("README.md")

    assert overlay.loaded is before


def test_files_that_others_write(root: Path, tmp_path: Path) -> None:
    """Changed, removed and new ones, few or many, count as they are; what is shown stays."""
    folder = tmp_path / "system"
    shutil.copytree(root, folder, symlinks=True)
    overlay = Overlay(Workspace.open(folder))
    text = (folder / TRANSFER).read_bytes()
    overlay.show(TRANSFER, text)
    (folder / TRANSFER).write_bytes(text.replace(b"code: BB", b"code: BZ"))
    (folder / TRADING).unlink()
    new = next(filter(None, list(_variants(root, NEW))))
    (folder / NEW).write_bytes(new)

    overlay.look_at([TRANSFER, TRADING, NEW, "README.md"])
    assert overlay.taxonomy.categories["technology-transfer"].code == "BB"

    overlay.hide(TRANSFER)
    assert _state(overlay.loaded) == _state(load(DiskTree(folder)))

    overlay.look_at([path for path in DiskTree(folder).files() if path != TRADING])
    assert _state(overlay.loaded) == _state(load(DiskTree(folder)))
