"""Runs git, and only ever its plumbing: the one module that starts it.

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
from typing import IO, cast

from stdtree.errors import StoreError
from stdtree.label import Label, same
from stdtree.store import git_refusals

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
    "LANGUAGE": "C",
    "LC_ALL": "C",  # its refusals are read
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
        with self._start(arguments, has_input=data is not None, as_user=as_user) as process:
            try:
                output, error = process.communicate(data, timeout=seconds)
            except BaseException as interruption:
                # Not SIGKILL: git removes its lock files when it is terminated.
                process.terminate()
                if isinstance(interruption, subprocess.TimeoutExpired):
                    raise _too_slow(arguments[0], seconds) from interruption
                raise
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

    def start_transfer(self, *arguments: str) -> subprocess.Popen[bytes]:
        """A fetch or push under way, with the user's own settings: its progress is on `stderr`.

        Only for repositories that the user trusts. It has no terminal of its own: a password that
        it would ask for is refused instead of being read from under the screen.
        """
        return self._start(arguments, has_input=False, as_user=True, apart=True)

    def _start(
        self,
        arguments: tuple[str, ...],
        *,
        has_input: bool,
        as_user: bool = False,
        apart: bool = False,
    ) -> subprocess.Popen[bytes]:
        options = _DURABLE if as_user else (*_DURABLE, *_SAFE)
        try:
            # `-C`, not a working folder: git says itself what is wrong with the folder.
            return subprocess.Popen(  # noqa: S603 -- fixed arguments, no shell
                ["git", "-C", str(self.root), *options, *arguments],  # noqa: S607 -- the user's git
                stdin=subprocess.PIPE if has_input else subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=self._environment_for(as_user=as_user),
                start_new_session=apart,
            )
        except OSError as error:
            raise git_refusals.missing() from error

    def _environment_for(self, *, as_user: bool) -> dict[str, str]:
        """The user's variables without those that would change what git does.

        Inside a git hook GIT_DIR and GIT_INDEX_FILE are set, and speak of another repository.
        """
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith("GIT_") or _KEPT.match(name)
        }
        if as_user:
            return kept | self._environment
        ceiling = {"GIT_CEILING_DIRECTORIES": str(self.root.parent)}
        return kept | _ENVIRONMENT | ceiling | self._environment


class ObjectReader:
    """Reads blobs by their ids through one `git cat-file --batch`."""

    def __init__(self, process: subprocess.Popen[bytes], root: Path) -> None:
        self._process = process
        self._requests, self._answers, self._complaints = (
            cast("IO[bytes]", pipe) for pipe in (process.stdin, process.stdout, process.stderr)
        )
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
        with self._process:
            self._requests.close()

    def _batch(self, blobs: tuple[str, ...], limit: int | None) -> list[bytes]:
        with self._lock:
            try:
                self._requests.write("".join(f"{blob}\n" for blob in blobs).encode("ascii"))
                self._requests.flush()
            except BrokenPipeError as error:
                raise self._broken() from error
            # All answers are read before one of them may raise: the next batch must not get them.
            answers = [self._answer(limit) for _ in blobs]
        found = [answer for answer in answers if answer is not None]
        if len(found) < len(blobs):
            raise git_refusals.absent(blobs[answers.index(None)])
        return found

    def _answer(self, limit: int | None) -> bytes | None:
        header = self._answers.readline().split()
        if not header:
            raise self._broken()
        if header[-1] == b"missing":
            return None
        size = int(header[2])
        kept = size if limit is None else min(size, limit)
        data = self._answers.read(kept)
        left = size - kept + 1  # and the line end
        while left:
            piece = self._answers.read(min(left, 1 << 20))
            if not piece:
                raise self._broken()
            left -= len(piece)
        return data

    def _broken(self) -> StoreError:
        said = self._complaints.read().decode("utf-8", "replace")
        return git_refusals.refusal(said or "git cat-file", self._root)


def quoted(path: str) -> bytes:
    """A path on a line of its own, whatever it contains, as git unquotes it."""
    raw = os.fsencode(path).replace(b"\\", b"\\\\").replace(b'"', b'\\"')
    return b'"' + raw.replace(b"\n", b"\\n").replace(b"\r", b"\\r") + b'"\n'


def _too_slow(command: str, seconds: int) -> StoreError:
    return StoreError(
        Label(
            zh=f"git {command} 在 {seconds} 秒内没有完成，已停止",
            en=f"git {command} did not end within {seconds} seconds and was stopped",
        ),
        Label(zh="请检查磁盘或网络盘，也可运行：", en="check the disk or network drive, or run: ")
        + same("git fsck"),
    )
