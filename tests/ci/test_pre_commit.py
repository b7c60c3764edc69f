"""The hooks for pre-commit, run by the real pre-commit in a real repository.

The file under test is the published one but for one word: `language: system` in the place of
`language: python`, so that nothing is downloaded here. The installation by pre-commit itself is
part of tools/try_installation.sh, which the continuous integration runs.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from tests.ci.hosting import break_it, committed
from tests.gates.files import ROOT
from tests.shell import Ended, Shell

HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
CONFIG = """\
repos:
  - repo: {repo}
    rev: {revision}
    hooks:
      - {{id: stdtree-check, args: [--lang, en]}}
      - {{id: stdtree-fmt}}
"""


@pytest.fixture
def drafter(shell: Shell, tmp_path: Path) -> Shell:
    """Somebody whose commits run the hooks."""
    programs = tmp_path / "bin"
    programs.mkdir()
    (program := programs / "stdtree").write_text(
        f'#!/bin/sh\nexec {sys.executable} -I -m stdtree "$@"\n'
    )
    program.chmod(0o755)
    path = f"{programs}:{shell.environment()['PATH']}"
    at = replace(shell, extra={"PATH": path, "PRE_COMMIT_HOME": str(tmp_path / "cache")})
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / ".pre-commit-hooks.yaml").write_text(
        HOOKS.replace("language: python", "language: system")
    )
    there = at.at(hooks)
    there.git("init", "--quiet")
    revision = committed(there, "Hooks")
    (at.folder / ".pre-commit-config.yaml").write_text(
        CONFIG.format(repo=hooks.as_uri(), revision=revision)
    )
    committed(at, "Use hooks")
    ended = pre_commit(at, "install", "--install-hooks")
    assert ended.code == 0, ended
    return at


def pre_commit(shell: Shell, *arguments: str) -> Ended:
    """Run pre-commit."""
    return shell.run(sys.executable, "-m", "pre_commit", *arguments)


def commit(shell: Shell) -> Ended:
    """Commit what is staged, hooks included."""
    return shell.run("git", "commit", "--message", "A change")


def test_what_is_in_order_is_committed(drafter: Shell) -> None:
    """Both hooks pass, over all files, too."""
    ended = drafter.stdtree("edit", "rename-category", "BC", "--name", "zh=甲乙丙服务")
    assert ended.code == 0
    drafter.git("add", "--all")

    ended = commit(drafter)

    assert ended.code == 0, ended
    assert ended.err.count("Passed") == 2
    assert pre_commit(drafter, "run", "--all-files").code == 0


def test_errors_stop_the_commit(drafter: Shell) -> None:
    """With what stdtree says of them."""
    break_it(drafter)
    drafter.git("add", "--all")

    ended = commit(drafter)

    assert ended.code == 1
    assert "dangling-parent" in ended.err
    assert drafter.git("log", "-1", "--format=%s") == "Use hooks"


def test_what_is_staged_counts(drafter: Shell) -> None:
    """Errors on disk alone stop nothing; a deleted parent does, though no file is named."""
    (drafter.folder / "taxonomy/organizations.yaml").touch()
    stray = drafter.folder / "taxonomy/categories/stray.yaml"
    stray.write_text("id: stray\nparent: nowhere\n")
    (drafter.folder / "notes.txt").write_text("notes")
    drafter.git("add", "notes.txt")
    assert (ended := commit(drafter)).code == 0, ended
    stray.unlink()
    drafter.git("rm", "--quiet", "taxonomy/categories/incubation/incubation.yaml")

    ended = commit(drafter)

    assert ended.code == 1
    assert "stdtree check" in ended.err


def test_files_out_of_style_are_rewritten(drafter: Shell) -> None:
    """The commit stops, the files are mended, and the next commit passes."""
    path = drafter.folder / "taxonomy/organizations.yaml"
    path.write_text(path.read_text("utf-8").split("\n", 1)[1], "utf-8")
    drafter.git("add", "--all")

    assert commit(drafter).code == 1
    assert path.read_text("utf-8").startswith("# yaml-language-server:")
    drafter.git("add", "--all")
    assert drafter.git("status", "--short") == ""


def test_the_hooks_are_as_pre_commit_wants_them() -> None:
    """One process at a time, and no names of files: the whole system is read each time."""
    for hook in yaml.safe_load(HOOKS):
        assert (hook["pass_filenames"], hook["require_serial"]) == (False, True)
        assert (hook["language"], hook["entry"].split()[0]) == ("python", "stdtree")
