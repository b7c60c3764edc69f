"""Draft branches, pulling and pushing on the command line: two people, one shared repository."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stdtree.store.moving import NOTE

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def git(folder: Path, *arguments: str) -> str:
    """What git says in a folder."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture
def colleague(system: Path, tmp_path: Path) -> Path:
    """A clone of what `system`, the current folder, has pushed; it has gone on and pushed."""
    hub, clone = tmp_path / "hub.git", tmp_path / "colleague"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(hub))
    git(system, "add", "--all")
    git(system, "commit", "--quiet", "--allow-empty", "-m", "drafted")
    git(system, "remote", "add", "origin", str(hub))
    git(system, "push", "--quiet", "--set-upstream", "origin", "HEAD:main")
    git(tmp_path, "clone", "--quiet", str(hub), str(clone))
    return clone


def renamed(run: Run, folder: Path, code: str, title: str) -> None:
    """An edit, committed."""
    assert run("-C", str(folder), "edit", "rename-category", code, "--name", title).code == 0
    assert run("-C", str(folder), "commit", "-m", title).code == 0


def test_there_and_back(run: Run, colleague: Path) -> None:
    """Consent once, then push, pull and what came of it."""
    renamed(run, Path(), "AA", "术语标准")
    assert "1 commit not pushed: stdtree push" in run("status").out
    refused = run("push")
    pushed = run("push", "--trust")

    assert (refused.code, pushed.code) == (2, 0)
    assert "--trust" in refused.err
    assert pushed.out == "pushed to origin/main\n"
    git(colleague, "fetch", "--quiet")
    assert (
        "1 commit of origin/main not pulled: stdtree pull"
        in run("-C", str(colleague), "status").out
    )

    pulled = run("-C", str(colleague), "pull", "--trust")

    assert pulled.code == 0
    assert pulled.out.startswith("1 file updated; what changed: stdtree diff ")
    assert "术语标准" in run("-C", str(colleague), "show", "--lang", "zh").out
    assert run("-C", str(colleague), "pull").out == "up to date\n"


def test_what_changed_can_be_looked_at(run: Run, colleague: Path) -> None:
    """The command that the answer names works."""
    renamed(run, Path(), "AA", "术语标准")
    run("push", "--trust")
    pulled = run("-C", str(colleague), "pull", "--trust", "--lang", "zh")

    words = pulled.out.partition("stdtree ")[2].split()

    assert "术语标准" in run("-C", str(colleague), *words).out


def test_both_have_gone_on(run: Run, colleague: Path) -> None:
    """Nothing is changed, and the way out that is named works."""
    renamed(run, Path(), "AA", "术语标准")
    run("push", "--trust")
    renamed(run, colleague, "AB", "方法标准")
    at = ("-C", str(colleague))

    refused = run(*at, "pull", "--trust")

    assert refused.code == 2
    assert "both sides have gone on" in refused.err
    assert "术语标准" in run(*at, "diff", "HEAD", "origin/main", "--lang", "zh").out
    assert run(*at, "draft", "--new", "mine").out == "made and switched to mine\n"
    assert run(*at, "push").out == "pushed to origin/mine\n"


@pytest.mark.usefixtures("colleague")
def test_drafts(run: Run) -> None:
    """Made, listed, switched, and removed once merged or if it is meant."""
    start = git(Path(), "symbolic-ref", "--short", "HEAD")
    run("draft", "--new", "草案")
    renamed(run, Path(), "AA", "术语标准")
    assert [line.split()[:2] for line in run("draft").out.splitlines() if "草案" in line] == [
        ["*", "草案"]
    ]
    assert run("draft", start).out == f"switched to {start}\n"
    assert "术语标准" not in run("show", "--lang", "zh").out
    refused = run("draft", "草案", "--delete")
    assert (refused.code, "1 commit" in refused.err) == (2, True)

    gone = run("draft", "草案", "--delete", "--anyway")

    command = gone.out.strip().partition(": ")[2].split()
    subprocess.run(command, check=True)
    assert "草案" in run("draft").out


@pytest.mark.usefixtures("system")
def test_a_name_is_needed(run: Run) -> None:
    """To make or to remove."""
    for option in ("--new", "--delete"):
        ended = run("draft", option)
        assert (ended.code, "stdtree draft --new" in ended.err) == (2, True)


def test_what_was_cut_short_is_told(run: Run, colleague: Path) -> None:
    """Status says so; the next command ends it and says how."""
    old, branch = git(Path(), "rev-parse", "HEAD"), git(Path(), "symbolic-ref", "--short", "HEAD")
    renamed(run, colleague, "AA", "术语标准")
    run("-C", str(colleague), "push", "--trust")
    git(Path(), "fetch", "--quiet")
    new = git(Path(), "rev-parse", "origin/main")
    note = Path(".git/stdtree") / NOTE
    note.write_text(f'{{"old": "{old}", "new": "{new}", "branch": "{branch}"}}')
    assert "was cut short" in run("status").out

    ended = run("pull", "--trust")

    assert (ended.code, "it is complete now" in ended.err) == (2, True)
    assert "术语标准" in run("show", "--lang", "zh").out
    assert "cut short" not in run("status").out
