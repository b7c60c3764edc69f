"""Random sequences of edits, committed one by one, and what history tells of them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from stdtree import diff
from stdtree.diff import facts
from stdtree.errors import EditError
from stdtree.model.change import Change
from stdtree.model.difference import End
from stdtree.model.history import Followed
from stdtree.model.taxonomy import Taxonomy
from stdtree.store import layout
from stdtree.workspace import Workspace
from stdtree.workspace.following import Subject
from stdtree.workspace.history import blame, log
from tests import trees
from tests.edit.strategies import sequences
from tests.effort import one_in
from tests.repos import isolate, repository
from tests.store import files


@pytest.fixture(scope="module", autouse=True)
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Cut off from the settings of the machine."""
    with pytest.MonkeyPatch.context() as patch:
        isolate(patch, tmp_path_factory.mktemp("machine") / "home")
        yield


@st.composite
def pasts(draw: st.DrawFn) -> list[tuple[Taxonomy, str]]:
    """States one after the other, and the folder in which the categories lie in each."""
    state, operations = draw(sequences(st.builds(trees.sample)))
    states = [state]
    for operation in operations:
        try:
            states.append(operation.apply(states[-1]))
        except EditError:
            continue
    places = st.permutations(["", "one/", "two/甲/"])
    return [(state, draw(places)[0]) for state in states]


def commit_all(folder: Path, states: list[tuple[Taxonomy, str]]) -> None:
    """A commit for each state, named by its position, and the last of them on disk."""
    stream = bytearray()
    for number, (state, below) in enumerate(states):
        stream += b"commit refs/heads/main\ncommitter a <a@example.org> %d +0000\n" % number
        stream += b"data <<.\n%d\n.\ndeleteall\n" % number
        for path, data in files.of(state).items():
            place = path.replace(f"{layout.CATEGORIES}/", f"{layout.CATEGORIES}/{below}")
            stream += b"M 100644 inline %s\ndata %d\n" % (place.encode(), len(data)) + data + b"\n"
    repository(folder)
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=bytes(stream), check=True)
    files.write(folder, files.of(states[-1][0]))


def own(before: Taxonomy, after: Taxonomy, entity: Followed, identifier: str) -> list[Change]:
    """What two whole taxonomies differ in about one thing."""
    found = diff.compare(End("", before, ""), End("", after, "")).changes
    return told(found, entity, identifier)


def told(changes: tuple[Change, ...], entity: Followed, identifier: str) -> list[Change]:
    """The changes of one thing; what else brought them about is no part of its history."""
    mine = (c for c in changes if (c.entity, c.id) == (entity, identifier))
    return [replace(change, cascade=False) for change in mine]


def origins(states: list[Taxonomy], subject: Subject, *, deep: bool) -> dict[facts.Fact, int]:
    """For each fact of the last state, the first of the states since which it is so."""
    alone = [subject.alone(state.categories.values()) for state in states]
    found = [
        facts.of_categories(one, rows_by_field=deep)
        if subject.entity == "category"
        else facts.of_standards(one)
        for one in alone
    ]
    since = {}
    for fact, value in found[-1].items():
        since[fact] = len(states) - 1
        while since[fact] and facts.holds(found[since[fact] - 1], fact, value):
            since[fact] -= 1
    return since


@one_in(4)
@given(data=st.data())
def test_history_is_what_happened(data: st.DataObject) -> None:
    """The log is the differences between the commits; blame is where they brought each fact.

    And the log, walked backwards from what is there now, ends where there was nothing.
    """
    states = data.draw(pasts())
    trees_only = [state for state, _ in states]
    changed = {
        (change.entity, change.id)
        for one, other in pairwise([Taxonomy(trees.SYSTEM), *trees_only])
        for change in diff.compare(End("", one, ""), End("", other, "")).changes
        if change.kind != "added" or one.categories
    }
    if not changed:
        return
    with TemporaryDirectory() as folder:
        commit_all(Path(folder), states)
        workspace = Workspace.open(Path(folder))
        chosen = st.sets(st.sampled_from(sorted(changed)), min_size=1, max_size=2)
        for entity, identifier in data.draw(chosen):
            if entity in ("category", "standard"):
                _holds(workspace, trees_only, entity, identifier)


def _holds(workspace: Workspace, states: list[Taxonomy], entity: Followed, key: str) -> None:
    subject = Subject(entity, key, states[-1])
    (history,) = log(workspace, key)
    before = [Taxonomy(states[0].system), *states[:-1]]
    expected = {
        str(number): changes
        for number, pair in enumerate(zip(before, states, strict=True))
        if (changes := own(*pair, entity, key))
    }
    got = {
        step.commit.subject: told(step.difference.changes, entity, key)
        for step in reversed(history.steps)
        if step.commit
    }
    assert {number: changes for number, changes in got.items() if changes} == expected
    if entity == "category":
        current = subject.now()
        for step in history.steps:
            current = diff.apply(diff.mirror(step.difference.changes), current)
        assert current == Taxonomy(states[-1].system)
    if not subject.now().categories:
        return
    for deep in (False, True):
        found = blame(workspace, key, rows_by_field=deep).origins
        since = origins(states, subject, deep=deep)
        assert [(one.field, one.standard, one.commit and one.commit.subject) for one in found] == [
            (fact.field, fact.standard, str(number)) for fact, number in since.items()
        ]
