"""What revisions have in common is read once, and is the same as if it were read twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stdtree.store.git import Repository
from stdtree.store.load import Loaded, load
from stdtree.store.revision_tree import RevisionTree
from tests import trees
from tests.effort import one_in
from tests.repos import Repo, isolate, repo
from tests.store import files

__all__ = ["repo"]
TRANSFER = files.path("transfer")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isolate(monkeypatch, tmp_path / "home")


def loaded(repository: Repository, revision: str) -> Loaded:
    """A revision, with what this repository knows already."""
    with repository.tree(revision) as tree:
        found = load(tree)
        found.placed(found.findings)
    return found


def commit(repo: Repo, path: str, data: bytes) -> str:
    """One more commit, in which a file is this."""
    file = repo.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return repo.commit_all()


def test_unchanged_categories_are_the_same_objects(repo: Repo) -> None:
    """So that comparing can pass over them."""
    files.write(repo.root, files.of(trees.sample()))
    before = repo.commit_all()
    after = commit(repo, TRANSFER, b"id: transfer\ntitle:\n  zh: x\n")
    repository = repo.opened

    old, new = (loaded(repository, each).taxonomy.categories for each in (before, after))

    assert [name for name in old if old[name] is not new[name]] == ["transfer"]


DATA = st.sampled_from(
    [
        b"id: [",
        b"id: transfer\ntitle:\n  zh: x\n",
        b"id: transfer\ncode: 010\ntitle:\n  zh: x\n",
        b"id: other\ntitle:\n  zh: x\n",
        b"id: transfer\ntitle:\n  zh: x\n  zh: y\n",
        b"id: transfer\r\ntitle:\r\n  zh: x\r\n",
    ]
)
PATHS = st.sampled_from([TRANSFER, files.path("a/transfer"), "taxonomy/releases/transfer.yaml"])


@settings(one_in(10), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(PATHS, DATA), max_size=4))
def test_gives_what_reading_anew_gives(repo: Repo, changes: list[tuple[str, bytes]]) -> None:
    """Taxonomy, findings and sources of each of several revisions, in any order of reading."""
    files.write(repo.root, files.of(trees.sample()))
    revisions = [repo.commit_all(), *(commit(repo, *change) for change in changes)]
    repository = repo.opened

    for revision in [*revisions, *reversed(revisions)]:
        known, anew = loaded(repository, revision), loaded(repo.opened, revision)

        assert known.taxonomy == anew.taxonomy
        assert (known.findings, known.unreadable) == (anew.findings, anew.unreadable)
        assert known.sources == anew.sources


def test_files_may_be_read_in_any_order(repo: Repo) -> None:
    """Expecting some is a promise to be fast, no promise to come."""
    files.write(repo.root, files.of(trees.sample()))
    with repo.opened.tree(repo.commit_all()) as tree:
        assert isinstance(tree, RevisionTree)
        paths = list(tree.files())
        expected = {path: (repo.root / path).read_bytes() for path in paths}

        tree.expect(paths)

        assert {path: tree.read(path) for path in (*paths[:3], *reversed(paths))} == expected
        tree.expect(paths)
        tree.read(paths[0])
        tree.close()
        assert tree.read(paths[1]) == expected[paths[1]]
