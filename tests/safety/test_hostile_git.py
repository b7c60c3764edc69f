"""Opening a repository runs none of its programs; nor does writing to it, unless it is trusted."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from stdtree.cli import commands
from stdtree.plugins import discover
from stdtree.workspace import Workspace
from tests.repos import Repo, repository
from tests.safety.traps import Traps, set_promisor_trap, set_traps
from tests.shell import Shell
from tests.tui.stage import stage

READING = {
    "blame": ("blame", "technology-transfer"),
    "check": ("check",),
    "diff": ("diff", "1.0", "1.1"),
    "export": ("export", "1.1", "--check"),
    "find": ("find", "转移"),
    "log": ("log", "technology-transfer"),
    "show": ("show",),
    "status": ("status",),
}
"""How each command that reads a repository is called."""

MORE = (
    ("check", "1.0"),
    ("check", "HEAD~1"),
    ("diff", "rev:HEAD~1", "INDEX"),
    ("diff", "1.1"),
    ("show", "BB"),
)


@pytest.fixture
def trapped(shell: Shell, tmp_path: Path) -> tuple[Shell, Traps]:
    """The sample with every trap there is, and a file that has changed."""
    traps = set_traps(Repo(shell.folder), tmp_path / "traps")
    path = shell.folder / "taxonomy/categories/technology-transfer/technology-transfer.yaml"
    found = path if path.exists() else next((shell.folder / "taxonomy/categories").rglob("*.yaml"))
    found.write_text(found.read_text("utf-8") + "# edited\n", "utf-8")
    return shell, traps


def test_reading_runs_nothing(trapped: tuple[Shell, Traps]) -> None:
    """Every command that reads; all of them work."""
    shell, traps = trapped
    there = {name.replace("_", "-") for name in discover(commands)}
    for arguments in [*(READING[name] for name in sorted(READING.keys() & there)), *MORE]:
        ended = shell.stdtree(*arguments)
        assert (ended.code in (0, 1), traps.sprung) == (True, []), (arguments, ended.err)


def test_the_traps_work(trapped: tuple[Shell, Traps]) -> None:
    """Plain git runs at least these, so the other tests mean something."""
    shell, traps = trapped
    shell.run("git", "status")
    shell.run("git", "config", "filter.trap.process", "")  # it speaks no protocol and stops git
    for command in ("diff", "fetch", "commit --all --message=x", "tag --sign -m x y"):
        shell.run("git", *command.split())
    assert {
        *("diff.trap.command", "filter.trap.process", "hooks/pre-commit", "include.path"),
        *("hooks/post-index-change", "remote.origin.url"),
    } <= set(traps.sprung)


async def test_opening_the_editor_runs_nothing(trapped: tuple[Shell, Traps]) -> None:
    """With its check, its status and what has changed."""
    shell, traps = trapped
    async with stage(Workspace.open(shell.folder)) as on:
        await on.settled()
        await on.still()
        await on.press("4")
        await on.sees("现状")
        await on.still()
    assert traps.sprung == []


def test_writing_runs_nothing_unless_trusted(trapped: tuple[Shell, Traps]) -> None:
    """An edit, a commit, a release with its tag; then, trusted, the hooks run."""
    shell, traps = trapped
    for arguments in (
        ("edit", "rename-category", "BB", "--name", "zh=改过的名称"),
        ("commit", "-m", "改名"),
        ("release", "2.0", "--date", "2027-03-01"),
    ):
        ended = shell.stdtree(*arguments)
        assert (ended.code, traps.sprung) == (0, []), (arguments, ended.err)
    assert shell.git("cat-file", "-t", "taxonomy/2.0") == "tag"

    shell.stdtree("edit", "rename-category", "BB", "--name", "zh=又改名")
    shell.stdtree("commit", "-m", "又改名", "--trust")
    assert "hooks/pre-commit" in traps.sprung


def test_branches_and_sharing_run_nothing_unless_trusted(trapped: tuple[Shell, Traps]) -> None:
    """Files come and go with branches; the others are not asked for anything."""
    shell, traps = trapped
    start = shell.git("symbolic-ref", "--short", "HEAD")
    for arguments, code in (
        (("draft", "--new", "草案"), 0),
        (("edit", "rename-category", "BB", "--name", "zh=改过的名称"), 0),
        (("commit", "-m", "改名"), 0),
        (("draft",), 0),
        (("draft", start), 0),
        (("draft", "草案"), 0),
        (("pull",), 2),
        (("push",), 2),
    ):
        ended = shell.stdtree(*arguments)
        assert (ended.code, traps.sprung) == (code, []), (arguments, ended.err)

    shell.stdtree("pull", "--trust")
    assert "remote.origin.url" in traps.sprung


def test_nothing_is_fetched_for_a_missing_object(tmp_path: Path) -> None:
    """A partial clone asks its remote, by a program that the repository names."""
    repo = repository(tmp_path / "repo")
    repo.write("taxonomy/system.yaml", "id: x\n")
    repo.commit_all()
    traps = set_promisor_trap(repo, tmp_path / "traps", "HEAD:taxonomy/system.yaml")

    ended = Shell(repo.root, tmp_path / "own-home", "en").stdtree("check", "HEAD")

    assert (ended.code, traps.sprung) == (2, []), ended
    assert "Hint:" in ended.err
    with pytest.raises(subprocess.CalledProcessError):
        repo.git("cat-file", "-p", "HEAD:taxonomy/system.yaml")
    assert traps.sprung == ["remote.origin.url"], "the trap works: plain git springs it"
