"""What `check` found the last time: the same as checking anew, or not used."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.errors import StoreError
from stdtree.store import cache
from stdtree.workspace import Workspace, remembered
from stdtree.workspace.remembered import Checked, check_files
from tests import trees
from tests.effort import one_in
from tests.repos import Repo
from tests.workspace.systems import BROKERS, TRANSFER, put, release, replace


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own."""
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(remembered, "engine", lambda: b"engine")
    return tmp_path / "cache"


def anew(folder: Path, today: str = "") -> Checked:
    """What is found without the cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(cache.VARIABLE, "off")
        return check_files(Workspace.open(folder), today=today)


def from_memory(folder: Path, today: str = "") -> Checked | None:
    """What is found without checking; None if it has to be checked."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Workspace, "check", _refuse)
        try:
            return check_files(Workspace.open(folder), today=today)
        except _CheckedAnewError:
            return None


class _CheckedAnewError(Exception):
    pass


def _refuse(*_: object, **__: object) -> None:
    raise _CheckedAnewError


@pytest.mark.parametrize("seconds", [0, 10], ids=["just written", "settled"])
def test_is_remembered(seconds: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second check of the same files reads none that has settled, and runs no rule."""
    replace(folder, BROKERS, "code: B11", "code: B2")
    later = time.time_ns() + seconds * 10**9
    monkeypatch.setattr(time, "time_ns", lambda: later)
    found = check_files(Workspace.open(folder))

    assert found.findings
    assert from_memory(folder) == found == anew(folder)


@pytest.mark.parametrize("seconds", [0, 10], ids=["just written", "settled"])
def test_a_file_of_the_same_size_and_time_is_another(
    seconds: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Replaced, its times set back: it is seen nevertheless."""
    later = time.time_ns() + seconds * 10**9
    monkeypatch.setattr(time, "time_ns", lambda: later)
    check_files(Workspace.open(folder))
    file = folder / BROKERS
    times = file.stat()
    other = folder / "other"
    other.write_bytes(file.read_bytes().replace(b"code: B11", b"code: B2x"))
    other.replace(file)
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert file.stat().st_size == times.st_size
    assert from_memory(folder) is None
    assert check_files(Workspace.open(folder)) == anew(folder)


def test_a_folder_that_became_a_link_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its files are the same, and yet they are not to be read."""
    later = time.time_ns() + 10**10
    monkeypatch.setattr(time, "time_ns", lambda: later)
    check_files(Workspace.open(folder))
    (folder / "taxonomy").rename(folder / "elsewhere")
    (folder / "taxonomy").symlink_to("elsewhere")

    with pytest.raises(StoreError):
        check_files(Workspace.open(folder))


def test_another_day_is_checked_anew(folder: Path) -> None:
    """What is said of dates depends on the day."""
    check_files(Workspace.open(folder), today="2026-01-01")

    assert from_memory(folder, "2026-01-01") is not None
    assert from_memory(folder, "2026-01-02") is None


def test_a_release_that_only_git_has_is_not_remembered(
    system: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its snapshot the result is remembered; without it, it hangs on tags."""
    release(system, "1.0")
    later = time.time_ns() + 10**10
    monkeypatch.setattr(time, "time_ns", lambda: later)
    folder = system.root
    check_files(Workspace.open(folder))
    assert from_memory(folder) is not None

    (folder / "exports/1.0/taxonomy.json").unlink()
    check_files(Workspace.open(folder))

    assert from_memory(folder) is None


def test_a_changed_snapshot_is_checked_anew(system: Repo) -> None:
    """It is what the files are compared with."""
    release(system, "1.0")
    folder = system.root
    check_files(Workspace.open(folder))
    replace(folder, "exports/1.0/taxonomy.json", '"1.0"', '"1.1"')

    assert check_files(Workspace.open(folder)) == anew(folder)


EDITS: dict[str, Callable[[Path], object]] = {
    "write": lambda file: file.write_bytes(file.read_bytes().replace(b"code: B", b"code: A", 1)),
    "break": lambda file: file.write_bytes(b"id: ["),
    "touch": lambda file: file.touch(),
    "old": lambda file: os.utime(file, ns=(0, 0)),
    "replace": lambda file: shutil.copy2(file, file.parent / "x").replace(file),
    "rename": lambda file: file.rename(file.parent / f"moved-{file.name}"),
    "remove": lambda file: file.unlink(),
    "link": lambda file: (file.unlink(), file.symlink_to("elsewhere.yaml")),
    "shut": lambda file: file.chmod(0o200),
    "new": lambda file: (file.parent / "new.yaml").write_bytes(b"id: new\ntitle:\n  zh: x\n"),
    "folder": lambda file: (file.unlink(), file.mkdir()),
    "hidden": lambda file: (file.parent / ".x.yaml").write_bytes(b"id: ["),
    "nothing": lambda _: None,
}


@one_in(2)
@given(data=st.data())
def test_gives_what_checking_anew_gives(data: st.DataObject) -> None:
    """After any edits in any order, a cache that was damaged among them."""
    with TemporaryDirectory() as made, pytest.MonkeyPatch.context() as patch:
        folder, kept = Path(made) / "system", Path(made) / "cache"
        patch.setenv(cache.VARIABLE, str(kept))
        put(folder, trees.sample())
        for kind in data.draw(st.lists(st.sampled_from([*EDITS, "damage"]), max_size=5)):
            if kind == "damage":
                for entry in kept.iterdir() if kept.exists() else ():
                    entry.write_bytes(entry.read_bytes()[:-1] + b"?")
            else:
                file = folder / data.draw(st.sampled_from([BROKERS, TRANSFER]))
                if file.is_file():
                    EDITS[kind](file)

            assert check_files(Workspace.open(folder)) == anew(folder)
