"""A standards system checked and compared by the command line, and how that is told to reviewers.

Only the command line is used, so that whatever a pipeline shows can be had at a prompt, too.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

WORK = "WORK"
"""The files as they are checked out."""
COMMIT = re.compile(r"\A([0-9a-f]{12})[0-9a-f]{28,52}\Z")
"""A commit in full, and as much of it as people read."""
JSON, FINDINGS, CHANGES, RELEASE = "check.json", "check.md", "changes.md", "release.md"
"""Files that every review writes: findings, findings, what changed, what release it calls for."""


class Words(NamedTuple):
    """What is said beside what stdtree says."""

    language: str

    def _in(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    @property
    def no_base(self) -> str:
        """The commit to compare with is not to be had."""
        return self._in(
            "无法取得要比较的提交；请取回全部历史（GitHub：fetch-depth: 0；GitLab：GIT_DEPTH: 0）",
            "the commit to compare with cannot be fetched; fetch all of the history"
            " (GitHub: fetch-depth: 0; GitLab: GIT_DEPTH: 0)",
        )

    @property
    def no_comment(self) -> str:
        """The comment could not be written."""
        return self._in(
            "未能写评论（来自派生仓库的合并请求没有写权限），内容见本次运行的摘要或产物：",
            "no comment was written (requests from forks may not write);"
            " the summary or the artifacts of this run have it all: ",
        )

    @property
    def left_out(self) -> str:
        """Before the number of lines that are missing."""
        return self._in("…… 因篇幅省略的行数：", "… lines left out for want of room: ")

    def counts(self, errors: int, warnings: int, notes: int) -> str:
        """How many findings there are."""
        return self._in(
            f"校验：**{errors} 个错误**，{warnings} 个警告，{notes} 个提示。",
            f"Check: **errors: {errors}**, warnings: {warnings}, notes: {notes}.",
        )

    @property
    def details(self) -> str:
        """Leads to the run."""
        return self._in("详情", "Details")


class Asked(NamedTuple):
    """Which findings count."""

    fail_on: str
    """error, warning or never."""
    since: str = ""
    """Only those of what changed since then, and its neighbours."""
    baseline: str = ""
    """File of those that are known."""


@dataclass
class Review:
    """One system, checked and compared once."""

    system: Path
    """Folder that holds taxonomy/, or one below it."""
    folder: Path
    """Where files are written; empty at first."""
    words: Words
    troubles: list[str] = field(default_factory=list)
    """What stdtree could not do, in its own words."""
    changes: int = 0
    """How many there are; none where there is nothing to compare with."""
    bump: str = "none"
    """The number that they call for: none, patch, minor or major."""

    def check(self, fmt: str, files: Mapping[str, str], asked: Asked) -> int:
        """The findings on stdout in one format, in `files` in others; the exit code of the job."""
        options = [f"--since={asked.since}"] if asked.since else []
        options += [f"--baseline={asked.baseline}"] if asked.baseline else []
        options += ["--strict"] if asked.fail_on == "warning" else []
        for other, name in {"json": JSON, "markdown": FINDINGS, **files}.items():
            options += ["--output", f"{other}={self.folder / name}"]
        code, told = self._run("check", "--format", fmt, *options)
        sys.stdout.write(told)
        sys.stdout.flush()
        return 0 if code == 1 and asked.fail_on == "never" else code

    def compare(self, base: str | None) -> None:
        """What changed since `base`, else since the last release, if there is one."""
        code, released = self._run("bump", "--format", "markdown", quiet=True)
        if code > 1 and base is None:
            return
        ends = ["--", COMMIT.sub(r"\1", base), WORK] if base else []
        written = f"markdown={self.folder / CHANGES}"
        code, told = self._run("diff", "--format", "json", "--output", written, *ends)
        if code > 1:
            return
        self.changes = sum(json.loads(told)["summary"]["changes"].values())
        (self.folder / RELEASE).write_text(released, encoding="utf-8")
        code, told = self._run("bump", "--format", "json", *ends)
        if code <= 1:
            self.bump = json.loads(told)["required"]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many errors, warnings and notes there are; empty if nothing could be checked."""
        if not (written := self._text(JSON)):
            return {}
        found = json.loads(written)["summary"]
        return {f"{name}s": found[name] for name in ("error", "warning", "note")}

    @property
    def has_news(self) -> bool:
        """Whether reviewers should hear of it."""
        counts = self.counts
        return bool(self.changes or counts.get("errors") or counts.get("warnings") or not counts)

    def in_full(self) -> str:
        """Everything, for the summary of a run; what is cut off, if it must be, are findings."""
        return _joined(self.in_short(""), self._text(FINDINGS))

    def in_short(self, address: str) -> str:
        """How many findings there are, and what changed; `address` is where all is listed."""
        counts = self.words.counts(**self.counts) if self.counts else ""
        details = f"[{self.words.details}]({address})" if address else ""
        line = f"{counts} {details}".strip()
        return _joined(self._troubles(), line, self._text(CHANGES), self._text(RELEASE))

    def _troubles(self) -> str:
        return "".join(f"```text\n{told.replace('```', '')}\n```\n" for told in self.troubles)

    def _text(self, name: str) -> str:
        path = self.folder / name
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def _run(self, command: str, *arguments: str, quiet: bool = False) -> tuple[int, str]:
        """Exit code and stdout. Python runs with -I: what is checked may hold a stdtree.py."""
        place = ("-C", str(self.system), "--lang", self.words.language)
        done = subprocess.run(
            [sys.executable, "-I", "-m", "stdtree", command, *place, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if not quiet:
            sys.stderr.write(done.stderr)
            if done.returncode > 1 and done.stderr.strip() not in self.troubles:
                self.troubles.append(done.stderr.strip())
        return done.returncode, done.stdout


def _joined(*parts: str) -> str:
    """Documents one after the other, with an empty line between them."""
    return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"


def cut(text: str, most: int, left_out: str) -> str:
    """As many whole lines as `most` bytes have room for, and how many are left out."""
    if len(text.encode()) <= most:
        return text
    lines, kept, size = text.splitlines(keepends=True), 0, len(left_out.encode()) + 32
    for line in lines:
        size += len(line.encode())
        if size > most:
            break
        kept += 1
    return "".join(lines[:kept]) + f"\n{left_out}{len(lines) - kept}\n"
