"""What changed since the last commit, told in words."""

from __future__ import annotations

import pytest

from stdtree.workspace import Workspace
from tests import trees
from tests.repos import Repo
from tests.workspace.systems import BROKERS, Opened, add, define, put, rename, replace


def test_one_step(opened: Opened) -> None:
    """Its own words, in the language of the interface."""
    workspace = opened()
    workspace.apply(rename("brokers", "甲"))
    assert workspace.suggested_message("zh") == "将 B11 类目brokers 更名为 甲"
    assert workspace.suggested_message("en").startswith("Rename B11")


def test_several_steps(opened: Opened) -> None:
    """The last one as the subject, all of them below, oldest first; what was undone is left out."""
    workspace = opened()
    workspace.apply(rename("brokers", "甲"))
    workspace.apply(add("评价", "fields", "assessment"))
    workspace.apply(rename("transfer", "乙"))
    workspace.undo()
    workspace.save()

    subject, blank, *steps = opened().suggested_message("zh").splitlines()
    assert subject.endswith("等 2 项编辑")
    assert (blank, len(steps)) == ("", 2)
    assert "甲" in steps[0]
    assert "评价" in steps[1]


def test_steps_that_were_committed_are_not_told_again(opened: Opened) -> None:
    """Only what came after the last commit, even of the same category."""
    workspace = opened()
    workspace.apply(rename("brokers", "甲"))
    workspace.save()
    workspace.commit("first")
    workspace.apply(define("brokers", "新定义。"))

    message = workspace.suggested_message("zh")
    assert "甲" in message
    assert "更名" not in message
    assert len(message.splitlines()) == 1


@pytest.mark.parametrize(("language", "said"), [("zh", "更名 1 处"), ("en", "1 renamed")])
def test_edits_by_hand_are_counted(system: Repo, opened: Opened, language: str, said: str) -> None:
    """The journal knows nothing of them."""
    replace(system.root, BROKERS, "类目brokers", "手改")
    assert opened().suggested_message(language) == said  # type: ignore[arg-type]


def test_only_the_style_changed(system: Repo, opened: Opened) -> None:
    """Nothing a reader would see."""
    file = system.root / BROKERS
    file.write_text(file.read_text(encoding="utf-8") + "# 备注\n", encoding="utf-8")
    assert opened().suggested_message("en") == "tidy files"


def test_before_the_first_commit(repo: Repo) -> None:
    """Everything is new."""
    put(repo.root, trees.sample())
    workspace = Workspace.open(repo.root)

    assert {change.kind for change in workspace.changed().changes} >= {"added"}
    workspace.commit("first")
    assert not workspace.changed()


def test_before_the_first_commit_of_the_system(repo: Repo) -> None:
    """The repository has a history, and nothing of the system in it: nothing stands in for it."""
    (repo.root / "README").write_text("x", encoding="utf-8")
    repo.commit_all("a readme")
    put(repo.root, trees.sample())

    difference = Workspace.open(repo.root).changed()
    assert {change.kind for change in difference.changes} == {"added"}
    assert not [change for change in difference.changes if change.entity == "system"]
    assert difference.warnings == ()
