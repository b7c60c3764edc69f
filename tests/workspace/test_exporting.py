"""Products on disk: written, found stale, refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.errors import StoreError, UsageError
from stdtree.workspace import Workspace
from stdtree.workspace.exporting import stale
from tests.repos import Repo
from tests.workspace.systems import BROKERS, Opened, contents, release, replace, revise


@pytest.fixture
def released(system: Repo) -> Repo:
    """The system after two releases."""
    release(system, "1.0")
    revise(system)
    release(system, "1.1")
    return system


def test_exporting_a_release_again_changes_nothing(released: Repo, opened: Opened) -> None:
    """Same content, same bytes: what a release wrote is what an export writes."""
    before = contents(released.root)

    written = [*opened().export("1.0"), *opened().export("1.1", against="1.0")]

    assert "exports/1.0/taxonomy.json" in written
    assert any(path.startswith("exports/1.0..1.1/") for path in written)
    assert contents(released.root) == before


def test_stale_products_are_named(released: Repo, opened: Opened) -> None:
    """Missing or changed; nothing is written."""
    workspace = opened()
    assert stale(workspace, "1.1") == stale(workspace, "1.1", against="1.0") == ()

    snapshot = released.root / "exports/1.1/taxonomy.json"
    product = min((released.root / "exports/1.1").glob("*.csv"))
    snapshot.unlink()
    product.write_bytes(b"x")
    before = contents(released.root)

    assert set(stale(opened(), "1.1")) == {
        "exports/1.1/taxonomy.json",
        f"exports/1.1/{product.name}",
    }
    assert contents(released.root) == before


def test_into_a_folder_of_the_users_choice(folder: Path, tmp_path: Path) -> None:
    """One product of the files as they are now, without git."""
    written = Workspace.open(folder).export("WORK", only=["snapshot-json"], into=tmp_path / "out")

    assert [Path(path).name for path in written] == ["taxonomy.json"]
    assert Path(written[0]).is_file()
    assert not (folder / "exports").exists()


def test_drafts_are_not_exported(folder: Path) -> None:
    """Not even from the files as they are now."""
    replace(folder, BROKERS, "\ntitle:", "\nstatus: draft\ntitle:")
    (path,) = Workspace.open(folder).export("WORK", only=["snapshot-json"])
    assert "brokers" not in (folder / path).read_text(encoding="utf-8")


@pytest.mark.usefixtures("released")
@pytest.mark.parametrize(
    ("only", "against", "hint"),
    [
        ("snapshot", None, "snapshot-json"),
        ("snapshot-json", "1.0", "there are"),
        ("q", None, "are"),
    ],
)
def test_unknown_products(opened: Opened, *, only: str, against: str | None, hint: str) -> None:
    """A product of a release is none of a difference; the hint says what there is."""
    with pytest.raises(UsageError) as told:
        opened().export("1.1", only=[only], against=against)
    assert told.value.hint
    assert hint in told.value.hint.en


def test_a_place_that_cannot_be_written(folder: Path, tmp_path: Path) -> None:
    """A file where a folder should be: said, without a traceback."""
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot write"):
        Workspace.open(folder).export("WORK", into=tmp_path / "out")


def test_what_cannot_be_read_is_not_left_out_in_silence(folder: Path) -> None:
    """A product of half a system would look like a whole one."""
    (folder / BROKERS).write_text("id: [", encoding="utf-8")
    with pytest.raises(StoreError, match=BROKERS) as told:
        Workspace.open(folder).export("WORK")
    assert told.value.hint
    assert told.value.hint.en.endswith("stdtree check")
    assert not (folder / "exports").exists()
