"""Whenever the process dies, nothing is lost, and the next run finishes or takes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from stdtree.errors import StdtreeError
from stdtree.store.atomic import INTENT, Write, finish
from stdtree.store.disk import replace_file
from stdtree.workspace import Workspace
from stdtree.workspace.branches import switch
from stdtree.workspace.sharing import pull
from tests.effort import one_in
from tests.repos import Repo
from tests.safety.aftermath import Recorded, leftovers, suffered, visible
from tests.safety.scenarios import DATE, told
from tests.shell import Shell


def test_files(tmp_path: Path) -> None:
    """Of several files written at once: all are completed, or none was begun."""
    ordeal = suffered("files", "die", tmp_path / "x")
    assert len(ordeal.outcomes) > 15
    for death in ordeal.outcomes:
        ordeal.assert_whole(death)
        finish(death.root, death.root.with_name(f"{death.root.name}-private"))
        assert visible(death.root) in ordeal.files, death.where


@pytest.mark.parametrize("scenario", ["save-one", "save-several"])
def test_save(scenario: str, tmp_path: Path) -> None:
    """Every edit that was reported is there; the next session saves it."""
    ordeal = suffered(scenario, "die", tmp_path / "x")
    assert len(ordeal.outcomes) > 15
    for death in ordeal.outcomes:
        ordeal.assert_whole(death)
        reported = told(death.root)

        workspace = Workspace.open(death.root)
        if "saved" in reported:
            assert visible(death.root) == ordeal.files[1], death.where
            assert workspace.recoverable() == (), death.where
        if workspace.recoverable():
            workspace.recover()
            workspace.save()

        for category, _, title in (line.partition("=") for line in reported if "=" in line):
            found = Workspace.open(death.root).taxonomy.categories[category].title["zh"]
            assert found == title, death.where
        assert workspace.unsaved == 0
        for path in (".git/index", ".git/HEAD", ".git/refs/heads/main"):
            assert (death.root / path).read_bytes() == (ordeal.before / path).read_bytes()


def test_the_next_command_says_what_it_completed(shell: Shell) -> None:
    """Whoever comes next is told which files were written only now."""
    path = "taxonomy/categories/left.yaml"
    intent = [Write(path, None, b"id: left\n"), Write(f"{path}.yaml", None, b"id: left\n")]
    replace_file(shell.folder / ".git/stdtree" / INTENT, msgspec.json.encode(intent))

    ended = shell.speaking("en").stdtree("check")

    assert f"the last save was cut short; written now: {path}, {path}.yaml" in ended.err
    assert "cut short" not in shell.speaking("en").stdtree("check").err


def test_commit(tmp_path: Path) -> None:
    """The next commit makes it, as if nothing had been; locks of ours are no hindrance."""
    ordeal = suffered("commit", "die", tmp_path / "x")
    assert len(ordeal.outcomes) > 15
    before, meant = ordeal.recorded
    for death in ordeal.outcomes:
        ordeal.assert_whole(death)
        ordeal.assert_recorded(death)
        _again(death.root, lambda workspace: workspace.commit("手工修改"), done="nothing to commit")

        now = Recorded.of(death.root)
        assert (now.tree, now.parent, now.index) == (meant.tree, before.head, meant.index)
        assert leftovers(death.root) == [], death.where


def test_release(tmp_path: Path) -> None:
    """The next run takes back what is half done and says so; the one after it releases."""
    ordeal = suffered("release", "die", tmp_path / "x", most=one_in(6).max_examples)
    before, meant = ordeal.recorded
    for death in ordeal.outcomes:
        ordeal.assert_whole(death)
        ordeal.assert_recorded(death)
        _again(
            death.root,
            lambda workspace: workspace.release("1.1", date=DATE),
            done="exists and cannot be changed",
        )

        now = Recorded.of(death.root)
        assert (now.tree, now.parent, now.index) == (meant.tree, before.head, meant.index)
        assert Repo(death.root).git("rev-parse", "taxonomy/1.1^{commit}") == now.head, death.where
        assert leftovers(death.root) == [], death.where


def test_switch(tmp_path: Path) -> None:
    """The next run completes it and says so, or does it; what others staged is staged."""
    ordeal = suffered("switch", "die", tmp_path / "x", most=one_in(3).max_examples)
    assert len(ordeal.outcomes) > 15
    for death in ordeal.outcomes:
        ordeal.assert_whole(death)
        _again(death.root, lambda workspace: switch(workspace, "draft"), done="nothing")

        assert Repo(death.root).git("symbolic-ref", "HEAD") == "refs/heads/draft", death.where
        assert visible(death.root) == ordeal.files[1], death.where
        assert Recorded.of(death.root) == ordeal.recorded[1], death.where
        assert leftovers(death.root) == [], death.where


def test_pull(tmp_path: Path) -> None:
    """The next run completes it and says so, or does it; what others staged is staged."""
    ordeal = suffered("pull", "die", tmp_path / "x", most=one_in(3).max_examples)
    assert len(ordeal.outcomes) > 15
    for death in ordeal.outcomes:
        ordeal.assert_whole(death)
        _again(death.root, lambda workspace: pull(workspace, trusted=True), done="nothing")

        assert Recorded.of(death.root) == ordeal.recorded[1], death.where
        assert visible(death.root) == ordeal.files[1], death.where
        assert leftovers(death.root) == [], death.where


def _again(root: Path, act: Callable[[Workspace], object], *, done: str) -> None:
    """Does it as a person would: once more if that is the hint, and as often as it takes."""
    for _ in range(3):
        try:
            act(Workspace.open(root))
        except StdtreeError as error:
            hint = error.hint.en if error.hint else ""
            if done in error.message.en:
                return
            lock = root / ".git/index.lock"
            if "once more" in hint:
                continue
            # it died between making its lock and signing it: the hint tells how to go on
            if f"rm {lock}" not in hint:
                raise
            lock.unlink()
        else:
            return
    pytest.fail(f"not done after three times: {root}")
