"""Runs git, and only ever its plumbing: the one module that knows GitPython.

Opening a repository must not run what its configuration names (a file-system monitor, filters,
external diffs, hooks, pagers), so every call has a fixed argument list, settings that switch those
off, an environment without stray `GIT_*` variables, no shell and a time limit. What users type
reaches git as one verified argument (`Repository.resolve`); after that only hex ids travel.
"""

from __future__ import annotations

import os
import re
import subprocess
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, TYPE_CHECKING

from stdtree.errors import StoreError
from stdtree.label import Label, same
from stdtree.store import git_refusals

if TYPE_CHECKING:
    from git.cmd import Git

SECONDS = 60
"""No plumbing command of ours takes longer on a repository in working order."""

_SETTINGS = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.attributesFile": os.devnull,
    "core.pager": "cat",
    "core.editor": "false",
    "core.askPass": "",
    "core.sshCommand": "false",
    "credential.helper": "",
    "diff.external": "",
    "protocol.allow": "never",
    "submodule.recurse": "false",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "i18n.commitEncoding": "UTF-8",
    "user.useConfigOnly": "true",
}
"""Off: whatever runs a program, asks a question, reaches the network or makes up an identity."""

# Git's default lost commits in simulated power cuts; this did not.
_DURABLE = ("-c", "core.fsync=committed,reference,index", "-c", "core.fsyncMethod=fsync")
_SAFE = (
    "--literal-pathspecs",
    *(part for key, value in _SETTINGS.items() for part in ("-c", f"{key}={value}")),
)
_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",
}
_KEPT = re.compile(r"GIT_(CONFIG_(GLOBAL|SYSTEM|NOSYSTEM)|(AUTHOR|COMMITTER)_(NAME|EMAIL|DATE))\Z")
"""Where the user's own settings are and who the user is; every other GIT_* variable goes."""

_WINDOW = 128
"""Requests sent before the answers are read: they fit into any pipe, so neither side can block."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How a git command ended."""

    code: int
    output: bytes
    error: str


class Plumbing:
    """Git commands in one work tree."""

    def __init__(self, root: Path, environment: Mapping[str, str] | None = None) -> None:
        self.root = root
        self._environment = dict(environment or {})

    def with_environment(self, **variables: str) -> Plumbing:
        """The same, with these variables set in every call."""
        return Plumbing(self.root, {**self._environment, **variables})

    def run(
        self,
        *arguments: str,
        data: bytes | None = None,
        as_user: bool = False,
        seconds: int = SECONDS,
    ) -> bytes:
        """What git prints. Raises StoreError, in the user's words, if it refuses."""
        answer = self.ask(*arguments, data=data, as_user=as_user, seconds=seconds)
        if answer.code != 0:
            raise git_refusals.refusal(answer.error or f"git {arguments[0]}", self.root)
        return answer.output

    def ask(
        self,
        *arguments: str,
        data: bytes | None = None,
        as_user: bool = False,
        seconds: int = SECONDS,
    ) -> Answer:
        """How git ends, for questions to which a refusal is an answer too.

        With `as_user` git works with the user's own settings: hooks and signing run. Only for
        repositories that the user trusts.
        """
        process = self._start(arguments, has_input=data is not None, as_user=as_user)
        try:
            output, error = process.communicate(data, timeout=seconds)
        except subprocess.TimeoutExpired as expired:
            # Not SIGKILL: git removes its lock files when it is terminated.
            process.terminate()
            _wait(process)
            raise _too_slow(arguments[0], seconds) from expired
        return Answer(process.returncode, output, error.decode("utf-8", "replace").strip())

    def text(self, *arguments: str) -> str | None:
        """The line that git prints, None if it says no; raises only for what stops everything."""
        answer = self.ask(*arguments)
        if answer.code == 0:
            return os.fsdecode(answer.output).rstrip("\n")
        if known := git_refusals.known(answer.error, self.root):
            raise known
        return None

    def objects(self) -> ObjectReader:
        """A reader of blobs; close it."""
        return ObjectReader(self._start(("cat-file", "--batch"), has_input=True), self.root)

    def _start(
        self, arguments: tuple[str, ...], *, has_input: bool, as_user: bool = False
    ) -> Git.AutoInterrupt:
        try:
            from git.cmd import Git
            from git.exc import GitCommandNotFound
        except ImportError as error:  # GitPython looks for git when it is imported
            raise git_refusals.missing() from error
        environment = self._environment_for(as_user=as_user)
        options = _DURABLE if as_user else (*_DURABLE, *_SAFE)
        # `-C` as well as a working folder: GitPython falls back to the current folder, and so
        # perhaps to another repository, when the one that was asked for is gone.
        command = ("git", "-C", str(self.root), *options, *arguments)
        try:
            return Git(self.root).execute(
                [*_without_strays(environment), *command],
                istream=subprocess.PIPE if has_input else None,
                as_process=True,
                env=environment,
            )
        except (GitCommandNotFound, OSError) as error:
            raise git_refusals.missing() from error

    def _environment_for(self, *, as_user: bool) -> dict[str, str]:
        """What git is told besides its arguments."""
        ceiling = {"GIT_CEILING_DIRECTORIES": str(self.root.parent)}
        if not as_user:
            return {**_ENVIRONMENT, **ceiling, **self._environment}
        # GitPython sets the C locale, which hooks need not put up with.
        locale = {name: os.environ.get(name, "") for name in ("LC_ALL", "LANGUAGE")}
        return {**locale, **self._environment}


class ObjectReader:
    """Reads blobs by their ids through one `git cat-file --batch`."""

    def __init__(self, process: Git.AutoInterrupt, root: Path) -> None:
        self._process = process
        self._root = root
        self._lock = threading.Lock()

    def read(self, blob: str, limit: int | None = None) -> bytes:
        """The bytes of a blob, no more than `limit` of them."""
        return self._batch((blob,), limit)[0]

    def read_many(self, blobs: Iterable[str], limit: int | None = None) -> Iterator[bytes]:
        """The bytes of each blob in turn; asks for many at once instead of waiting for each."""
        waiting = iter(blobs)
        while batch := tuple(islice(waiting, _WINDOW)):
            yield from self._batch(batch, limit)

    def close(self) -> None:
        """Ends the process."""
        self._process.stdin.close()
        _wait(self._process)
        self._process.stdout.close()
        self._process.stderr.close()

    def _batch(self, blobs: tuple[str, ...], limit: int | None) -> list[bytes]:
        with self._lock:
            try:
                self._process.stdin.write("".join(f"{blob}\n" for blob in blobs).encode("ascii"))
                self._process.stdin.flush()
            except BrokenPipeError as error:
                raise self._broken() from error
            # All answers are read before one of them may raise: the next batch must not get them.
            answers = [self._answer(limit) for _ in blobs]
        found = [answer for answer in answers if answer is not None]
        if len(found) < len(blobs):
            raise git_refusals.absent(blobs[answers.index(None)])
        return found

    def _answer(self, limit: int | None) -> bytes | None:
        stream: IO[bytes] = self._process.stdout
        header = stream.readline().split()
        if not header:
            raise self._broken()
        if header[-1] == b"missing":
            return None
        size = int(header[2])
        kept = size if limit is None else min(size, limit)
        data = stream.read(kept)
        left = size - kept + 1  # and the line end
        while left:
            piece = stream.read(min(left, 1 << 20))
            if not piece:
                raise self._broken()
            left -= len(piece)
        return data

    def _broken(self) -> StoreError:
        said: bytes = self._process.stderr.read()
        return git_refusals.refusal(said.decode("utf-8", "replace") or "git cat-file", self._root)


def _wait(process: Git.AutoInterrupt) -> None:
    """Waits until it has ended; its own `wait` would raise for any status but 0."""
    if process.proc is not None:
        process.proc.wait()


def _without_strays(environment: Mapping[str, str]) -> tuple[str, ...]:
    """`env -u …` in front of git for variables that would change what it does.

    GitPython can add to the environment of a command but not take away, and inside a git hook
    GIT_DIR and GIT_INDEX_FILE are set; `env` has no other way either (changing os.environ would
    change it for every thread).
    """
    strays = [
        name
        for name in os.environ
        if name.startswith("GIT_")
        and not name.startswith("GIT_PYTHON_")
        and not _KEPT.match(name)
        and name not in environment
    ]
    return ("env", *(part for name in strays for part in ("-u", name))) if strays else ()


def _too_slow(command: str, seconds: int) -> StoreError:
    return StoreError(
        Label(
            zh=f"git {command} 在 {seconds} 秒内没有完成，已停止",
            en=f"git {command} did not end within {seconds} seconds and was stopped",
        ),
        Label(zh="请检查磁盘或网络盘，也可运行：", en="check the disk or network drive, or run: ")
        + same("git fsck"),
    )
