"""What git's refusals mean to people, and the next thing to type."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from stdtree.errors import StoreError
from stdtree.label import Label, same
from stdtree.store import git_locks

OLDEST_GIT = "2.36"
"""The first with `core.fsync` and `git hook run`."""


@dataclass(frozen=True, slots=True)
class _Refusal:
    """A thing that git says. `{found}` is the pattern's group, `{root}` the repository."""

    pattern: str
    message: Label
    hint: Label


_UPDATE = Label(
    zh=f"请安装 git {OLDEST_GIT} 或更新的版本：https://git-scm.com/downloads",
    en=f"install git {OLDEST_GIT} or later: https://git-scm.com/downloads",
)
_IDENTITY = Label(
    zh="请输入：git config --global user.name '您的姓名' && "
    "git config --global user.email '您的邮箱'",
    en="type: git config --global user.name 'Your Name' && "
    "git config --global user.email 'you@example.org'",
)
_LOCK = re.compile(r"(?:nable to create|annot lock).*?'([^']+\.lock)'.*File exists")
_KNOWN = (
    _Refusal(
        r"dubious ownership in repository at '(.+)'",
        Label(
            "仓库 {found} 属于另一位用户，git 不读取它",
            "the repository {found} belongs to another user, so git does not read it",
        ),
        Label(
            "如果信任它，请输入：git config --global --add safe.directory {quoted}",
            "if you trust it, type: git config --global --add safe.directory {quoted}",
        ),
    ),
    _Refusal(
        r"must be run in a work tree",
        Label("{root} 是裸仓库，没有工作区", "{root} is a bare repository, without a work tree"),
        Label(
            "请克隆后在克隆中打开：git clone {quoted_root}",
            "clone it and open the clone: git clone {quoted_root}",
        ),
    ),
    _Refusal(
        r"not a git repository",
        Label(
            "{root} 中的 .git 不是完好的 git 仓库",
            "the .git in {root} is not a git repository in working order",
        ),
        Label("请查看：git -C {quoted_root} status", "have a look: git -C {quoted_root} status"),
    ),
    _Refusal(
        r"cannot lock ref .*(?:is at|but expected|reference already exists)",
        Label(
            "分支刚刚被别人改动，没有提交任何内容",
            "the branch was changed by somebody else just now; nothing was committed",
        ),
        Label("请再试一次", "try again"),
    ),
    _Refusal(
        r"empty ident name|(?:email|name) was given|auto-detection is disabled|Please tell me who",
        Label(
            "git 还不知道您是谁，提交会没有作者",
            "git does not know yet who you are, so the commit would have no author",
        ),
        _IDENTITY,
    ),
    _Refusal(
        r"is not a git command|unknown (?:option|switch|repository extension)|git repo version",
        Label("git 版本过旧，读不了这个仓库", "this git is too old for this repository"),
        _UPDATE,
    ),
    _Refusal(
        r"bad config (?:line \d+ in )?(.+)",
        Label("git 设置有误：{found}", "a git setting is broken: {found}"),
        Label(
            "请检查：git config --list --show-origin",
            "have a look: git config --list --show-origin",
        ),
    ),
    _Refusal(
        r"gpg failed to sign|failed to sign|failed to write commit object: .*sign",
        Label("签名失败", "signing failed"),
        Label(
            "请检查：git config --get-regexp 'sign|gpg'",
            "have a look: git config --get-regexp 'sign|gpg'",
        ),
    ),
    _Refusal(
        r"No space left on device|Disk quota exceeded",
        Label("磁盘已满，{root} 中没有改动", "the disk is full; nothing was changed in {root}"),
        Label("请腾出空间后再试", "make room and try again"),
    ),
    _Refusal(
        r"Read-only file system|Permission denied|insufficient permission",
        Label("{root} 不可写", "{root} cannot be written to"),
        Label(
            "请检查权限：ls -ld {quoted_root}/.git",
            "check its permissions: ls -ld {quoted_root}/.git",
        ),
    ),
    _Refusal(
        r"lazy fetching disabled|could not fetch|promisor remote|transport '.*' not allowed",
        Label(
            "这个克隆不完整（部分克隆），缺少需要的内容",
            "this clone is partial and lacks what is needed",
        ),
        Label(
            "请补全：git fetch --refetch --filter=blob:limit=1g",
            "complete it: git fetch --refetch --filter=blob:limit=1g",
        ),
    ),
    _Refusal(
        r"bad (?:object|tree)|not a tree object|unable to read|is corrupt|loose object|inflate"
        r"|missing blob",
        Label("仓库已损坏或不完整", "the repository is damaged or incomplete"),
        Label(
            "请检查：git fsck；浅克隆请补全：git fetch --unshallow",
            "have a look: git fsck; complete a shallow clone: git fetch --unshallow",
        ),
    ),
)


def known(error: str, root: Path) -> StoreError | None:
    """The error for something that git says, if it is one that stops every command."""
    if lock := _LOCK.search(error):
        return git_locks.held(Path(lock[1]), root)
    for refusal_ in _KNOWN:
        if match := re.search(refusal_.pattern, error):
            found = match.group(1) if match.re.groups else ""
            places = {
                "{found}": found,
                "{root}": str(root),
                "{quoted}": shlex.quote(found),
                "{quoted_root}": shlex.quote(str(root)),
            }
            return StoreError(_filled(refusal_.message, places), _filled(refusal_.hint, places))
    return None


def refusal(error: str, root: Path) -> StoreError:
    """The error for anything that git says: ours if we know it, else git's own first lines."""
    return known(error, root) or StoreError(
        Label(zh=f"git 在 {root} 中无法继续：", en=f"git cannot go on in {root}: ")
        + same(first_lines(error)),
        Label(zh="请查看：git status", en="have a look: git status"),
    )


def require_recent(version: str) -> None:
    """Raises StoreError if `git version` says that it is too old to commit durably."""
    numbers = tuple(int(number) for number in re.findall(r"\d+", version)[:2])
    if numbers < tuple(int(number) for number in OLDEST_GIT.split(".")):
        raise StoreError(
            Label(
                zh=f"{version.strip()} 过旧，提交可能在断电时丢失",
                en=f"{version.strip()} is too old: a commit might not survive a power cut",
            ),
            _UPDATE,
        )


def missing() -> StoreError:
    """There is no git to run."""
    return StoreError(
        Label(zh="没有找到 git", en="git is not installed, or not on the PATH"), _UPDATE
    )


def absent(name: str) -> StoreError:
    """An object that should be in the repository is not."""
    return StoreError(
        Label(zh=f"仓库中缺少对象 {name[:12]}", en=f"the repository lacks the object {name[:12]}"),
        Label(
            zh="请检查：git fsck；浅克隆请补全：git fetch --unshallow",
            en="have a look: git fsck; complete a shallow clone: git fetch --unshallow",
        ),
    )


def first_lines(said: str, most: int = 5) -> str:
    """The beginning of what a program said, for a message."""
    lines = [line.rstrip() for line in said.splitlines() if line.strip()]
    return "\n".join([*lines[:most], *(["…"] if len(lines) > most else [])])


def _filled(label: Label, places: dict[str, str]) -> Label:
    def fill(text: str) -> str:
        return re.sub(r"\{\w+\}", lambda match: places[match.group()], text)

    return Label(zh=fill(label.zh), en=fill(label.en))
