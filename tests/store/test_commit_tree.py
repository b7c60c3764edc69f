"""Law: a tree made without an index is the tree that an index would give."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdtree.store.git_trees import MOST_FOLDERS, changed_trees
from tests.repos import isolate, repository

PATHS = st.sampled_from(
    ["taxonomy/a.yaml", "taxonomy/b/c.yaml", "taxonomy/b", "x", "taxonomy/b/d/e.yaml", "a\ttab"]
)
TEXTS = st.sampled_from(["one\n", "two\n"])


def fitting(files: dict[str, str]) -> dict[str, str]:
    """Without files whose names are those of folders."""
    return {p: t for p, t in files.items() if not any(q.startswith(f"{p}/") for q in files)}


@settings(max_examples=25)
@given(st.dictionaries(PATHS, TEXTS).map(fitting), st.dictionaries(PATHS, TEXTS).map(fitting))
def test_the_tree_is_that_of_an_index(before: dict[str, str], after: dict[str, str]) -> None:
    """Files come, go and change; folders come and go with them."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        isolate(patch, Path(folder) / "home")
        repo = repository(Path(folder) / "repo")
        for path, text in before.items():
            repo.write(path, text)
        first = repo.commit_all()
        for place in repo.root.iterdir():
            if place.is_file():
                place.unlink()
            elif place.name != ".git":
                rmtree(place)
        for path, text in after.items():
            repo.write(path, text)
        repo.git("add --all")
        blobs = {path: repo.git("rev-parse", f":{path}") for path in after}
        entries = {
            path: f"100644 {blobs[path]}" if path in after else None
            for path in before.keys() | after.keys()
            if before.get(path) != after.get(path)
        }
        made = changed_trees(repo.opened.plumbing, Path(folder), first, entries=entries)
        assert made[-1] == repo.git("write-tree")


def test_changes_all_over_are_left_to_an_index() -> None:
    """Each folder costs a call of git."""
    entries = {f"folder{number}/a": None for number in range(MOST_FOLDERS + 1)}
    assert not changed_trees(None, Path(), "0" * 40, entries=entries)  # type: ignore[arg-type]  # git is never asked
