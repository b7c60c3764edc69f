"""Locks in the way: who holds them, what can be cleared, and what is never touched."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from stdtree.errors import StoreError
from stdtree.store.git_locks import clear_left, index_locked
from tests.repos import Repo, repo

__all__ = ["repo"]

AA = "taxonomy/categories/a.yaml"


@pytest.fixture
def changed(repo: Repo) -> Repo:
    """A repository with something to commit."""
    repo.write(AA, "id: a\n")
    repo.commit_all()
    repo.write(AA, "id: b\n")
    return repo


@pytest.mark.parametrize("name", ["index.lock", "HEAD.lock", "refs/heads/main.lock"])
def test_a_lock_that_git_left(changed: Repo, name: str) -> None:
    """It is named with the command that clears it; typing that is enough, and nothing changed."""
    lock = changed.root / ".git" / name
    lock.touch()
    head, index = changed.opened.head(), (changed.root / ".git/index").read_bytes()

    for refused in (
        lambda: changed.opened.commit([AA], "x"),
        changed.opened.require_committable,
    ):
        with pytest.raises(StoreError, match="perhaps left by an interrupted git") as caught:
            refused()

    assert caught.value.hint is not None
    assert lock.exists()
    assert changed.opened.head() == head
    assert (changed.root / ".git/index").read_bytes() == index
    command = caught.value.hint.en.partition("type: ")[2]
    subprocess.run(command, shell=True, check=True)  # noqa: S602 -- as a user would paste it
    assert changed.opened.commit([AA], "x") == changed.opened.head()


def test_the_lock_of_a_tag(changed: Repo) -> None:
    """The same for a lock that only git comes upon."""
    head = changed.opened.head() or ""
    lock = changed.root / ".git/refs/tags/taxonomy/1.0.lock"
    lock.parent.mkdir(parents=True)
    lock.touch()

    with pytest.raises(StoreError, match="the repository is locked") as caught:
        changed.opened.annotated_tag("taxonomy/1.0", head, "x")

    assert caught.value.hint is not None
    assert f"rm '{lock}'" in caught.value.hint.en


def test_a_git_at_work_is_named(changed: Repo) -> None:
    """Where the system tells, the process is named, and nothing is offered to be cleared."""
    if not Path("/proc/self/cwd").exists():
        pytest.skip("this system does not tell")
    (changed.root / ".git/index.lock").touch()
    with subprocess.Popen(
        ["git", "cat-file", "--batch"],
        cwd=changed.root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"none\n")
        process.stdin.flush()
        process.stdout.readline()  # it has started

        told = f"process {process.pid}: git cat-file --batch"
        with pytest.raises(StoreError, match=told) as caught:
            changed.opened.commit([AA], "x")

        assert caught.value.hint is not None
        assert "rm " not in caught.value.hint.en


def test_what_a_stdtree_left_is_cleared_without_a_word(changed: Repo) -> None:
    """It died while it held the index; the kernel knows that it is gone."""
    program = (
        "import os, sys; from pathlib import Path\n"
        "from stdtree.store.git_locks import index_locked\n"
        "root = Path(sys.argv[1])\n"
        "with index_locked(root, root / '.git'): os._exit(9)"
    )
    lock = changed.root / ".git/index.lock"
    subprocess.run([sys.executable, "-c", program, str(changed.root)], check=False)
    assert lock.exists()

    new = changed.opened.commit([AA], "x")

    assert changed.opened.head() == new
    assert not lock.exists()


def test_what_a_living_stdtree_holds_stays(changed: Repo) -> None:
    """And what git left stays, too: only a lock of a stdtree that died goes."""
    git_dir = changed.root / ".git"
    with index_locked(changed.root, git_dir):
        clear_left(git_dir)
        assert (git_dir / "index.lock").exists()
    assert not (git_dir / "index.lock").exists()

    (git_dir / "index.lock").write_bytes(b"stdtree\nand more")
    clear_left(git_dir)
    assert (git_dir / "index.lock").exists()
