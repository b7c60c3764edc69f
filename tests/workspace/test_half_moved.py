"""A pull or switch that was cut short: completed, taken back, or left to whoever went on."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from stdtree.errors import StoreError
from stdtree.label import Label
from stdtree.store import moving
from stdtree.store.moving import NOTE, Move
from stdtree.workspace import Workspace, branches
from stdtree.workspace.cut_short import end_move
from tests.repos import Repo
from tests.workspace.systems import BROKERS, TRANSFER, Opened, contents, rename, replace


class Died(BaseException):
    """Stands for the end of the process: nothing is taken back."""


@pytest.fixture
def two_branches(system: Repo, opened: Opened) -> Repo:
    """`main`, and `draft` with two titles changed and a file beside the system; on `main`."""
    workspace = opened()
    branches.start(workspace, "draft")
    for category in ("brokers", "transfer"):
        workspace.apply(rename(category, "草案"))
    workspace.save()
    system.write("README.md", "about the draft\n")
    system.commit_all("the draft")
    branches.switch(workspace, "main")
    return system


def die(monkeypatch: pytest.MonkeyPatch, repo: Repo, *, before: str) -> None:
    """Switch to `draft`, and die before that function of the move is called."""

    def dying(*_: object, **__: object) -> None:
        raise Died

    with monkeypatch.context() as patch:
        patch.setattr(moving, before, dying)
        with pytest.raises(Died):
            branches.switch(Workspace.open(repo.root), "draft")


STEPS = ("write_files", "_put_there", "settle", "_move_head", "remove_file")


@pytest.mark.parametrize("step", STEPS)
def test_the_next_run_completes_it(
    two_branches: Repo, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Wherever it died: then everything is as if nothing had been, and it is said once."""
    die(monkeypatch, two_branches, before=step)

    said = end_move(Workspace.open(two_branches.root))

    assert said is not None
    assert "it is complete now (branch draft)" in said.en
    assert two_branches.git("status", "--short") == ""
    assert two_branches.git("symbolic-ref", "HEAD") == "refs/heads/draft"
    assert end_move(Workspace.open(two_branches.root)) is None


@pytest.mark.parametrize("step", STEPS[:-1])
def test_it_is_taken_back_for_what_was_changed_since(
    two_branches: Repo, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """A file edited in between stays as it is; all others are as before the switch."""
    before = contents(two_branches.root)
    die(monkeypatch, two_branches, before=step)
    file = two_branches.root / BROKERS
    file.write_bytes(file.read_bytes() + "# 其间手改\n".encode())
    edited = file.read_bytes()
    workspace = Workspace.open(two_branches.root)
    with pytest.raises(StoreError, match=r"taken back.*branch draft") as raised:
        branches.switch(workspace, "draft")
    assert raised.value.hint is not None

    assert file.read_bytes() == edited
    after = contents(two_branches.root)
    assert after.keys() == before.keys()
    assert {path for path in after if after[path] != before[path]} == {BROKERS}
    assert two_branches.git("status", "--short").strip() == f"M {BROKERS}"
    assert two_branches.git("symbolic-ref", "HEAD") == "refs/heads/main"
    with pytest.raises(StoreError, match="not committed"):
        branches.switch(workspace, "draft")


def test_whoever_went_on_with_git_is_left_alone(
    two_branches: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The branch is another one now: no file is touched, and it is said."""
    die(monkeypatch, two_branches, before="_move_head")
    two_branches.git("checkout", "--quiet", "--force", "-b", "own")
    replace(two_branches.root, TRANSFER, "类目transfer", "手改")
    two_branches.commit_all("by hand")
    before = contents(two_branches.root)

    said = end_move(Workspace.open(two_branches.root))

    assert said is not None
    assert "nothing was touched" in said.en
    assert contents(two_branches.root) == before
    assert two_branches.git("symbolic-ref", "HEAD") == "refs/heads/own"


@pytest.mark.parametrize(
    "data",
    [b"no json", b"{}", msgspec.json.encode(Move("--output=x", "0" * 40, "main"))],
    ids=["garbage", "empty", "an option"],
)
def test_a_note_of_somebody_else_is_refused(system: Repo, opened: Opened, data: bytes) -> None:
    """A `.git` folder may come from anybody."""
    private = opened().private
    private.mkdir(exist_ok=True)
    (private / NOTE).write_bytes(data)
    before = contents(system.root)

    with pytest.raises(StoreError, match="no note of a move"):
        end_move(opened())

    assert contents(system.root) == before


def test_a_refusal_in_the_middle_is_taken_back(
    two_branches: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git said no after our files were written: they are as before, and no note is left."""
    before = contents(two_branches.root)
    real: Callable[..., None] = moving._move_head  # noqa: SLF001 -- the step that fails
    failing = iter([True])

    def fail_once(*arguments: object) -> None:
        if next(failing, False):
            raise StoreError(Label("不行", "no"))
        real(*arguments)

    monkeypatch.setattr(moving, "_move_head", fail_once)
    workspace = Workspace.open(two_branches.root)
    with pytest.raises(StoreError, match="no"):
        branches.switch(workspace, "draft")

    assert contents(two_branches.root) == before
    assert two_branches.git("status", "--short") == ""
    assert not (workspace.private / NOTE).exists()
