"""`stdtree check --since`, `--base`, `--staged`: what is shown, what is not, what is refused."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run

NEW = "id: new\nparent: {parent}\ncode: {code}\ntitle: {{zh: 新, en: New}}\n"
_CI = ("GITHUB_", "CI_")


@pytest.fixture(autouse=True)
def _no_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the build around these tests says is not about the systems in them."""
    for name in [name for name in os.environ if name.startswith(_CI)]:
        monkeypatch.delenv(name)


def git(*arguments: str) -> str:
    """What git prints in the current folder."""
    done = subprocess.run(["git", *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def new(system: Path, *, parent: str = "nowhere", code: str = "AZ") -> Path:
    """Another category, under a parent that there is not."""
    file = system / "taxonomy/categories/new.yaml"
    file.write_text(NEW.format(parent=parent, code=code), "utf-8")
    return file


def test_it_says_how_many_others_there_are(run: Run, system: Path) -> None:
    """What was committed before is not shown, and does not fail the check."""
    assert run("commit", "-m", "begun").code == 0
    nothing = run("check", "--since", "HEAD", "--strict")
    assert nothing.code == 0
    assert "other findings not shown" in nothing.out
    new(system)
    ended = run("check", "--since", "HEAD")
    assert ended.code == 1
    assert "Only what changed since HEAD and its neighbours" in ended.out
    assert "dangling-parent" in ended.out


def test_it_is_for_the_files_now(run: Run, system: Path) -> None:
    """Not for a release or revision."""
    assert (system / "taxonomy").is_dir()
    ended = run("check", "HEAD", "--since", "HEAD")
    assert ended.code == 2
    assert "--since is for the files as they are now" in ended.err


@pytest.mark.parametrize(
    "ranges", [("--since", "HEAD", "--staged"), ("--base", "auto", "--since", "HEAD")]
)
def test_one_range_at_a_time(run: Run, system: Path, ranges: tuple[str, ...]) -> None:
    """Two are refused."""
    assert (system / "taxonomy").is_dir()
    ended = run("check", *ranges)
    assert ended.code == 2
    assert "exclude each other" in ended.err


def test_the_base_is_found_and_said(run: Run, system: Path) -> None:
    """In the report for people, on stderr for machines; what main did meanwhile is not shown."""
    assert run("commit", "-m", "begun").code == 0
    git("switch", "-qc", "work")
    new(system)
    ended = run("check", "--base", "main")
    assert ended.code == 1
    assert "(where HEAD left main) and its neighbours" in ended.out
    assert ended.err == ""
    machine = run("check", "--base", "main", "--format", "json")
    assert "where HEAD left main" in machine.err
    document = json.loads(machine.out)
    assert "dangling-parent" in {finding["rule"] for finding in document["findings"]}
    assert document["summary"]["since"] == git("rev-parse", "HEAD")
    everything = json.loads(run("check", "--format", "json").out)
    assert len(everything["findings"]) == (
        len(document["findings"]) + document["summary"]["elsewhere"]
    )
    told = run("diff", "--base", "main")
    assert told.code == 0
    assert "base: " in told.err
    assert "→ WORK" in told.out
    both = run("diff", "1.0", "1.1", "--base", "main")
    assert both.code == 2
    assert "--base stands for the older side, 1.0" in both.err


def test_base_takes_the_newer_end_as_its_only_name(run: Run, system: Path) -> None:
    """`diff --base main HEAD` is where HEAD left main, against HEAD; so is `bump`."""
    assert run("commit", "-m", "begun").code == 0
    git("switch", "-qc", "work")
    new(system, parent="terms", code="AA1")
    git("add", "-A")
    git("commit", "-qm", "work")
    assert "New" in run("diff", "--base", "main", "HEAD").out
    assert "No differences" in run("diff", "--base", "HEAD", "HEAD").out
    ended = run("bump", "--base", "main", "HEAD")
    assert ended.code == 0
    assert "minor" in ended.out
    git("switch", "-q", "main")
    assert "New" in run("diff", "--base", "main", "work").out


def test_what_is_staged_is_checked_not_the_disk(run: Run, system: Path) -> None:
    """The index has the error and the disk has not; and the other way round."""
    assert run("commit", "-m", "begun").code == 0
    clean = run("check", "--staged", "--strict")
    assert clean.code == 0
    assert "Only what is staged and its neighbours" in clean.out
    file = new(system)
    assert run("check", "--staged").code == 0
    git("add", "-A")
    file.unlink()
    assert run("check", "--strict", "--since", "HEAD").code == 0
    ended = run("check", "--staged")
    assert ended.code == 1
    assert "taxonomy/categories/new.yaml:2:" in ended.out
    assert "dangling-parent" in ended.out


def test_neighbours_of_what_is_staged(run: Run, system: Path) -> None:
    """A staged deletion is told of by what it leaves behind, though those files stay."""
    child = new(system, parent="terms", code="AA1")
    assert run("commit", "-m", "begun").code == 0
    (terms,) = system.rglob("categories/**/terms.yaml")
    git("rm", "-q", "--", str(terms))
    ended = run("check", "--staged")
    told = json.loads(run("check", "--staged", "--format", "json").out)["summary"]
    assert told["since"] == "INDEX"
    assert told["elsewhere"] > 0
    assert f"{child.relative_to(system)}:2:" in ended.out
    assert "methods.yaml" not in ended.out


def test_before_the_first_commit_everything_is_staged(run: Run, system: Path) -> None:
    """All findings are shown."""
    new(system)
    git("add", "-A")
    ended = run("check", "--staged")
    assert ended.code == 1
    assert "all findings are shown" in ended.out


def test_staged_is_for_the_index(run: Run, system: Path) -> None:
    """Nothing in it is mended: that would change the files."""
    assert (system / "taxonomy").is_dir()
    ended = run("check", "--staged", "--fix")
    assert ended.code == 2
    assert "INDEX" in ended.err
