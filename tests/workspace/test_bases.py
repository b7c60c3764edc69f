"""The base of a comparison: named, or found by itself; in shallow clones, too."""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

import pytest

from stdtree.errors import StdtreeError, StoreError, UsageError
from stdtree.workspace import Workspace
from stdtree.workspace.bases import Base, base_of
from tests.repos import Repo
from tests.workspace.systems import BROKERS, TRANSFER, replace

MERGE = "refs/pull/5/merge"
ZEROS = "0" * 40


@dataclass(frozen=True)
class Forge:
    """What a forge has: main went on after `fork`; a branch left it there; both merged on trial."""

    origin: Repo
    fork: str
    main: str
    branch: str
    merged: str

    def clone(self, *options: str, at: str = "") -> Repo:
        """A copy as a build makes it, with `at` checked out."""
        folder = self.origin.root.parent / "build"
        self.origin.git("clone", "--quiet", *options, self.origin.root.as_uri(), str(folder))
        made = Repo(folder)
        if at:
            depth = [option for option in options if option.startswith("--depth")]
            made.git("fetch", "--quiet", *depth, "origin", at)
            made.git("checkout", "--quiet", "--detach", "FETCH_HEAD")
        return made


@pytest.fixture
def forge(system: Repo) -> Forge:
    """A repository with a pull request."""
    fork = system.git("rev-parse", "HEAD")
    system.git("switch -qc work")
    replace(system.root, TRANSFER, "code: B1", "code: B7")
    branch = system.commit_all("work")
    system.git("switch -q main")
    replace(system.root, BROKERS, "code: B11", "code: B12")
    main = system.commit_all("meanwhile")
    system.git("switch -q --detach main")
    system.git("merge", "--quiet", "--no-ff", "--no-verify", "-m", "trial", "work")
    merged = system.git("rev-parse", "HEAD")
    system.git("update-ref", MERGE, merged)
    system.git("switch -q main")
    return Forge(system, fork, main, branch, merged)


def found(repo: Repo, name: str = "auto", **environ: str) -> Base:
    """The base that is found there."""
    return base_of(Workspace.open(repo.root), name, environ)


def refused(repo: Repo, name: str = "auto", **environ: str) -> StdtreeError:
    """The error where there is none; it has a hint in both languages."""
    with pytest.raises(StdtreeError) as caught:
        found(repo, name, **environ)
    assert caught.value.hint is not None
    assert caught.value.hint.zh
    return caught.value


def obeyed(repo: Repo, error: StdtreeError) -> None:
    """Types the command that a hint gives."""
    assert error.hint is not None
    (command,) = re.findall(r"git fetch [^;]*", error.hint.en)
    repo.git(*shlex.split(command)[1:])


def test_where_a_branch_left_the_one_that_is_named(forge: Forge) -> None:
    """Not that branch as it is now: what others did meanwhile is not ours."""
    forge.origin.git("switch -q work")
    base = found(forge.origin, "main")
    assert (base.revision, base.found.en) == (forge.fork, "where HEAD left main")
    assert base.name == forge.fork[: len(base.name)]


def test_the_first_parent_of_a_merge_result(forge: Forge) -> None:
    """refs/pull/N/merge and merged results: what they were merged into."""
    build = forge.clone(at=MERGE)
    base = found(build, GITHUB_REF=MERGE, GITHUB_SHA=forge.merged, GITHUB_BASE_REF="main")
    assert base.revision == forge.main
    assert base.found.en == f"first parent of the merge result {MERGE}"
    for kind in ("merged_result", "merge_train"):
        told = {"CI_MERGE_REQUEST_EVENT_TYPE": kind, "CI_MERGE_REQUEST_DIFF_BASE_SHA": forge.fork}
        assert found(build, **told).revision == forge.main


def test_a_build_that_checked_out_the_head_instead(forge: Forge) -> None:
    """What the environment says of the merge result does not hold for it."""
    build = forge.clone(at="work")
    told = {"GITHUB_REF": MERGE, "GITHUB_SHA": forge.merged, "GITHUB_BASE_REF": "main"}
    base = found(build, **told)
    assert (base.revision, base.found.en) == (
        forge.fork, "where HEAD left origin/main (GITHUB_BASE_REF)",
    )  # fmt: skip


def test_a_merge_queue_names_its_base(forge: Forge) -> None:
    """In the name of its branch, of the build or checked out."""
    queue = f"gh-readonly-queue/main/pr-5-{forge.main}"
    build = forge.clone(at=MERGE)
    base = found(build, GITHUB_REF=f"refs/heads/{queue}")
    assert (base.revision, base.found.en) == (forge.main, "the merge queue of main")
    build.git("switch", "-qc", queue)
    assert found(build).revision == forge.main


def test_what_gitlab_says(forge: Forge) -> None:
    """The commit, else the branch; before a push, unless the branch is new."""
    build = forge.clone(at="work")
    assert found(build, CI_MERGE_REQUEST_DIFF_BASE_SHA=forge.fork).revision == forge.fork
    base = found(build, CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main")
    assert "CI_MERGE_REQUEST_TARGET_BRANCH_NAME" in base.found.en
    pushed = {"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BEFORE_SHA": forge.main}
    assert found(build, **pushed).revision == forge.main
    assert found(build, **pushed | {"CI_COMMIT_BEFORE_SHA": ZEROS}).found.en.endswith("origin/main")


@pytest.mark.parametrize("event", ['{"before": "%s"}', '{"before": "--all"}', "[", "[1]", ""])
def test_what_a_push_to_github_replaced(forge: Forge, tmp_path: Path, event: str) -> None:
    """From the file of the event; one that says nothing useful is passed over."""
    file = tmp_path / "event.json"
    file.write_text(event % forge.branch if "%" in event else event)
    build = forge.clone()
    base = found(build, GITHUB_EVENT_NAME="push", GITHUB_EVENT_PATH=str(file))
    assert base.revision == (forge.branch if "%" in event else forge.main)


def test_what_a_branch_follows(forge: Forge) -> None:
    """Its upstream; where that is its own copy, the main line of the origin."""
    build = forge.clone()
    build.git("switch", "-qc", "mine", "--track", "origin/main")
    build.commit_all("mine")
    assert found(build).revision == forge.main
    build.git("switch", "-q", "work")
    base = found(build)
    assert (base.revision, base.found.en) == (forge.fork, "where HEAD left origin/main")


def test_nothing_to_go_by(forge: Forge) -> None:
    """Without a remote, a branch has to be named: one that is there."""
    forge.origin.git("checkout -q main")
    forge.origin.git("branch -q -m work topic")
    error = refused(forge.origin)
    assert isinstance(error, UsageError)
    assert "--base topic" in error.hint.en  # type: ignore[union-attr]  # `refused` looked


def test_without_a_remote(forge: Forge) -> None:
    """A branch is compared with what is called main here."""
    forge.origin.git("checkout -q work")
    assert found(forge.origin).found.en == "where HEAD left main"


@pytest.mark.parametrize(
    ("name", "words"),
    [("mian", "there is no branch or revision mian"), ("--all", "no branch or revision --all")],
)
def test_names_that_are_nothing(forge: Forge, name: str, words: str) -> None:
    """They reach git as revisions only."""
    assert words in refused(forge.origin, name).message.en


def test_no_common_history(forge: Forge) -> None:
    """Two beginnings have no base."""
    forge.origin.git("checkout -q --orphan other")
    forge.origin.commit_all("elsewhere")
    assert "no common history" in refused(forge.origin, "main").message.en


def test_without_a_repository_or_a_commit(folder: Path, repo: Repo) -> None:
    """Both say what is missing."""
    for root in (folder, repo.root):
        (root / "taxonomy/categories").mkdir(parents=True, exist_ok=True)
        with pytest.raises(UsageError, match="repository with commits"):
            base_of(Workspace.open(root), "auto", {})


# -- shallow clones: the command of the hint makes it work ----------------------------------------


def test_a_shallow_merge_result(forge: Forge) -> None:
    """One commit is fetched, and no more: the one it was merged into."""
    build = forge.clone("--depth=1", "--branch=work", at=MERGE)
    environ = {"GITHUB_REF": MERGE, "GITHUB_SHA": forge.merged}
    error = refused(build, **environ)
    assert isinstance(error, StoreError)
    assert f"git fetch --depth=1 origin {forge.main}" in error.hint.en  # type: ignore[union-attr]
    obeyed(build, error)
    assert found(build, **environ).revision == forge.main
    assert build.git("rev-list", "--count", "HEAD", forge.main) == "2"


def test_a_shallow_clone_without_the_commit_that_is_named(forge: Forge) -> None:
    """The same for GitLab's."""
    build = forge.clone("--depth=1", at="work")
    environ = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": forge.fork}
    obeyed(build, refused(build, **environ))
    assert found(build, **environ).revision == forge.fork


@pytest.mark.parametrize("options", [("--depth=1",), ("--depth=1", "--no-single-branch")])
def test_a_shallow_clone_that_does_not_reach_the_fork(
    forge: Forge, options: tuple[str, ...]
) -> None:
    """With the branch or without it: the history of both ends is fetched."""
    build = forge.clone(*options, at="work")
    if len(options) == 1:
        build.git("update-ref", "-d", "refs/remotes/origin/main")
        build.git("branch", "--quiet", "-D", "main")
    error = refused(build, GITHUB_BASE_REF="main")
    assert "git fetch --unshallow" in error.hint.en  # type: ignore[union-attr]  # `refused` looked
    obeyed(build, error)
    assert found(build, GITHUB_BASE_REF="main").revision == forge.fork


def test_a_shallow_clone_without_the_branch_that_is_named(forge: Forge) -> None:
    """The command fetches that branch: all of the others would not bring it."""
    build = forge.clone("--depth=1", "--branch=work")
    obeyed(build, refused(build, "origin/main"))
    assert base_of(Workspace.open(build.root), "origin/main", {}).revision == forge.fork


def test_a_shallow_clone_is_not_compared_with_itself(forge: Forge) -> None:
    """A build of one branch, of which nobody says where it goes, would find nothing changed."""
    build = forge.clone("--depth=1", "--branch=work")
    build.git("update-ref", "-d", "refs/remotes/origin/HEAD")
    assert "no base to compare with" in refused(build).message.en


def test_a_branch_name_is_no_command(forge: Forge) -> None:
    """What the environment says is quoted in what people are to type."""
    name = "x;touch${IFS}owned"
    error = refused(forge.clone(), GITHUB_BASE_REF=name)
    assert shlex.quote(f"+refs/heads/{name}:refs/remotes/origin/{name}") in error.hint.en  # type: ignore[union-attr]


def test_the_event_of_a_hostile_push(forge: Forge, tmp_path: Path) -> None:
    """An id that is none never reaches git."""
    file = tmp_path / "event.json"
    file.write_text(json.dumps({"before": "--output=owned" + "a" * 26}))
    base = found(forge.clone(), GITHUB_EVENT_NAME="push", GITHUB_EVENT_PATH=str(file))
    assert base.revision == forge.main
