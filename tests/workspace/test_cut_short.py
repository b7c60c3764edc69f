"""The note of a release that was cut short: what is taken back, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from stdtree.errors import StoreError
from stdtree.workspace.cut_short import NOTE, Begun, releasing
from tests.repos import Repo
from tests.workspace.systems import Opened, contents, release

FILES = {"taxonomy/releases/1.0.yaml": b"a record", "exports/1.0/a.csv": b"a product"}


class Died(BaseException):
    """Stands for the end of the process: nothing is taken back."""


def cut_short(system: Repo, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> str:
    """A release that ended after its commit, before its tag; the commit."""
    workspace = opened()

    def die(*_: object) -> None:
        raise Died

    def begin() -> None:
        with releasing(workspace, system.opened, "1.0", files=FILES):
            system.opened.commit(sorted(FILES), "release")
            raise Died

    with monkeypatch.context() as patch:
        patch.setattr("stdtree.workspace.cut_short._take_back", die)
        with pytest.raises(Died):
            begin()
    return system.git("rev-parse HEAD")


def test_the_next_release_takes_it_back(
    system: Repo, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its commit and its files; what was there before is there again. Then it can be released."""
    system.write("exports/1.0/a.csv", "made by hand\n")
    before, head = contents(system.root), system.git("rev-parse HEAD")
    assert cut_short(system, opened, monkeypatch) != head

    with pytest.raises(StoreError, match=r"releasing 1\.0 was cut short") as told:
        opened().release("1.0", date="2027-03-01")

    assert told.value.hint is not None
    assert (contents(system.root), system.git("rev-parse HEAD")) == (before, head)
    release(system, "1.0")
    assert not (system.root / ".git/stdtree" / NOTE).exists()


def test_a_commit_takes_it_back_too(
    system: Repo, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the record would be committed like any other file."""
    head = system.git("rev-parse HEAD")
    cut_short(system, opened, monkeypatch)

    with pytest.raises(StoreError, match="cut short"):
        opened().commit("something")

    assert system.git("rev-parse HEAD") == head
    assert not (system.root / "taxonomy/releases/1.0.yaml").exists()


def test_what_others_built_upon_stays(
    system: Repo, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A commit after it: nothing is taken back, and it is said how to tag the release."""
    cut_short(system, opened, monkeypatch)
    last = system.commit_all("by somebody else")

    with pytest.raises(StoreError, match="there are commits after it") as told:
        opened().commit("something")

    assert told.value.hint is not None
    assert "git tag -a taxonomy/1.0" in told.value.hint.en
    assert system.git("rev-parse HEAD") == last
    assert (system.root / "taxonomy/releases/1.0.yaml").read_bytes() == b"a record"


def test_files_that_somebody_changed_since_stay(
    system: Repo, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what is as the release wrote it goes."""
    cut_short(system, opened, monkeypatch)
    system.write("exports/1.0/a.csv", "edited since\n")

    with pytest.raises(StoreError, match="cut short"):
        opened().release_checklist("1.0")

    assert (system.root / "exports/1.0/a.csv").read_text("utf-8") == "edited since\n"


@pytest.mark.parametrize(
    "note",
    [
        b"{",
        msgspec.json.encode(Begun("1.0", "0" * 40, {"../out": (b"x", b"")})),
        msgspec.json.encode(Begun("1.0", "0" * 40, {".git/hooks/pre-commit": (b"x", b"")})),
        msgspec.json.encode(Begun("1.0", "--output=x", {})),
        msgspec.json.encode(Begun("../x", "0" * 40, {})),
    ],
)
def test_a_note_of_somebody_else_is_refused(system: Repo, opened: Opened, note: bytes) -> None:
    """A .git folder that came in an archive cannot make us write or delete elsewhere."""
    path: Path = system.root / ".git/stdtree" / NOTE
    path.parent.mkdir()
    path.write_bytes(note)
    before = contents(system.root)

    with pytest.raises(StoreError, match="no note of a release") as told:
        opened().commit("something")

    assert told.value.hint is not None
    assert contents(system.root) == before
    assert path.exists()
