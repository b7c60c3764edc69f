"""Law: asking git which files may differ gives what reading all files gives."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdtree.store import changed
from tests.repos import Repo, isolate, repo, repository

__all__ = ["repo"]

FILES = ("taxonomy/a.yaml", "taxonomy/b/c.yaml", "taxonomy/b/.d.yaml", "taxonomy/e.txt")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["write", "write", "rewrite unseen", "delete", "link", "stage", "unstage", "commit"]
        ),
        st.sampled_from(FILES),
        st.sampled_from(["id: one\n", "id: two\n", "id: three\r\n"]),
    ),
    max_size=8,
)


def take(repo: Repo, step: tuple[str, str, str]) -> None:
    """One thing that somebody may do to a file."""
    what, name, text = step
    file = repo.root / name
    if what == "write":
        file.unlink(missing_ok=True)
        repo.write(name, text)
    elif what == "rewrite unseen" and file.is_file() and not file.is_symlink():
        before = file.stat()
        file.write_bytes(text.encode()[: before.st_size].ljust(before.st_size))
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    elif what in ("delete", "link"):
        file.unlink(missing_ok=True)
        if what == "link":
            file.parent.mkdir(parents=True, exist_ok=True)
            file.symlink_to("a.yaml")
    elif what == "stage":
        repo.git("add --all")
    elif what == "unstage":
        repo.git("reset --quiet")
    elif what == "commit":
        repo.commit_all()


@settings(max_examples=25)
@given(STEPS)
def test_the_same_as_reading_all_files(steps: list[tuple[str, str, str]]) -> None:
    """Whatever was written, staged, linked or set back in time."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        isolate(patch, Path(folder) / "home")
        repo = repository(Path(folder) / "repo")
        repo.write(FILES[0], "id: one\n")
        repo.commit_all()
        for step in steps:
            take(repo, step)
            found = repo.opened.changed_paths()
            patch.setenv("STDTREE_PLAIN", "1")
            assert repo.opened.changed_paths() == found
            patch.delenv("STDTREE_PLAIN")


def test_a_conflict_is_a_change(repo: Repo) -> None:
    """Where git has no single version to compare with, the file is read."""
    repo.write(FILES[0], "id: base\n")
    repo.commit_all()
    repo.git("switch", "--quiet", "--create", "theirs")
    repo.write(FILES[0], "id: theirs\n")
    repo.commit_all()
    repo.git("switch", "--quiet", "main")
    repo.write(FILES[0], "id: ours\n")
    repo.commit_all()
    with pytest.raises(subprocess.CalledProcessError):
        repo.git("merge", "theirs")
    assert repo.opened.changed_paths() == (FILES[0],)


def test_git_is_asked_not_the_files(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that git knows to be as recorded are not opened, however many there are."""
    for number in range(20):
        repo.write(f"taxonomy/n{number}.yaml", "id: one\n")
    repo.commit_all()
    index = repo.root / ".git/index"
    later = index.stat().st_mtime_ns + 2_000_000_000
    os.utime(index, ns=(later, later))  # else all were written in its second
    repo.write("taxonomy/n3.yaml", "id: another\n")
    read: list[Path] = []
    monkeypatch.setattr(changed, "blob_id", lambda file, **_: read.append(file))
    assert repo.opened.changed_paths() == ("taxonomy/n3.yaml",)
    assert read == [repo.root / "taxonomy/n3.yaml"]
