"""A hosted repository with a pull request, made once: jobs work in clones of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.shell import Shell


@dataclass(frozen=True)
class Host:
    """Main went on by a commit after the branch had left it; the branch renames a category."""

    shell: Shell
    """Where commits were made."""
    remote: Path
    base: str
    """Last commit of main."""
    head: str
    """Last commit of the branch."""
    merge: str
    """What the host would merge them into."""
    began: str
    """Where the branch left main."""


@pytest.fixture(scope="package")
def host(sample_repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Host:
    """The host of this package's tests."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "home").mkdir()
    shell, remote = Shell(folder / "demo", folder / "home"), folder / "remote.git"
    shell.at(folder).git("clone", "--quiet", str(sample_repository), "demo")
    began = shell.git("rev-parse", "HEAD")
    shell.git("init", "--quiet", "--bare", str(remote))
    shell.git("switch", "--quiet", "--create", "proposal")
    rename(shell, "企业孵化和加速服务")
    head = committed(shell, "Rename")
    shell.git("switch", "--quiet", "main")
    ended = shell.stdtree("edit", "edit-texts", "BD", "--definition", "zh=另一个定义。")
    assert ended.code == 0, ended.err
    base = committed(shell, "Somebody else's work")
    shell.git("merge", "--quiet", "--no-edit", "proposal")
    merge = shell.git("rev-parse", "HEAD")
    shell.git("push", "--quiet", str(remote), f"{base}:refs/heads/main", "proposal")
    shell.git("push", "--quiet", str(remote), f"{merge}:refs/pull/7/merge")
    return Host(shell, remote, base, head, merge, began)


def rename(shell: Shell, title: str) -> None:
    """BC gets another title."""
    ended = shell.stdtree("edit", "rename-category", "BC", "--name", f"zh={title}")
    assert ended.code == 0, ended.err


def break_it(shell: Shell) -> None:
    """BC hangs below nothing."""
    file = shell.folder / "taxonomy/categories/incubation/incubation.yaml"
    file.write_text(file.read_text("utf-8").replace("parent: ", "parent: nowhere-"), "utf-8")


def committed(shell: Shell, message: str) -> str:
    """Everything is committed; the commit."""
    shell.git("add", "--all")
    shell.git("commit", "--quiet", "--message", message)
    return shell.git("rev-parse", "HEAD")


def checked_out(host: Host, commit: str, folder: Path, *, depth: int = 1) -> Shell:
    """A clone with `commit` checked out and `depth` commits of history; 0: all of it."""
    folder.mkdir()
    there = host.shell.at(folder)
    there.git("init", "--quiet")
    there.git("remote", "add", "origin", host.remote.as_uri())
    shallow = (f"--depth={depth}",) if depth else ()
    there.git("fetch", "--quiet", "--no-tags", *shallow, "origin", commit)
    there.git("checkout", "--quiet", "--detach", commit)
    return there
