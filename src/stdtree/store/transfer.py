"""Fetching from and pushing to the shared repository, with progress, and stopped when asked to.

These alone reach the network and run what the user's settings name (credential helpers, ssh,
hooks), so the repository has to be trusted. Nobody is asked for a password: git would ask the
terminal that a screen is drawn on.
"""

from __future__ import annotations

import os
import queue
import re
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, NamedTuple, cast

from stdtree.errors import StdtreeError, StoreError
from stdtree.label import Label, same
from stdtree.store import git_refusals
from stdtree.store.git_sync import confirming, settle

if TYPE_CHECKING:
    from stdtree.model.branch import Branch
    from stdtree.store.git import Repository

SILENCE = 60.0
"""Seconds without a word after which a transfer counts as stuck."""
_LOOKS = 0.1
"""Seconds between two looks at whether somebody wants to stop."""
_ENDS = 10
"""Seconds that git has to end in good order when it is told to."""
_PROGRESS = re.compile(r"(?:remote: )?(?P<phase>[A-Z][A-Za-z ]+):\s+(?P<percent>\d+)%")
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "LANGUAGE": "C", "LC_ALL": "C", "GIT_FLUSH": "1"}
PHASES = {
    "Enumerating objects": Label("清点内容", "counting"),
    "Counting objects": Label("清点内容", "counting"),
    "Compressing objects": Label("压缩", "compressing"),
    "Receiving objects": Label("接收", "receiving"),
    "Resolving deltas": Label("整理", "sorting in"),
    "Writing objects": Label("发送", "sending"),
}


class Stopped(StdtreeError):  # noqa: N818 -- named for what happened, as its message is
    """Somebody stopped the transfer; nothing has changed here."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a transfer has come."""

    phase: Label
    percent: int
    """0 to 100, of this phase."""


def _nobody(_: Progress) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Who follows a transfer from another thread, and may stop it."""

    tell: Callable[[Progress], None] = _nobody
    """Called with every step."""
    stop: threading.Event = field(default_factory=threading.Event)
    """Set it, and the transfer ends with Stopped."""


def fetch(repository: Repository, remote: str, watch: Watch) -> None:
    """Takes over what the shared repository has; files and branches here stay.

    Raises StoreError, or Stopped.
    """
    options = ("--progress", "--no-auto-maintenance", "--no-recurse-submodules", "--no-prune")
    _transfer(repository, ("fetch", *options, "--", remote), watch)
    with confirming():
        settle(repository.common_dir, f"refs/remotes/{remote}/x")


def push(
    repository: Repository, branch: Branch, remote: str, *, remote_ref: str, watch: Watch
) -> None:
    """Gives a branch, and the tags of releases on it, to the shared repository.

    Never overwrites what others have pushed. Raises StoreError, or Stopped.
    """
    options = ("--progress", "--porcelain", "--follow-tags", "--no-recurse-submodules")
    refs = f"{branch.commit}:{remote_ref}"
    try:
        _transfer(repository, ("push", *options, "--", remote, refs), watch)
    except Stopped as stopped:
        raise Stopped(
            Label("已停止推送", "stopped pushing"),
            Label(
                "若已送达，再推送一次时会知道",
                "if it has arrived all the same, the next push will say so",
            ),
        ) from stopped


def _transfer(repository: Repository, arguments: tuple[str, ...], watch: Watch) -> None:
    git = repository.plumbing.with_environment(**_QUIET)
    said: list[str] = []
    with git.start_transfer(*arguments) as process:
        try:
            for line in _lines(process, watch.stop):
                found = _PROGRESS.match(line)
                if found:
                    phase = PHASES.get(found["phase"], same(found["phase"]))
                    watch.tell(Progress(phase, int(found["percent"])))
                else:
                    said.append(line)
        except BaseException:
            _end(process)
            raise
    if process.returncode:
        raise _refusal("\n".join(said), repository, arguments[0])


def _lines(process: subprocess.Popen[bytes], stop: threading.Event) -> Iterator[str]:
    """What git says, on both its outputs, line by line; progress ends its lines with a return."""
    pieces: queue.Queue[tuple[int, bytes]] = queue.Queue()
    pipes = [cast("IO[bytes]", pipe) for pipe in (process.stderr, process.stdout)]
    for pipe in pipes:
        threading.Thread(target=_hand_on, args=(pipe, pieces), daemon=True).start()
    open_pipes, rest, silent = len(pipes), {pipe.fileno(): b"" for pipe in pipes}, 0.0
    while open_pipes:
        if stop.is_set():
            raise Stopped(
                Label("已停止，没有改动任何内容", "stopped; nothing was changed"),
                Label("可以随时再试", "try again whenever you like"),
            )
        try:
            source, piece = pieces.get(timeout=_LOOKS)
        except queue.Empty:
            silent += _LOOKS
            if silent > SILENCE:
                raise _stuck() from None
            continue
        silent = 0.0
        if not piece:
            open_pipes -= 1
        *lines, rest[source] = re.split(rb"[\r\n]", rest[source] + piece)
        ended = (*lines, rest[source]) if not piece else lines
        yield from (line.decode("utf-8", "replace").strip() for line in ended if line.strip())


def _hand_on(pipe: IO[bytes], pieces: queue.Queue[tuple[int, bytes]]) -> None:
    number = pipe.fileno()
    piece = b"-"
    while piece:
        try:
            piece = os.read(number, 1 << 16)
        except (OSError, ValueError):  # closed under our hands
            piece = b""
        pieces.put((number, piece))


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends git and what it has started; not by SIGKILL, after which its lock files would stay."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGTERM)
        else:
            process.terminate()
    try:
        process.wait(_ENDS)
    except subprocess.TimeoutExpired:
        process.kill()


def _refusal(said: str, repository: Repository, command: str) -> StoreError:
    for pattern, message, hint in KNOWN:
        if re.search(pattern, said):
            return StoreError(message + _theirs(said), hint)
    if "failed to push some refs" in said:
        return StoreError(
            Label("本仓库的钩子 pre-push 没有放行：\n", "the hook pre-push said no:\n")
            + same(git_refusals.first_lines(said)),
            Label("请按它的提示修改后再推送", "mend what it says and push again"),
        )
    known = git_refusals.known(said, repository.root)
    return known or StoreError(
        Label(f"git {command} 没有成功：\n", f"git {command} did not succeed:\n")
        + same(git_refusals.first_lines(said)),
        Label("请把上面的话转给管理仓库的人", "show this to whoever looks after the repository"),
    )


def _theirs(said: str) -> Label:
    """What people and hooks on the other side say: it is meant for the user."""
    told = re.findall(r"^remote: (.*\S)", said, re.MULTILINE)
    return same("\n" + git_refusals.first_lines("\n".join(told), 12)) if told else same("")


def _stuck() -> StoreError:
    return StoreError(
        Label(
            f"共享仓库 {SILENCE:.0f} 秒没有回应，已停止",
            f"the shared repository did not answer for {SILENCE:.0f} seconds; stopped",
        ),
        Label("请检查网络，稍后再试", "check the network and try again later"),
    )


class _Known(NamedTuple):
    """What git or the other side says, and what it means to people."""

    pattern: str
    message: Label
    hint: Label


_PULL_FIRST = Label("先取回更新：stdtree pull", "pull first: stdtree pull")
KNOWN = (
    _Known(
        r"\[rejected\]|non-fast-forward|fetch first|stale info",
        Label(
            "别人已先推送了新的提交，没有覆盖它们",
            "others have pushed in the meantime; nothing of theirs was overwritten",
        ),
        _PULL_FIRST,
    ),
    _Known(
        r"protected branch|not allowed to push|GH006|GH013",
        Label("此分支受保护，不接受直接推送", "this branch is protected and takes no direct push"),
        Label(
            "在草案分支上推送，再申请合并：stdtree draft --new 名称",
            "push a draft branch and ask for it to be merged: stdtree draft --new NAME",
        ),
    ),
    _Known(
        r"\[remote rejected\]|hook declined",
        Label("共享仓库拒绝了这次推送", "the shared repository refused the push"),
        Label("请按它的提示修改后再推送", "mend what it says and push again"),
    ),
    _Known(
        r"terminal prompts disabled|could not read (?:Username|Password)|Authentication failed|"
        r"Permission denied|Host key verification failed|HTTP Basic|returned error: 40[13]",
        Label(
            "共享仓库不认识您（没有登录，或没有权限）",
            "the shared repository does not let you in (not logged in, or no permission)",
        ),
        Label(
            "请在终端里登录一次：git ls-remote；要让凭据被记住：git config --global"
            " credential.helper store（网址），或 ssh-add（密钥）",
            "log in once in a terminal: git ls-remote; to have it remembered: git config --global"
            " credential.helper store (for https), or ssh-add (for a key)",
        ),
    ),
    _Known(
        r"shallow update not allowed",
        Label(
            "本机的历史不完整（浅克隆），共享仓库不接受",
            "the history here was cut off (a shallow clone), and they do not take that",
        ),
        Label("先补全历史：git fetch --unshallow", "complete it: git fetch --unshallow"),
    ),
    _Known(
        r"does not appear to be a git repository|[Rr]epository .*not found|not found: did you",
        Label("找不到共享仓库", "there is no shared repository at its address"),
        Label("请检查地址：git remote -v", "check the address: git remote -v"),
    ),
    _Known(
        r"Could not resolve host|unable to access|Connection (?:refused|timed out|reset|closed)"
        r"|Network is unreachable|No route to host|early EOF|hung up|Could not read from remote",
        Label("连不上共享仓库", "the shared repository cannot be reached"),
        Label(
            "请检查网络；本机的修改都在，可稍后再试",
            "check the network; all your work is here, try again later",
        ),
    ),
)
