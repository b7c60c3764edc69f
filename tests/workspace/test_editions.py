"""Names: releases by tag and by snapshot, the files now, the index, git revisions."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from stdtree.errors import StoreError, UsageError
from stdtree.model.canonical import digest
from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.workspace.systems import BROKERS, Opened, release, rename, replace, revise

SNAPSHOT = "exports/1.0/taxonomy.json"


@pytest.fixture
def released(system: Repo) -> Repo:
    """The system after release 1.0 and a committed change."""
    release(system, "1.0")
    revise(system)
    return system


def test_names(released: Repo, opened: Opened) -> None:
    """Releases, oldest first, then WORK."""
    assert opened().names() == ("1.0", "WORK")
    release(released, "1.1")
    release(released, "1.1.1", reason={"zh": "无变更"})
    assert opened().names() == ("1.0", "1.1", "1.1.1", "WORK")


@pytest.mark.parametrize("without", ["nothing", "git", "tag", "snapshot", "record"])
def test_a_release_whatever_is_missing(released: Repo, opened: Opened, without: str) -> None:
    """Tag, snapshot and record each stand in for the others; 1.0.0 is 1.0."""
    wanted = opened().edition("1.0")
    match without:
        case "git":
            shutil.rmtree(released.root / ".git")
        case "tag":
            released.git("tag", "--delete", "taxonomy/1.0")
        case "snapshot":
            (released.root / SNAPSHOT).unlink()
        case "record":
            (released.root / "taxonomy/releases/1.0.yaml").unlink()

    found = opened().edition("1.0.0")

    assert (found.name, found.digest, found.date) == ("1.0", wanted.digest, "2027-03-01")
    assert found.taxonomy == wanted.taxonomy
    assert "assessment" not in found.taxonomy.categories


def test_a_tag_made_by_hand(system: Repo, opened: Opened) -> None:
    """Without any snapshot the files at the tag are read, drafts left out."""
    replace(system.root, BROKERS, "title:", "status: draft\ntitle:")
    system.commit_all()
    system.git("tag", "--annotate", "taxonomy/0.1", "-m", "by hand")

    found = opened().edition("0.1")

    assert "transfer" in found.taxonomy.categories
    assert "brokers" not in found.taxonomy.categories


@pytest.mark.parametrize("where", ["snapshot", "record", "tag", "digest"])
def test_a_release_that_was_changed(released: Repo, opened: Opened, where: str) -> None:
    """Snapshot, record and tag disagree: nothing is guessed, exit 2."""
    snapshot = released.root / SNAPSHOT
    match where:
        case "snapshot":
            snapshot.write_bytes(
                snapshot.read_bytes().replace("类目brokers".encode(), "改".encode())
            )
        case "digest":
            good = opened().edition("1.0").digest
            snapshot.write_bytes(
                snapshot.read_bytes().replace(good.encode(), b"sha256:" + b"0" * 64)
            )
        case "record":
            good = opened().edition("1.0").digest
            replace(released.root, "taxonomy/releases/1.0.yaml", good, "sha256:" + "0" * 64)
        case "tag":
            release(released, "1.1")
            move_tag(released)

    with pytest.raises(StoreError, match=r"release 1\.0 was changed") as told:
        opened().edition("1.0")

    assert told.value.exit_code == 2
    assert told.value.hint
    assert "git checkout taxonomy/1.0" in told.value.hint.en


def move_tag(repo: Repo) -> None:
    """Moves the tag 1.0 to a commit that holds another snapshot of that name."""
    snapshot = repo.root / SNAPSHOT
    good = snapshot.read_bytes()
    shutil.copy(repo.root / "exports/1.1/taxonomy.json", snapshot)
    repo.commit_all("another content")
    repo.git("tag", "--force", "taxonomy/1.0", "HEAD")
    snapshot.write_bytes(good)


def test_a_snapshot_that_is_none(released: Repo, opened: Opened) -> None:
    """Said with the way to restore it."""
    (released.root / SNAPSHOT).write_bytes(b"{}")
    with pytest.raises(StoreError) as told:
        opened().edition("1.0")
    assert told.value.hint
    assert told.value.hint.en.endswith(f"git checkout taxonomy/1.0 -- {SNAPSHOT}")


def test_work_and_index(released: Repo, opened: Opened) -> None:
    """WORK is what the user sees, unsaved edits included; INDEX is what is staged."""
    replace(released.root, BROKERS, "类目brokers", "已暂存")
    released.git("add", BROKERS)
    replace(released.root, BROKERS, "已暂存", "在磁盘")
    workspace = opened()
    workspace.apply(rename("transfer", "未保存"))

    work, index = workspace.edition("WORK"), workspace.edition("INDEX")

    assert work.taxonomy is workspace.taxonomy
    assert work.digest == digest(workspace.taxonomy)
    assert index.taxonomy.categories["brokers"].title["zh"] == "已暂存"
    assert index.taxonomy.categories["transfer"].title["zh"] == "类目transfer"


def test_revisions(released: Repo, opened: Opened) -> None:
    """Branches, HEAD~1 and hex ids; rev: forces a revision where a release has the name."""
    released.git("branch", "1.0")
    workspace = opened()

    for name in ("main", "HEAD", released.git("rev-parse HEAD"), "rev:1.0"):
        assert "assessment" in workspace.edition(name).taxonomy.categories, name
    for name in ("HEAD~1", "1.0", "taxonomy/1.0"):
        assert "assessment" not in workspace.edition(name).taxonomy.categories, name


@pytest.mark.parametrize("name", ["1.2", "mian", "--output=x", "", "rev:", "rev:1.9", "9.9.9.9"])
def test_unknown_names(released: Repo, opened: Opened, name: str) -> None:
    """Said with what there is, or with what was probably meant."""
    with pytest.raises(UsageError) as told:
        opened().edition(name)
    assert told.value.hint
    assert "1.0" in told.value.hint.en or "did you mean" in told.value.hint.en
    assert not (released.root / "x").exists()


def test_unknown_without_git(folder: Path) -> None:
    """Where there are no revisions, that is said."""
    with pytest.raises(UsageError) as told:
        Workspace.open(folder).edition("main")
    assert told.value.hint
    assert "no git repository" in told.value.hint.en


def test_a_shallow_clone(released: Repo, tmp_path: Path) -> None:
    """Releases come from their snapshots; what lies deeper needs the whole history."""
    released.git(
        "clone", "--quiet", "--depth=1", f"file://{released.root}", str(tmp_path / "clone")
    )
    clone = Workspace.open(tmp_path / "clone")

    assert clone.edition("1.0").date == "2027-03-01"
    with pytest.raises(UsageError) as told:
        clone.edition("HEAD~1")
    assert told.value.hint
    assert "git fetch --unshallow --tags" in told.value.hint.en


def test_a_release_of_which_only_the_record_is_here(released: Repo, tmp_path: Path) -> None:
    """It is known and yet cannot be read: the tags have to be fetched."""
    (released.root / SNAPSHOT).unlink()
    released.commit_all("exports are not kept")
    released.git("clone", "--quiet", "--no-tags", str(released.root), str(tmp_path / "clone"))

    with pytest.raises(UsageError, match=r"release 1\.0 is not here") as told:
        Workspace.open(tmp_path / "clone").edition("1.0")
    assert told.value.hint
    assert "git fetch --tags" in told.value.hint.en


def test_compare(released: Repo, opened: Opened) -> None:
    """What turns one edition into another; what cannot be read is a warning."""
    found = opened().compare("1.0", "WORK")
    assert [(change.kind, change.id) for change in found.changes] == [("added", "assessment")]
    assert (found.before.name, found.after.name, found.required) == ("1.0", "WORK", "minor")
    assert found.warnings == ()

    (released.root / BROKERS).write_text("id: [", encoding="utf-8")
    assert BROKERS in opened().compare("1.0", "WORK").warnings[0].en


def test_an_unreadable_system_is_no_change(released: Repo, opened: Opened) -> None:
    """Nothing is known of it, which a warning says: what stands in for it is no news."""
    (released.root / "taxonomy/system.yaml").write_text("id: [", encoding="utf-8")
    found = opened().compare("1.0", "WORK")
    assert [(change.kind, change.id) for change in found.changes] == [("added", "assessment")]
    assert "taxonomy/system.yaml" in found.warnings[0].en
