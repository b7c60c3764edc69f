"""Sessions that ended without saving, and files that somebody else changed meanwhile."""

from __future__ import annotations

import json

import pytest

from stdtree.errors import EditError, OutsideChange
from stdtree.store.save import save
from tests.repos import Repo
from tests.workspace.systems import BROKERS, TRANSFER, Opened, add, contents, rename, replace


def test_recovering(system: Repo, opened: Opened) -> None:
    """The next session sees the files; recovering brings the edits back, undo included."""
    first = opened()
    first.apply(rename("brokers", "甲"))
    first.apply(add("评价", "fields", "assessment"))
    meant = first.taxonomy

    later = opened()
    assert [step.operation for step in later.recoverable()] == ["rename-category", "add-category"]
    assert later.taxonomy == later.loaded.taxonomy

    later.recover()
    assert (later.taxonomy, later.recoverable(), later.unsaved) == (meant, (), 2)
    assert later.undo()
    assert later.save() == (BROKERS,)
    assert opened().recoverable() == ()
    assert "甲" in (system.root / BROKERS).read_text(encoding="utf-8")


def test_nothing_is_edited_before_the_choice(opened: Opened) -> None:
    """Until somebody recovers or discards, editing would mix two sessions."""
    opened().apply(rename("brokers", "甲"))
    later = opened()

    for attempt in (
        lambda: later.apply(rename("transfer", "乙")),
        later.undo,
        later.redo,
        later.save,
    ):
        with pytest.raises(EditError) as told:
            attempt()
        assert told.value.hint
        assert "stdtree edit recover" in told.value.hint.en


def test_discarding(system: Repo, opened: Opened) -> None:
    """Discarded edits are gone for every session; the files never had them."""
    before = contents(system.root)
    opened().apply(rename("brokers", "甲"))

    later = opened()
    later.discard()

    assert (later.unsaved, later.recoverable(), later.steps()) == (0, (), ())
    assert later.apply(rename("brokers", "乙"))
    assert contents(system.root) == before


def test_reloading_keeps_unsaved_edits(system: Repo, opened: Opened) -> None:
    """Another category changed on disk: after reloading both are there."""
    workspace = opened()
    workspace.apply(rename("brokers", "甲"))
    replace(system.root, TRANSFER, "类目transfer", "手改")

    workspace.reload()

    assert workspace.category("brokers").title["zh"] == "甲"
    assert workspace.category("transfer").title["zh"] == "手改"
    assert workspace.save() == (BROKERS,)


def test_reloading_before_the_choice_takes_nothing_up(opened: Opened) -> None:
    """A reload does not answer for the user what becomes of an earlier session's edits."""
    opened().apply(rename("brokers", "甲"))
    later = opened()
    later.reload()

    assert len(later.recoverable()) == 1
    assert later.category("brokers").title["zh"] == "类目brokers"


def test_both_changed_the_same_category(system: Repo, opened: Opened) -> None:
    """Saving is refused, reloading says why not; neither side's work is lost."""
    workspace = opened()
    workspace.apply(rename("brokers", "甲"))
    replace(system.root, BROKERS, "Category brokers", "By hand")
    outside = contents(system.root)

    with pytest.raises(OutsideChange) as refused:
        workspace.save()
    assert BROKERS in refused.value.message.en
    with pytest.raises(OutsideChange) as told:
        workspace.reload()
    assert "brokers" in told.value.message.zh
    assert told.value.hint
    assert contents(system.root) == outside

    replace(system.root, BROKERS, "By hand", "Category brokers")
    later = opened()
    later.recover()
    assert later.save() == (BROKERS,)


def test_a_save_that_the_journal_did_not_learn_of(system: Repo, opened: Opened) -> None:
    """The power went between the last file and the journal: nothing is left over."""
    workspace = opened()
    workspace.apply(rename("brokers", "甲"))
    save(workspace.loaded, workspace.taxonomy, root=workspace.root, private=workspace.private)

    later = opened()
    assert (later.recoverable(), later.unsaved) == ((), 0)
    assert [step.saved for step in later.steps()] == [True]
    assert later.undo()
    assert later.save() == (BROKERS,)
    assert not system.opened.changed_paths()


def test_a_torn_last_line(opened: Opened) -> None:
    """A step that the crash cut off was never confirmed; the steps before it stay."""
    workspace = opened()
    workspace.apply(rename("brokers", "甲"))
    journal = workspace.journal.path
    with journal.open("ab") as file:
        file.write(b'{"operation":"rename-cat')

    later = opened()
    later.recover()
    later.apply(rename("transfer", "乙"))

    last = opened()
    last.recover()
    assert [step.number for step in last.steps()] == [1, 2]
    assert last.category("transfer").title["zh"] == "乙"


def test_undo_after_saving_then_a_new_step_then_a_crash(system: Repo, opened: Opened) -> None:
    """The files hold a step that was undone; recovering takes it out of them."""
    workspace = opened()
    workspace.apply(rename("brokers", "甲"))
    workspace.apply(rename("transfer", "丙"))
    workspace.save()
    workspace.undo()
    workspace.undo()
    workspace.apply(rename("transfer", "乙"))
    meant = workspace.taxonomy

    later = opened()
    later.recover()

    assert later.taxonomy == meant
    assert set(later.save()) == {TRANSFER, BROKERS}
    assert system.opened.changed_paths() == (TRANSFER,)


def test_every_line_of_the_journal_is_a_step_or_a_mark(opened: Opened) -> None:
    """The journal is plain JSON lines, written before anybody is told."""
    workspace = opened()
    workspace.apply(rename("brokers", "甲"))
    workspace.undo()
    workspace.redo()
    workspace.save()

    lines = workspace.journal.path.read_text(encoding="utf-8").splitlines()
    kinds = [json.loads(line).get("mark", "step") for line in lines]
    assert kinds == ["step", "undone", "redone", "saved"]
