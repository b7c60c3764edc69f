"""A command line to call, a home of its own, and a small system in a git repository."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import pytest

from stdtree.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH_TITLE = "Demo standards system"
GIT_CONFIG = """\
[user]
	name = A Drafter
	email = drafter@example.org
[init]
	defaultBranch = main
"""
_SETTINGS = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "STDTREE_LANG", "LC_ALL")


class Ended(NamedTuple):
    """How a run of the command line ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a git user and no settings of the machine."""
    folder = tmp_path_factory.mktemp("home")
    (folder / ".gitconfig").write_text(GIT_CONFIG)
    monkeypatch.setenv("HOME", str(folder))
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(folder / name.lower()))
    for name in _SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the command line in this process."""

    def call(*arguments: str) -> Ended:
        capsys.readouterr()
        code = main(arguments)
        return Ended(code, *capsys.readouterr())

    return call


@pytest.fixture(scope="session")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A system made by the command line: a part with two domains; nothing committed."""
    folder = tmp_path_factory.mktemp("drafted") / "system"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder.parent / "cache"))
        patch.setenv("XDG_STATE_HOME", str(folder.parent / "state"))
        steps: tuple[tuple[str, ...], ...] = (
            ("init", str(folder), "--title", "zh=示例标准体系", "--title", f"en={ENGLISH_TITLE}"),
            _added("A", "AA", "术语", "Terms"),
            _added("A", "AB", "方法", "Methods"),
        )
        for step in steps:
            at = folder.parent if step[0] == "init" else folder
            assert main(("-C", str(at), *step)) == 0
    return folder


def _added(parent: str, code: str, zh: str, en: str) -> tuple[str, ...]:
    """The command that adds an active category with a definition."""
    texts = ("--name", f"zh={zh}", "--name", f"en={en}", "--definition", f"zh={zh}的定义。")
    return ("edit", "add-category", parent, "--code", code, *texts, "--status", "active")


@pytest.fixture
def system(drafted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the drafted system, and the current folder is there."""
    folder = tmp_path / "system"
    shutil.copytree(drafted, folder, symlinks=True)
    monkeypatch.chdir(folder)
    return folder
