"""Pulling and pushing between two people and a shared repository, all of them real."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from stdtree.errors import StoreError
from stdtree.store import transfer
from stdtree.store.transfer import Progress, Stopped, Watch
from stdtree.workspace import Workspace, branches, sharing
from tests.workspace.people import Two, edited
from tests.workspace.systems import BROKERS, TRANSFER, contents, release, rename, replace


@pytest.fixture
def two(tmp_path: Path) -> Two:
    """Two people."""
    return Two(tmp_path)


def test_there_and_back(two: Two) -> None:
    """What one pushes the other pulls, files, index and all."""
    pushed = sharing.push(edited(two.ours, "brokers", "经纪"), trusted=True)
    assert (pushed.followed, pushed.apart.ahead, pushed.apart.behind) == ("origin/main", 0, 0)

    theirs = Workspace.open(two.theirs.root)
    assert sharing.pull(theirs, trusted=True) == (BROKERS,)

    assert theirs.taxonomy.categories["brokers"].title["zh"] == "经纪"
    assert two.theirs.git("rev-parse", "HEAD") == two.ours.git("rev-parse", "HEAD")
    assert two.theirs.git("status --short") == ""
    assert sharing.pull(theirs, trusted=True) == ()


def test_a_release_comes_with_its_tag(two: Two) -> None:
    """Others compare with it right away."""
    sharing.push(release(two.ours, "1.0"), trusted=True)

    theirs = Workspace.open(two.theirs.root)
    sharing.pull(theirs, trusted=True)

    assert theirs.names() == ("1.0", "WORK")
    assert two.theirs.git("tag") == "taxonomy/1.0"


def test_a_draft_is_pushed_and_taken_over(two: Two) -> None:
    """It follows the shared one from then on, on both sides."""
    workspace = Workspace.open(two.ours.root)
    branches.start(workspace, "草案")
    found = sharing.push(edited(two.ours, "brokers", "草稿"), trusted=True)
    assert found.followed == "origin/草案"

    theirs = Workspace.open(two.theirs.root)
    sharing.fetch(theirs, trusted=True)
    assert [(b.name, b.is_here) for b in branches.branches(theirs)] == [
        ("main", True),
        ("origin/草案", False),
    ]
    branches.switch(theirs, "草案")

    assert theirs.taxonomy.categories["brokers"].title["zh"] == "草稿"
    standing = sharing.standing(theirs)
    assert standing is not None
    assert standing.followed == "origin/草案"


def test_both_have_gone_on(two: Two) -> None:
    """A push is refused, a pull too; nothing changes, and there is a way out that works."""
    sharing.push(edited(two.ours, "brokers", "甲"), trusted=True)
    theirs = edited(two.theirs, "transfer", "乙")
    before, head = contents(two.theirs.root), two.theirs.git("rev-parse", "HEAD")
    with pytest.raises(StoreError, match="nothing of theirs was overwritten"):
        sharing.push(theirs, trusted=True)
    with pytest.raises(StoreError, match="both sides have gone on"):
        sharing.pull(theirs, trusted=True)
    assert (contents(two.theirs.root), two.theirs.git("rev-parse", "HEAD")) == (before, head)
    standing = sharing.standing(theirs)
    assert standing is not None
    assert standing.diverged

    branches.start(theirs, "mine")
    sharing.push(theirs, trusted=True)

    assert two.hub.git("rev-parse", "mine") == head


def test_what_is_not_committed_is_not_overwritten(two: Two) -> None:
    """The same file was changed here; another one stays changed through a pull."""
    sharing.push(edited(two.ours, "brokers", "甲"), trusted=True)
    theirs = Workspace.open(two.theirs.root)
    replace(two.theirs.root, BROKERS, "类目brokers", "手改")
    before = contents(two.theirs.root)
    with pytest.raises(StoreError, match=r"brokers\.yaml"):
        sharing.pull(theirs, trusted=True)
    assert contents(two.theirs.root) == before

    two.theirs.git("checkout", "--quiet", "--", BROKERS)
    replace(two.theirs.root, TRANSFER, "类目transfer", "手改")
    sharing.pull(Workspace.open(two.theirs.root), trusted=True)

    assert two.theirs.git("status", "--short").strip() == f"M {TRANSFER}"


def test_unsaved_edits_are_saved_first(two: Two) -> None:
    """The journal speaks of the files as they are."""
    theirs = Workspace.open(two.theirs.root)
    theirs.apply(rename("brokers", "改"))

    with pytest.raises(StoreError, match="not saved"):
        sharing.pull(theirs, trusted=True)


def test_nothing_runs_untrusted(two: Two, tmp_path: Path) -> None:
    """The settings of a repository name programs; without trust none of them starts."""
    trap = tmp_path / "sprung"
    two.theirs.git("config", "remote.origin.uploadpack", f"touch {trap}; git-upload-pack")
    with pytest.raises(StoreError, match="trust"):
        sharing.fetch(Workspace.open(two.theirs.root), trusted=False)
    assert not trap.exists()

    sharing.fetch(Workspace.open(two.theirs.root), trusted=True)

    assert trap.exists()


def test_the_other_side_says_no(two: Two) -> None:
    """Its own words are told."""
    hook = two.hub.root / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 请先征求意见 >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)

    with pytest.raises(StoreError, match="refused the push") as raised:
        sharing.push(edited(two.ours, "brokers", "甲"), trusted=True)

    assert "请先征求意见" in raised.value.message.zh


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/nowhere/at/all.git", "no shared repository at its address"),
        ("http://127.0.0.1:9/x.git", "cannot be reached"),
    ],
)
def test_addresses_that_lead_nowhere(two: Two, address: str, said: str) -> None:
    """What is wrong, and that nothing is lost."""
    two.ours.git("remote", "set-url", "origin", address)

    with pytest.raises(StoreError, match=said):
        sharing.fetch(Workspace.open(two.ours.root), trusted=True)


def test_no_shared_repository(two: Two) -> None:
    """What to type to have one."""
    two.ours.git("remote", "remove", "origin")

    with pytest.raises(StoreError, match="no shared repository") as raised:
        sharing.push(Workspace.open(two.ours.root), trusted=True)

    assert raised.value.hint is not None
    assert "git remote add origin" in raised.value.hint.zh


def test_a_password_is_never_asked_for(two: Two, tmp_path: Path) -> None:
    """Ssh finds no terminal to ask on: what it would read there belongs to the screen."""
    ssh = tmp_path / "ssh"
    ssh.write_text(
        "#!/bin/sh\n(read x </dev/tty) 2>/dev/null && exit 3\n"
        "echo Permission denied >&2\nexit 255\n"
    )
    ssh.chmod(0o755)
    two.ours.git("remote", "set-url", "origin", "git@example.org:x.git")
    two.ours.git("config", "core.sshCommand", str(ssh))

    with pytest.raises(StoreError, match="does not let you in"):
        sharing.fetch(Workspace.open(two.ours.root), trusted=True)


def test_a_stuck_transfer_is_stopped(two: Two, tmp_path: Path) -> None:
    """What git has started ends with it, and nothing has changed."""
    began, ended = tmp_path / "began", tmp_path / "ended"
    two.theirs.git(
        "config",
        "remote.origin.uploadpack",
        f"trap 'echo > {ended}; exit' TERM; echo > {began}; while :; do sleep 1 & wait; done;",
    )
    watch = Watch()
    raised: list[BaseException] = []

    def work() -> None:
        try:
            sharing.fetch(Workspace.open(two.theirs.root), trusted=True, watch=watch)
        except Stopped as error:
            raised.append(error)

    worker = threading.Thread(target=work)
    worker.start()
    while not began.exists() and worker.is_alive():
        worker.join(0.05)
    watch.stop.set()
    worker.join(30)

    assert len(raised) == 1
    while not ended.exists():
        worker.join(0.05)


def test_silence_has_an_end(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    """A network that swallows everything does not hang the screen."""
    monkeypatch.setattr(transfer, "SILENCE", 0.3)
    two.theirs.git("config", "remote.origin.uploadpack", "sleep 30;")

    with pytest.raises(StoreError, match="did not answer"):
        sharing.fetch(Workspace.open(two.theirs.root), trusted=True)


def test_progress_is_told(two: Two) -> None:
    """Phases with percentages, ending at 100."""
    for number in range(300):
        two.ours.write(f"taxonomy/categories/many/c{number}.yaml", f"id: c{number}\n" * 50)
    two.ours.commit_all("many files")
    heard: list[Progress] = []

    sharing.push(Workspace.open(two.ours.root), trusted=True, watch=Watch(heard.append))

    assert {progress.phase.zh for progress in heard} >= {"清点内容", "发送"}
    assert heard[-1].percent == 100
