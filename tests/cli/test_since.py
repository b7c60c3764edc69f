"""`stdtree check --since`: what is shown, what is not, and what it refuses."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_it_says_how_many_others_there_are(run: Run, system: Path) -> None:
    """What was committed before is not shown, and does not fail the check."""
    assert run("commit", "-m", "begun").code == 0
    nothing = run("check", "--since", "HEAD", "--strict")
    assert nothing.code == 0
    assert "other findings not shown" in nothing.out
    file = system / "taxonomy/categories/new.yaml"
    file.write_text("id: new\nparent: nowhere\ncode: AB\ntitle: {zh: 新, en: New}\n", "utf-8")
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
