"""What git is in the middle of, and who holds its locks, told from the files in its folder."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from stdtree.errors import StoreError
from stdtree.label import Label


@dataclass(frozen=True, slots=True)
class UnderWay:
    """Something begun and not ended, and how to end it."""

    what: Label
    fix: Label


def _begun(zh: str, en: str, go_on: str, give_up: str) -> UnderWay:
    return UnderWay(
        Label(zh=f"{zh}尚未完成", en=f"a {en} is under way"),
        Label(
            zh=f"请先完成它：{go_on}；或放弃：{give_up}",
            en=f"finish it first: {go_on}; or give it up: {give_up}",
        ),
    )


_MARKS = {
    "rebase-merge": _begun("变基", "rebase", "git rebase --continue", "git rebase --abort"),
    "rebase-apply/applying": _begun(
        "补丁应用", "series of patches (git am)", "git am --continue", "git am --abort"
    ),
    "rebase-apply": _begun("变基", "rebase", "git rebase --continue", "git rebase --abort"),
    "MERGE_HEAD": _begun("分支合并", "merge", "git commit", "git merge --abort"),
    "CHERRY_PICK_HEAD": _begun(
        "拣选提交", "cherry-pick", "git cherry-pick --continue", "git cherry-pick --abort"
    ),
    "REVERT_HEAD": _begun("撤销提交", "revert", "git revert --continue", "git revert --abort"),
    "BISECT_LOG": _begun("二分查找", "bisect", "git bisect good | bad", "git bisect reset"),
}
"""Files in the git folder by which git itself knows, most telling first."""


def under_way(git_dir: Path) -> UnderWay | None:
    """What has begun and not ended in this work tree."""
    return next((found for mark, found in _MARKS.items() if (git_dir / mark).exists()), None)


@contextmanager
def index_locked(root: Path, git_dir: Path) -> Iterator[None]:
    """Holds git's own lock of the index, so that no other git changes it meanwhile."""
    lock = git_dir / "index.lock"
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    except FileExistsError as error:
        raise _held(lock, running_git(root)) from error
    except OSError as error:
        raise StoreError(
            Label(
                zh=f"{git_dir} 不可写：{error.strerror}",
                en=f"{git_dir} cannot be written to: {error.strerror}",
            ),
            Label(
                zh=f"请检查权限：ls -ld {shlex.quote(str(git_dir))}",
                en=f"check its permissions: ls -ld {shlex.quote(str(git_dir))}",
            ),
        ) from error
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def running_git(root: Path, proc: Path = Path("/proc")) -> str | None:
    """The git process at work in this work tree, as far as the system tells (Linux does)."""
    for process in proc.glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
            place = (process / "cwd").readlink()
        except OSError:  # it has ended, or belongs to somebody else
            continue
        if Path(os.fsdecode(words[0])).name == "git" and place.is_relative_to(root):
            return f"{process.name}: {os.fsdecode(b' '.join(words)).strip()}"
    return None


def _held(lock: Path, holder: str | None) -> StoreError:
    if holder:
        return StoreError(
            Label(
                zh=f"git 正忙：进程 {holder} 在使用仓库（{lock}）",
                en=f"git is busy here: process {holder} is using the repository ({lock})",
            ),
            Label(zh="请等它结束后再试", en="wait for it to end and try again"),
        )
    return StoreError(
        Label(
            zh=f"仓库被锁住：{lock} 已存在，可能是中断的 git 留下的",
            en=f"the repository is locked: {lock} exists, perhaps left by an interrupted git",
        ),
        Label(
            zh=f"若确认没有 git 在运行，请输入：rm {shlex.quote(str(lock))}",
            en=f"if surely no git is running, type: rm {shlex.quote(str(lock))}",
        ),
    )
