"""What git is in the middle of, told from the files in its folder."""

from __future__ import annotations

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


def refuse_under_way(git_dir: Path) -> None:
    """Raises StoreError, with how to end it, while something has begun and not ended."""
    if found := under_way(git_dir):
        raise StoreError(found.what, found.fix)
