"""Several stdtree at once: each does its work or says why not, and nobody's work is lost."""

from __future__ import annotations

import subprocess
import sys

from stdtree.workspace import Workspace
from tests.repos import Repo
from tests.safety.aftermath import leftovers
from tests.shell import Ended, Shell

CATEGORIES = ("A", "B", "C", "BB")


def at_once(shell: Shell, *commands: tuple[str, ...]) -> list[Ended]:
    """Starts all of them, then waits for all."""
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "stdtree", *command],
            cwd=shell.folder,
            env=shell.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for command in commands
    ]
    return [Ended(process.returncode, *said) for process in started if (said := _end(process))]


def _end(process: subprocess.Popen[str]) -> tuple[str, str]:
    return process.communicate(timeout=120)


def renaming(code: str, title: str) -> tuple[str, ...]:
    """The command that renames a category, and saves."""
    return ("edit", "rename-category", code, "--name", f"zh={title}")


def assert_done_or_explained(ended: Ended) -> None:
    """It worked, or it says what stood in the way and what to do."""
    assert ended.code in (0, 2), ended
    assert ended.code == 0 or ("Error:" in ended.err and "Hint:" in ended.err), ended


def test_edits_and_checks(shell: Shell) -> None:
    """What a command reported as saved is in the files; checks meanwhile see a sound system."""
    shell = shell.speaking("en")
    edits = [renaming(code, f"同时改名{code}") for code in CATEGORIES]
    *edited, check, status = at_once(shell, *edits, ("check",), ("status",))

    assert (check.code, status.code) == (0, 0), check
    for ended in edited:
        assert_done_or_explained(ended)
    assert any(ended.code == 0 for ended in edited)
    now = Workspace.open(shell.folder)
    for code, ended in zip(CATEGORIES, edited, strict=True):
        wanted = f"同时改名{code}"
        assert (now.category(code).title["zh"] == wanted) == (ended.code == 0), ended
    assert leftovers(shell.folder) == []


def test_edits_of_the_same_category(shell: Shell) -> None:
    """The last that was reported as saved holds; the journal knows them all."""
    titles = [f"改名{number}" for number in range(3)]
    ended = at_once(shell.speaking("en"), *(renaming("BB", title) for title in titles))

    for each in ended:
        assert_done_or_explained(each)
    done = {title for title, each in zip(titles, ended, strict=True) if each.code == 0}
    workspace = Workspace.open(shell.folder)
    assert workspace.category("BB").title["zh"] in done
    noted = {title for title in titles for step in workspace.steps() if title in step.label.zh}
    kept = {title for title, each in zip(titles, ended, strict=True) if "journal" in each.err}
    assert noted == done | kept, "a step that could not be saved is said to be kept"


def test_commits_and_a_save(shell: Shell) -> None:
    """Every saved change is committed once; nothing is locked afterwards."""
    shell = shell.speaking("en")
    before = shell.git("rev-parse", "HEAD")
    assert shell.stdtree(*renaming("BB", "先改名")).code == 0
    commit = ("commit", "-m", "a commit")
    *commits, save = at_once(shell, commit, commit, renaming("A", "又改名"))

    for ended in (*commits, save):
        assert_done_or_explained(ended)
    assert any(ended.code == 0 for ended in commits)
    if save.code == 0:
        last = shell.stdtree(*commit)
        assert last.code == 0 or "nothing to commit" in last.err
    assert shell.git("status", "--porcelain") == ""
    assert "先改名" in shell.git("diff", before, "HEAD")
    assert Repo(shell.folder).git("fsck --strict --no-dangling --no-progress") == ""
    assert leftovers(shell.folder) == []
