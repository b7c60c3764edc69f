"""Finding a repository and asking for its state."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from stdtree.errors import StoreError
from stdtree.store.git import Repository
from stdtree.store.git_refusals import require_recent
from tests.repos import Repo, isolate, repo, repository

__all__ = ["repo"]


def test_finds_the_repository_around_a_folder(repo: Repo) -> None:
    """From any folder below, with the paths counted from that folder."""
    repo.write("项目/taxonomy/system.yaml", "id: x\n")

    found = Repository.find(repo.root / "项目")

    assert found is not None
    assert (repo.root, repo.root / ".git") == (found.root, found.git_dir)
    assert found.prefix == "项目/"


def test_finds_nothing_where_there_is_no_repository(tmp_path: Path) -> None:
    """A folder outside any work tree has no repository; a stray `.git` folder does not make one."""
    (tmp_path / "a" / ".git").mkdir(parents=True)

    assert Repository.find(tmp_path / "a") is None


def test_finding_costs_no_git(repo: Repo) -> None:
    """Opening and finding must not start git: `stdtree check` would pay for it."""
    code = (
        "import sys; from pathlib import Path; from stdtree.store.git import Repository;"
        "r = Repository.find(Path.cwd()); r.under_way(); r.is_shallow();"
        "sys.exit('stdtree.store.plumbing' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=repo.root, check=False)

    assert done.returncode == 0


def test_bare_repositories_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bare repository has no files to edit: say so, with the fix."""
    isolate(monkeypatch, tmp_path / "home")
    repository(tmp_path / "x").git("clone", "--quiet", "--bare", ".", "../bare.git")

    with pytest.raises(StoreError) as caught:
        Repository.find(tmp_path / "bare.git")

    assert "bare" in caught.value.message.en
    assert caught.value.hint is not None
    assert "git clone" in caught.value.hint.en


def test_linked_work_trees_have_their_own_git_folder(repo: Repo) -> None:
    """`.git` is a file there; the private and the shared folder differ."""
    repo.commit_all()
    repo.git("worktree", "add", "--quiet", "../linked", "-b", "other")

    found = Repository.find(repo.root.parent / "linked")

    assert found is not None
    assert found.git_dir == repo.root / ".git/worktrees/linked"
    assert found.common_dir == repo.root / ".git"
    assert found.branch() == "other"


def test_a_work_tree_whose_repository_is_gone_is_explained(repo: Repo) -> None:
    """The `.git` file points nowhere."""
    repo.commit_all()
    repo.git("worktree", "add", "--quiet", "../linked", "-b", "other")
    shutil.rmtree(repo.root)

    with pytest.raises(StoreError, match="points to"):
        Repository.find(repo.root.parent / "linked")


def test_submodules_are_found(repo: Repo, tmp_path: Path) -> None:
    """A submodule's `.git` file leads into the outer repository's git folder."""
    inner = repository(tmp_path / "inner")
    inner.commit_all()
    repo.git("submodule", "--quiet", "add", str(inner.root), "sub")

    found = Repository.find(repo.root / "sub")

    assert found is not None
    assert found.git_dir == repo.root / ".git/modules/sub"
    assert found.head() == inner.git("rev-parse", "HEAD")


def test_resolves_what_users_call_a_revision(repo: Repo) -> None:
    """Branches, tags (to their commit), abbreviated ids; nothing else."""
    first = repo.commit_all("first")
    repo.git("tag", "-a", "taxonomy/1.0", "-m", "1.0")
    second = repo.commit_all("second")
    opened = repo.opened

    assert [opened.resolve(name) for name in ("main", "HEAD~1", first[:8], "taxonomy/1.0")] == [
        second,
        first,
        first,
        first,
    ]
    assert opened.tag("taxonomy/1.0") == first
    assert opened.tag("main") is None
    assert second.startswith(opened.short(second))


@pytest.mark.parametrize(
    "name",
    ["", "none", "--output=x", "-h", "HEAD\0", "HEAD@{99}", "a b", "HEAD:x", "'$(touch x)", "^"],
)
def test_names_that_are_no_revision_resolve_to_nothing(repo: Repo, name: str) -> None:
    """Whatever people type is one argument, and never an option."""
    repo.commit_all()

    assert repo.opened.resolve(name) is None
    assert not (repo.root / "x").exists()


def test_only_full_ids_travel(repo: Repo) -> None:
    """A name where an id belongs is a mistake in the program, not a question to git."""
    with pytest.raises(ValueError, match="main"):
        repo.opened.tree("main")


def test_states_of_head(repo: Repo) -> None:
    """Unborn, on a branch, detached."""
    opened = repo.opened
    assert (opened.head(), opened.branch()) == (None, "main")

    first = repo.commit_all()
    assert (opened.head(), opened.branch()) == (first, "main")

    repo.git("checkout --quiet --detach")
    assert (opened.head(), opened.branch()) == (first, None)


def test_shallow_clones_are_known(repo: Repo, tmp_path: Path) -> None:
    """A release may be missing in them."""
    repo.commit_all()
    repo.commit_all()
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.root}", str(tmp_path / "clone"))
    clone = Repository.find(tmp_path / "clone")

    assert clone is not None
    assert clone.is_shallow()
    assert clone.resolve("HEAD~1") is None
    assert not repo.opened.is_shallow()


def test_merge_under_way_is_named(repo: Repo) -> None:
    """With the commands that end it."""
    repo.write("a", "1\n")
    repo.commit_all()
    repo.git("checkout --quiet -b other")
    repo.write("a", "2\n")
    repo.commit_all()
    repo.git("checkout --quiet main")
    repo.write("a", "3\n")
    repo.commit_all()
    assert repo.opened.under_way() is None

    with pytest.raises(subprocess.CalledProcessError):
        repo.git("merge other")

    said = repo.opened.under_way()
    assert said is not None
    assert "git merge --abort" in said.zh
    with pytest.raises(StoreError, match="conflict"):
        repo.opened.index_tree("")


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("rebase-merge", "git rebase --abort"),
        ("rebase-apply", "git rebase --abort"),
        ("CHERRY_PICK_HEAD", "git cherry-pick --abort"),
        ("REVERT_HEAD", "git revert --abort"),
        ("BISECT_LOG", "git bisect reset"),
    ],
)
def test_other_things_under_way_are_named(repo: Repo, mark: str, said: str) -> None:
    """Each by the file that git leaves while it lasts."""
    (repo.root / ".git" / mark).write_text("x", encoding="utf-8")

    found = repo.opened.under_way()

    assert found is not None
    assert said in found.en


def test_variables_of_another_git_are_left_out(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Inside a hook GIT_DIR and others speak of that hook's repository."""
    first = repo.commit_all()
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_NAMESPACE", "other")

    assert repo.opened.head() == first


def test_no_git_is_explained(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where git is not installed, the message says where to get it."""
    monkeypatch.setenv("PATH", "/nowhere")

    with pytest.raises(StoreError) as caught:
        repo.opened.head()

    assert caught.value.hint is not None
    assert "git-scm.com" in caught.value.hint.en


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to another user")
def test_repositories_of_another_user_are_explained(repo: Repo) -> None:
    """Git's dubious ownership, with the command that says it is fine."""
    repo.commit_all()
    for path in (repo.root, repo.root / ".git"):
        os.chown(path, 12345, 12345)

    with pytest.raises(StoreError) as caught:
        repo.opened.head()

    assert caught.value.hint is not None
    command = caught.value.hint.en.partition("type: ")[2]
    subprocess.run(command, shell=True, check=True)  # noqa: S602 -- as a user would paste it
    assert repo.opened.head() is not None


def test_damaged_repositories_are_explained(repo: Repo) -> None:
    """Said in our words, and never a repository further up."""
    inner = repository(repo.root / "inner")
    (inner.root / ".git/HEAD").write_text("nonsense", encoding="utf-8")

    with pytest.raises(StoreError, match="not a git repository in working order"):
        inner.opened.head()


def test_a_git_that_takes_too_long_is_stopped(repo: Repo) -> None:
    """Terminated and waited for, so that it removes its locks."""
    with pytest.raises(StoreError, match="git hash-object did not end within 0 seconds"):
        repo.opened.plumbing.run("hash-object", "--stdin", data=bytes(10_000_000), seconds=0)


def test_an_old_git_is_refused() -> None:
    """Before 2.36 git cannot be told to sync what it writes."""
    require_recent("git version 2.39.5 (Apple Git-154)")

    for version in ("git version 2.35.8", "git version 1.9"):
        with pytest.raises(StoreError, match="too old"):
            require_recent(version)


def test_init_makes_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the branch that was asked for."""
    isolate(monkeypatch, tmp_path / "home")

    made = Repository.init(tmp_path / "新体系", branch="trunk")

    assert (made.head(), made.branch()) == (None, "trunk")
    assert Repository.find(tmp_path / "新体系") is not None
