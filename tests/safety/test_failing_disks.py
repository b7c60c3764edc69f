"""A disk that is full, read-only or broken is said to be, and what was begun is taken back."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from stdtree.errors import StoreError
from stdtree.workspace import Workspace
from stdtree.workspace.branches import switch
from tests.effort import one_in
from tests.safety.aftermath import Outcome, Recorded, suffered, visible
from tests.safety.scenarios import told

SAID = ("No space left on device", "Read-only file system", "Input/output error", "disk is full")


def assert_explained(outcome: Outcome) -> None:
    """Never a traceback; if it did not work, why, and what to do."""
    assert outcome.bug == "", outcome.where
    if outcome.said:
        message, _, hint = outcome.said.partition("\n")
        assert any(word in message for word in (*SAID, "cannot be written to")), outcome.where
        assert hint, outcome.where


@pytest.mark.parametrize("kind", ["fail", "gone"])
@pytest.mark.parametrize("scenario", ["files", "save-one", "save-several"])
def test_files(scenario: str, kind: str, tmp_path: Path) -> None:
    """Each file is old or new; where the disk comes back, all are old if the user is told so."""
    ordeal = suffered(scenario, kind, tmp_path / "x")
    for outcome in ordeal.outcomes:
        ordeal.assert_whole(outcome)
        assert_explained(outcome)
        if "the files are as they were" in outcome.said:
            assert visible(outcome.root) == ordeal.files[0], outcome.where
        if not outcome.said:
            assert visible(outcome.root) == ordeal.files[1], outcome.where
        if kind == "fail" and outcome.said and scenario != "files":
            assert "the files are as they were" in outcome.said
        if scenario != "files":
            _edits_are_kept(outcome)


def _edits_are_kept(outcome: Outcome) -> None:
    """Once the disk works again, every edit that was reported can be saved."""
    workspace = Workspace.open(outcome.root)
    if workspace.recoverable():
        workspace.recover()
        workspace.save()
    for category, _, title in (line.partition("=") for line in told(outcome.root) if "=" in line):
        found = Workspace.open(outcome.root).taxonomy.categories[category].title["zh"]
        assert found == title, outcome.where


@pytest.mark.parametrize(("kind", "share"), [("fail", 6), ("gone", 10), ("unheard", 1)])
def test_commit(kind: str, share: int, tmp_path: Path) -> None:
    """It is made or it is not; the index goes with it, and nobody else's files do."""
    ordeal = suffered("commit", kind, tmp_path / "x", most=one_in(share).max_examples)
    before, meant = ordeal.recorded
    for outcome in ordeal.outcomes:
        ordeal.assert_whole(outcome)
        now = ordeal.assert_recorded(outcome)
        _assert_explained_by_git(outcome)
        if kind != "gone":  # a disk that stays broken may leave our files staged
            expected = before.index if now.head == before.head else meant.index
            assert now.index == expected, outcome.where
        if not outcome.said or "git has written" in outcome.said:
            assert now.head != before.head, outcome.where


@pytest.mark.parametrize(("kind", "share"), [("fail", 10), ("gone", 20), ("unheard", 12)])
def test_release(kind: str, share: int, tmp_path: Path) -> None:
    """All of it is taken back, the tag and the commit too; where the disk stays broken, later."""
    ordeal = suffered("release", kind, tmp_path / "x", most=one_in(share).max_examples)
    before, meant = ordeal.recorded
    for outcome in ordeal.outcomes:
        ordeal.assert_whole(outcome)
        now = ordeal.assert_recorded(outcome)
        _assert_explained_by_git(outcome)
        if not outcome.said:
            assert (now.tree, now.index) == (meant.tree, meant.index), outcome.where
        elif "takes back what is left" in outcome.said:
            assert kind == "gone", outcome.where
        else:
            assert visible(outcome.root) == ordeal.files[0], outcome.where
            assert now == before, outcome.where


def _assert_explained_by_git(outcome: Outcome) -> None:
    """A git that was killed after its work has nothing to say."""
    if outcome.kind == "unheard":
        assert outcome.bug == "", outcome.where
    else:
        assert_explained(outcome)


@pytest.mark.parametrize("kind", ["fail", "gone"])
def test_switch(kind: str, tmp_path: Path) -> None:
    """Each file is old or new; what is left is completed when the disk works again."""
    ordeal = suffered("switch", kind, tmp_path / "x", most=one_in(8).max_examples)
    for outcome in ordeal.outcomes:
        ordeal.assert_whole(outcome)
        assert_explained(outcome)
        for _ in range(2):
            with suppress(StoreError):
                switch(Workspace.open(outcome.root), "draft")

        assert visible(outcome.root) == ordeal.files[1], outcome.where
        assert Recorded.of(outcome.root) == ordeal.recorded[1], outcome.where
