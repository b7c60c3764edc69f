"""Applying, taking back, saving and committing, over real files and a real repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdtree.errors import EditError, StoreError
from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.workspace.systems import BROKERS, TRANSFER, Opened, add, contents, rename, replace


def test_no_system_here(tmp_path: Path) -> None:
    """Opening says which folder was looked into and how to begin."""
    with pytest.raises(StoreError) as told:
        Workspace.open(tmp_path)

    assert str(tmp_path) in told.value.message.zh
    assert told.value.hint
    assert "stdtree init" in told.value.hint.en


def test_opening_from_a_folder_inside(system: Repo) -> None:
    """The nearest folder above with taxonomy/ is the system; git lies around it."""
    workspace = Workspace.open(system.root / "taxonomy/categories")

    assert workspace.root == system.root.resolve()
    assert (workspace.branch, workspace.unsaved) == ("main", 0)


def test_without_git(folder: Path) -> None:
    """A folder without git can be edited and saved; only what needs git says so."""
    workspace = Workspace.open(folder)
    workspace.apply(rename("brokers", "技术经纪"))

    assert workspace.save() == (BROKERS,)
    assert workspace.branch is None
    with pytest.raises(StoreError) as told:
        workspace.commit("说明")
    assert told.value.hint
    assert told.value.hint.en == "run: git init"


def test_apply_save_commit(system: Repo, opened: Opened) -> None:
    """An edit stands in the journal at once, in its file after saving, in git after committing."""
    workspace = opened()
    before = contents(system.root)

    said = workspace.apply(rename("brokers", "技术经纪"))
    assert "技术经纪" in said.zh
    assert (workspace.unsaved, contents(system.root)) == (1, before)
    assert workspace.category("B11").title["zh"] == "技术经纪"

    assert workspace.save() == (BROKERS,)
    after = contents(system.root)
    assert {path for path in after if after[path] != before[path]} == {BROKERS}
    assert (workspace.unsaved, workspace.save()) == (0, ())

    workspace.commit("更名")
    assert system.git("show --name-only --format=%s") == f"更名\n\n{BROKERS}"
    assert not workspace.changed()


def test_undo_and_redo_go_through_everything(opened: Opened) -> None:
    """Undo of all steps is the beginning; redo of all is the end; one more does nothing."""
    workspace = opened()
    states = [workspace.taxonomy]
    for step in (
        rename("brokers", "甲"),
        add("评价", "fields", "assessment"),
        rename("brokers", "乙"),
    ):
        workspace.apply(step)
        states.append(workspace.taxonomy)

    for state in states[-2::-1]:
        assert workspace.undo()
        assert workspace.taxonomy == state
    assert (workspace.undo(), workspace.unsaved) == (None, 0)

    for state in states[1:]:
        assert workspace.redo()
        assert workspace.taxonomy == state
    assert (workspace.redo(), workspace.unsaved) == (None, 2)


def test_a_refused_edit_leaves_no_trace(opened: Opened) -> None:
    """What an operation refuses is neither in the tree nor in the journal."""
    workspace = opened()
    with pytest.raises(EditError):
        workspace.apply(rename("nowhere", "甲"))

    assert (workspace.steps(), opened().steps()) == ((), ())


def test_undo_after_saving_and_in_a_new_session(system: Repo, opened: Opened) -> None:
    """What is saved can be taken back later; then a new step replaces what was undone."""
    before = contents(system.root)
    workspace = opened()
    workspace.apply(rename("brokers", "甲"))
    workspace.save()

    later = opened()
    assert later.undo()
    assert [(s.undone, s.saved, s.is_waiting) for s in later.steps()] == [(True, True, True)]
    later.save()
    assert contents(system.root) == before
    assert [(s.undone, s.saved, s.is_waiting) for s in later.steps()] == [(True, False, False)]

    later.apply(rename("transfer", "乙"))
    assert later.redo() is None
    assert [step.saved for step in later.steps()] == [False]


def test_steps_tell_what_is_saved(opened: Opened) -> None:
    """A saved step stays saved when a later one touches the same category."""
    workspace = opened()
    workspace.apply(rename("brokers", "甲"))
    workspace.save()
    workspace.apply(rename("brokers", "乙"))

    assert [(step.number, step.saved) for step in workspace.steps()] == [(1, True), (2, False)]


def test_undo_of_what_somebody_edited_by_hand_is_refused(system: Repo, opened: Opened) -> None:
    """Undo never puts an old value over somebody's newer one."""
    workspace = opened()
    workspace.apply(rename("brokers", "甲"))
    workspace.save()
    replace(system.root, BROKERS, "甲", "手改")

    later = opened()
    with pytest.raises(EditError) as told:
        later.undo()

    assert "甲" in told.value.message.zh
    assert later.category("brokers").title["zh"] == "手改"
    assert [step.undone for step in later.steps()] == [False]


def test_several_workspaces_at_once(system: Repo, opened: Opened, folder: Path) -> None:
    """Two systems share nothing; two sessions of one system notice each other."""
    one, other, elsewhere = opened(), opened(), Workspace.open(folder)
    assert (one.steps(), other.steps(), elsewhere.steps()) == ((), (), ())

    one.apply(rename("brokers", "甲"))
    elsewhere.apply(rename("transfer", "丙"))
    with pytest.raises(StoreError):
        other.apply(rename("transfer", "乙"))
    assert other.category("transfer").title["zh"] != "乙"

    one.save()
    other.reload()
    other.apply(rename("transfer", "乙"))
    assert other.save() == (TRANSFER,)
    assert [step.operation for step in elsewhere.steps()] == ["rename-category"]
    assert system.opened.changed_paths() == (BROKERS, TRANSFER)


def test_commit_needs_saved_edits_a_message_and_a_change(opened: Opened) -> None:
    """Each refusal says what to do first; nothing is committed."""
    workspace = opened()
    head = workspace.repository and workspace.repository.head()
    with pytest.raises(StoreError, match="nothing to commit"):
        workspace.commit("说明")

    workspace.apply(rename("brokers", "甲"))
    with pytest.raises(StoreError, match="1 category not saved"):
        workspace.commit("说明")

    workspace.save()
    with pytest.raises(StoreError, match="needs a message"):
        workspace.commit("  ")
    assert workspace.repository
    assert workspace.repository.head() == head
