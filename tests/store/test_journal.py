"""The journal: on disk at once, whole after a crash, and always right about what is unsaved."""

from __future__ import annotations

import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from stdtree.errors import StoreError
from stdtree.label import same
from stdtree.model.taxonomy import Taxonomy
from stdtree.store.journal import JOURNAL, Journal
from stdtree.store.journal_values import fits, replayed
from tests.effort import one_in
from tests.store.styles import edited
from tests.trees import category, sample, standard, taxonomies, taxonomy

BEFORE = taxonomy(category("a"), category("b", split_from=("a", "x")))
AFTER = BEFORE.with_(
    category("a", "A1", standards=(standard("s", also_in=("b",)),)), category("c"), without=["b"]
)


def add(journal: Journal, before: Taxonomy, after: Taxonomy) -> None:
    """A step of no particular operation."""
    journal.add("some-operation", {"id": "a"}, same("x"), before=before, after=after)


def restarted(journal: Journal) -> Journal:
    """The journal as the next start reads it, which must know the same."""
    again = Journal(journal.path.parent)
    assert again.entries == journal.entries
    assert again.position == journal.position
    assert again.unsaved == journal.unsaved
    assert again.saved == journal.saved
    return again


def test_undo_works_across_restarts(tmp_path: Path) -> None:
    """What was read from disk is as good as what was remembered."""
    add(Journal(tmp_path), BEFORE, AFTER)

    journal = Journal(tmp_path)
    (entry,) = journal.entries
    assert fits(AFTER, entry.after)
    assert replayed(AFTER, entry.before) == BEFORE
    journal.mark("undone")
    assert journal.unsaved == {}
    restarted(journal).mark("redone")

    again = Journal(tmp_path)
    assert replayed(BEFORE, again.unsaved) == AFTER
    assert fits(BEFORE, again.saved)
    assert not fits(AFTER, again.saved)


class Steps(RuleBasedStateMachine):
    """Any sequence of steps, undo, redo, save, discard and restart."""

    parent: Path

    def __init__(self) -> None:
        super().__init__()
        self.journal = Journal(Path(tempfile.mkdtemp(dir=self.parent)))
        self.saved = self.now = sample()

    @initialize(start=taxonomies)
    def begin(self, start: Taxonomy) -> None:
        """A system with some categories."""
        self.saved = self.now = start

    @rule(data=st.data())
    def change(self, data: st.DataObject) -> None:
        """Changes, adds or removes a category; sometimes to what it was before."""
        known = sorted(self.now.categories)
        kind = data.draw(st.sampled_from(["add", *(["edit", "remove", "back"] if known else [])]))
        if kind == "add":
            after = self.now.with_(category(data.draw(st.sampled_from(["x", "y", "z"]))))
        else:
            chosen = data.draw(st.sampled_from(known))
            old = self.saved.get(chosen)
            if kind == "remove" or (kind == "back" and old is None):
                after = self.now.with_(without=[chosen])
            else:
                now = self.now.categories[chosen]
                after = self.now.with_(old if kind == "back" and old else data.draw(edited(now)))
        add(self.journal, self.now, after)
        self.now = after

    @precondition(lambda self: self.journal.position)
    @rule()
    def undo(self) -> None:
        """The last step."""
        entry = self.journal.entries[self.journal.position - 1]
        assert fits(self.now, entry.after)
        self.now = replayed(self.now, entry.before)
        self.journal.mark("undone")

    @precondition(lambda self: self.journal.position < len(self.journal.entries))
    @rule()
    def redo(self) -> None:
        """The step that was undone last."""
        entry = self.journal.entries[self.journal.position]
        assert fits(self.now, entry.before)
        self.now = replayed(self.now, entry.after)
        self.journal.mark("redone")

    @rule()
    def save(self) -> None:
        """The files hold what is there now."""
        self.saved = self.now
        self.journal.mark("saved")

    @rule()
    def discard(self) -> None:
        """Back to what the files hold."""
        self.now = self.saved
        self.journal.mark("discarded")

    @rule()
    def restart(self) -> None:
        """The journal is read anew."""
        self.journal = restarted(self.journal)

    @invariant()
    def unsaved_is_the_difference(self) -> None:
        """What is unsaved turns the files into what is there now, and names nothing else."""
        assert replayed(self.saved, self.journal.unsaved) == self.now
        assert fits(self.saved, self.journal.saved)
        assert self.journal.saved.keys() == self.journal.unsaved.keys()
        assert all(self.saved.get(key) != self.now.get(key) for key in self.journal.unsaved)


def test_unsaved_law(tmp_path: Path) -> None:
    """Whatever happens, replaying what is unsaved onto the files gives what is there now."""
    from hypothesis.stateful import run_state_machine_as_test

    class Here(Steps):
        parent = tmp_path

    run_state_machine_as_test(Here, settings=settings(one_in(4), stateful_step_count=15))


@settings(one_in(2), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(1, 400))
def test_a_torn_last_line_costs_that_line_only(tmp_path: Path, cut: int) -> None:
    """After a crash while writing, the steps before it are there, and new ones are kept."""
    (tmp_path / JOURNAL).unlink(missing_ok=True)
    journal = Journal(tmp_path)
    add(journal, BEFORE, AFTER)
    whole = journal.path.read_bytes()
    add(journal, AFTER, AFTER.with_(category("d")))
    last = journal.path.read_bytes()[len(whole) :]
    journal.path.write_bytes(whole + last[: min(cut, len(last) - 2)])

    after_crash = Journal(tmp_path)
    assert len(after_crash.entries) == 1
    add(after_crash, AFTER, AFTER.with_(category("e")))
    after_crash.mark("undone")

    again = restarted(after_crash)
    assert len(again.entries) == 2
    assert replayed(BEFORE, again.unsaved) == AFTER


@pytest.mark.parametrize("garbage", [b"\0" * 40, b"{", b"\xff\xfe", b""])
def test_garbage_in_the_middle_is_reported(tmp_path: Path, garbage: bytes) -> None:
    """Steps after it may rest on what it was, so nothing is guessed; at the end it is torn."""
    journal = Journal(tmp_path)
    add(journal, BEFORE, AFTER)
    whole = journal.path.read_bytes()

    journal.path.write_bytes(whole + garbage + b"\n")
    assert len(Journal(tmp_path).entries) == 1

    journal.path.write_bytes(garbage + b"\n" + whole)
    with pytest.raises(StoreError, match=r"line 1 of the journal") as error:
        Journal(tmp_path)
    assert error.value.hint is not None
    assert journal.path.read_bytes() == garbage + b"\n" + whole


def test_the_oldest_steps_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A save finds the journal too large: what it keeps can be undone and redone as before."""
    monkeypatch.setattr("stdtree.store.journal.LARGE", 20_000)
    journal, now = Journal(tmp_path), BEFORE
    largest = 0
    for number in range(300):
        after = now.with_(category("a", f"A{number}"))
        add(journal, now, after)
        now = after
        if number % 3 == 0:
            journal.mark("undone")
            journal.mark("saved")
            journal.mark("redone")
        largest = max(largest, journal.path.stat().st_size)

    assert largest < 25_000
    again = restarted(journal)
    assert again.saved_position == journal.saved_position
    assert 10 < len(again.entries) < 300
    while again.position:
        entry = again.entries[again.position - 1]
        assert fits(now, entry.after)
        now = replayed(now, entry.before)
        again.mark("undone")
    assert again.entries[0].before["a"] == Journal(tmp_path).entries[0].before["a"]


def test_what_is_not_saved_is_never_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However large it grows; nor is the newest step, nor what can be redone."""
    monkeypatch.setattr("stdtree.store.journal.LARGE", 100)
    journal, now = Journal(tmp_path), BEFORE
    for number in range(20):
        after = now.with_(category("a", f"A{number}"))
        add(journal, now, after)
        now = after
    assert len(restarted(journal).entries) == 20

    for _ in range(3):
        journal.mark("undone")
    journal.mark("saved")

    assert len(restarted(journal).entries) == 4
    assert (journal.position, journal.saved_position) == (1, 1)
    journal.mark("discarded")
    assert journal.path.stat().st_size < 100


def test_two_sessions_do_not_mix(tmp_path: Path) -> None:
    """A session whose journal grew by another's hand must read it before it goes on."""
    first, second = Journal(tmp_path), Journal(tmp_path)
    add(first, BEFORE, AFTER)

    with pytest.raises(StoreError, match="another stdtree"):
        add(second, BEFORE, AFTER)
    with pytest.raises(StoreError, match="another stdtree"):
        second.mark("saved")

    assert second.entries == []
    restarted(first)
    add(Journal(tmp_path), AFTER, BEFORE)


@pytest.mark.parametrize(
    "line",
    [
        b"[]",
        b"1",
        b'{"mark": "sold"}',
        b'{"operation": 1}',
        b'{"mark": "undone"}',
        b'{"mark": "redone"}',
    ],
)
def test_a_line_that_is_none_of_ours(tmp_path: Path, line: bytes) -> None:
    """It is said which one, rather than lose steps in silence."""
    (tmp_path / JOURNAL).write_bytes(line + b"\n")

    with pytest.raises(StoreError) as error:
        Journal(tmp_path)

    assert JOURNAL in error.value.message.en
    assert error.value.hint is not None


def test_entries_are_plain_json(tmp_path: Path) -> None:
    """One line each, so that people and other tools can read them."""
    journal = Journal(tmp_path)
    add(journal, BEFORE, AFTER)
    journal.mark("saved")

    first, second = journal.path.read_bytes().splitlines()

    assert msgspec.json.decode(first)["after"]["b"] is None
    assert msgspec.json.decode(second) == {"mark": "saved"}
    assert journal.path.stat().st_mode & 0o077 == 0
