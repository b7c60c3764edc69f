"""Committing our files and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stdtree.errors import StoreError
from stdtree.store.git import Repository
from tests.repos import Repo, repo

__all__ = ["repo"]

AA = "taxonomy/categories/AA 研发/a b.yaml"
NEW = 'taxonomy/categories/新 "q"\\.yaml'


def hint_of(repository: Repository, paths: list[str]) -> str:
    """What the refusal of a commit says to type."""
    with pytest.raises(StoreError) as caught:
        repository.commit(paths, "x")
    assert caught.value.hint is not None
    return caught.value.hint.en


def test_commits_changed_new_and_deleted_files(repo: Repo) -> None:
    """Each as it is on disk, with author, date and message."""
    repo.write(AA, "id: a\n")
    repo.write("taxonomy/gone.yaml", "id: g\n")
    first = repo.commit_all()
    repo.write(AA, "id: b\n")
    repo.write(NEW, "id: n\n")
    (repo.root / "taxonomy/gone.yaml").unlink()
    opened = repo.opened

    new = opened.commit(opened.changed_paths(), "修订 AA\n\n# 说明\n", date="2027-03-04")

    assert opened.head() == new
    assert repo.git("rev-parse", "HEAD^") == first
    assert repo.git("-c", "core.quotePath=false", "show", "--format=", "--name-status", "-z") == (
        f"M\0{AA}\0A\0{NEW}\0D\0taxonomy/gone.yaml\0"
    )
    assert repo.git("log", "-1", "--format=%an %ae %aI %cI") == (
        "测试者 tester@example.org 2027-03-04T00:00:00+00:00 2027-03-04T00:00:00+00:00"
    )
    assert repo.git("log", "-1", "--format=%B") == "修订 AA\n\n# 说明"
    assert repo.git("status --short") == ""
    assert repo.git("reflog", "-1", "--format=%gs") == "commit: 修订 AA"
    assert repo.git("fsck --strict") == ""


def test_what_others_staged_stays_staged(repo: Repo) -> None:
    """Staged changes of other files, even under taxonomy/, are neither committed nor lost."""
    for name in ("a", "b", "c"):
        repo.write(f"taxonomy/{name}.yaml", "id: x\n")
    repo.write("README.md", "x\n")
    repo.commit_all()
    repo.write("taxonomy/b.yaml", "id: staged\n")
    repo.git("add --all")
    repo.git("rm --quiet taxonomy/c.yaml")
    repo.write("taxonomy/b.yaml", "id: later\n")
    repo.write("README.md", "unstaged\n")
    repo.write("taxonomy/a.yaml", "id: y\n")

    repo.opened.commit(["taxonomy/a.yaml"], "only a")

    assert repo.git("show", "--format=", "--name-only") == "taxonomy/a.yaml"
    assert repo.git("status", "--short").splitlines() == [
        " M README.md",
        "MM taxonomy/b.yaml",
        "D  taxonomy/c.yaml",
    ]
    assert repo.git("show", ":taxonomy/b.yaml") == "id: staged"


def test_files_changed_in_the_second_of_the_index_are_still_seen(repo: Repo) -> None:
    """Git tells them by comparing times with the index; a newer index would hide the change."""
    repo.write("taxonomy/a.yaml", "id: x\n")
    other = repo.write("other", "one\n")
    repo.commit_all()
    repo.write("taxonomy/a.yaml", "id: y\n")
    repo.write("other", "two\n")
    index = repo.root / ".git/index"
    os.utime(other, ns=(1, 1_700_000_000_000_000_000))
    repo.git("add other")
    repo.write("other", "six\n")
    for file in (other, index):
        os.utime(file, ns=(1, 1_700_000_000_000_000_000))

    repo.opened.commit(["taxonomy/a.yaml"], "only a")

    assert repo.git("status", "--short") == "MM other"


def test_the_first_commit(repo: Repo) -> None:
    """On an unborn branch, with and without something staged."""
    repo.write("README.md", "x\n")
    repo.git("add --all")
    repo.write(AA, "id: a\n")

    new = repo.opened.commit([AA], "first")

    assert repo.git("rev-list --count HEAD") == "1"
    assert repo.opened.head() == new
    assert repo.git("status --short") == "A  README.md"


def test_commits_from_a_folder_below_the_top(repo: Repo) -> None:
    """Paths count from the system's folder."""
    repo.write("README.md", "x\n")
    repo.commit_all()
    repo.write(f"项目/{AA}", "id: a\n")
    below = Repository.find(repo.root / "项目")
    assert below is not None

    below.commit([AA], "new")

    assert repo.git("show", "--format=", "--name-only", "-z") == f"项目/{AA}\0"
    assert repo.git("status --short") == ""


def test_commits_in_a_linked_work_tree(repo: Repo) -> None:
    """Its own HEAD and index, the shared branches."""
    repo.write(AA, "id: a\n")
    first = repo.commit_all()
    repo.git("worktree", "add", "--quiet", "../linked", "-b", "分支/一")
    linked = Repo(repo.root.parent / "linked")
    linked.write(AA, "id: b\n")

    new = linked.opened.commit([AA], "linked")

    assert repo.git("rev-parse", "分支/一") == new
    assert repo.opened.head() == first
    assert linked.git("status --short") == ""


def test_modes_are_kept(repo: Repo) -> None:
    """A file that somebody made executable stays so."""
    repo.write(AA, "id: a\n").chmod(0o755)
    repo.commit_all()
    repo.write(AA, "id: b\n")

    repo.opened.commit([AA], "x")

    assert repo.git("ls-tree", "-r", "HEAD").startswith("100755 ")


def test_nothing_to_commit_is_said(repo: Repo) -> None:
    """No empty commits, before and after the first one."""
    assert "save first" in hint_of(repo.opened, [])

    repo.write(AA, "id: a\n")
    repo.commit_all()

    assert "save first" in hint_of(repo.opened, [AA, "taxonomy/never-was.yaml"])


def test_nobody_to_commit_as(repo: Repo) -> None:
    """Without a name the message holds both commands to type."""
    Path(os.environ["GIT_CONFIG_GLOBAL"]).write_text("", encoding="utf-8")
    repo.write(AA, "id: a\n")

    hint = hint_of(repo.opened, [AA])

    assert "git config --global user.name" in hint
    assert "git config --global user.email" in hint


def test_no_commit_without_a_branch(repo: Repo) -> None:
    """What is committed to a detached HEAD is soon lost from sight."""
    repo.commit_all()
    repo.git("checkout --quiet --detach")
    repo.write(AA, "id: a\n")

    assert "git switch -c" in hint_of(repo.opened, [AA])


def test_no_commit_in_the_middle_of_a_merge(repo: Repo) -> None:
    """It would become the merge's commit, with one parent missing."""
    repo.write(AA, "1\n")
    repo.commit_all()
    repo.git("checkout --quiet -b other")
    repo.write(AA, "2\n")
    repo.commit_all()
    repo.git("checkout --quiet main")
    repo.write("other", "3\n")
    repo.commit_all()
    repo.git("merge --quiet --no-commit other")

    assert "git merge --abort" in hint_of(repo.opened, [AA])


def test_a_branch_that_cannot_move_leaves_everything_as_it_was(repo: Repo) -> None:
    """The index is taken back when git refuses to move the branch."""
    repo.write(AA, "id: a\n")
    first = repo.commit_all()
    repo.write(AA, "id: b\n")
    index = (repo.root / ".git/index").read_bytes()
    log = repo.root / ".git/logs/HEAD"
    log.unlink()
    (log / "in the way").mkdir(parents=True)
    (log / "in the way" / "file").touch()

    assert "git status" in hint_of(repo.opened, [AA])

    assert (repo.root / ".git/index").read_bytes() == index
    assert not (repo.root / ".git/index.lock").exists()
    assert list((repo.root / ".git/stdtree").glob("commit-*/")) == []
    assert repo.opened.head() == first
    assert repo.git("status", "--short", "-z") == f" M {AA}\0"


def test_links_are_not_committed(repo: Repo) -> None:
    """Neither a link nor what lies behind a linked folder."""
    repo.write(AA, "id: a\n")
    repo.commit_all()
    outside = repo.root.parent / "outside"
    outside.mkdir()
    (outside / "secret.yaml").write_text("secret", encoding="utf-8")
    (repo.root / "taxonomy/link.yaml").symlink_to(outside / "secret.yaml")
    (repo.root / "taxonomy/linked").symlink_to(outside)

    assert "plain file" in hint_of(repo.opened, ["taxonomy/link.yaml"])
    assert "save first" in hint_of(repo.opened, ["taxonomy/linked/secret.yaml"])


def test_an_empty_message_is_refused(repo: Repo) -> None:
    """A commit says what has changed."""
    repo.write(AA, "id: a\n")

    with pytest.raises(StoreError, match="message is empty"):
        repo.opened.commit([AA], " \n")
