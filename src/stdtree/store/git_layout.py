"""Where git keeps the things of a repository, found without running it.

The layout is public: gitrepository-layout(5), git-worktree(1).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from stdtree.errors import StoreError
from stdtree.label import Label


def git_dir(root: Path) -> Path | None:
    """The git folder of the work tree whose top is `root`, None if `root` is no such top.

    In linked work trees and submodules `.git` is a file that says where it is.
    """
    dot_git = root / ".git"
    if dot_git.is_dir():
        return dot_git.resolve() if is_git_dir(dot_git) else None
    try:
        said = dot_git.read_bytes()[:4096]
    except OSError:
        return None
    if not said.startswith(b"gitdir: "):
        return None
    there = (root / os.fsdecode(said.removeprefix(b"gitdir: ").rstrip(b"\r\n"))).resolve()
    if not there.is_dir():
        raise StoreError(
            Label(
                zh=f"{dot_git} 指向 {there}，但那里没有仓库",
                en=f"{dot_git} points to {there}, but no repository is there",
            ),
            Label(
                zh="请在主工作区运行：git worktree repair",
                en="run in the main work tree: git worktree repair",
            ),
        )
    return there


def is_git_dir(folder: Path) -> bool:
    """Whether `folder` is laid out like a git folder (git's own test: HEAD, objects and refs)."""
    return (
        os.path.lexists(folder / "HEAD")
        and (folder / "refs").is_dir()
        and (folder / "objects").is_dir()
    )


def common_dir(private: Path) -> Path:
    """The git folder that the work tree with this private one shares with others."""
    try:
        said = (private / "commondir").read_text(encoding="utf-8")
    except OSError:
        return private
    return (private / said.rstrip("\r\n")).resolve()


def hook_index(root: Path, private: Path, environ: Mapping[str, str]) -> Path | None:
    """The index that the git around us is about to commit, if we run inside its hook.

    `git commit FILE` commits from an index of its own and names it to its hooks. Only a file in
    this repository's git folder counts: the variable may speak of another repository.
    """
    named = environ.get("GIT_INDEX_FILE")
    if not named:
        return None
    index = (root / named).resolve()
    return index if index.parent == private and index.is_file() else None
