"""CPU time of whole processes, taken in turn and compared pair by pair."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROUNDS = 7


@dataclass(frozen=True)
class Command:
    """What is measured: a program, where it runs, and where its cache lies."""

    words: Sequence[str]
    folder: Path | None = None
    cache: Path | None = None
    """None: without a cache."""


@dataclass(frozen=True)
class Ratio:
    """Median CPU seconds of two commands, and the median of the ratios of their pairs."""

    ours: float
    theirs: float
    ratio: float
    peak: int
    """Largest resident memory of ours, MiB."""


def python(code: str, *arguments: str) -> Command:
    """A command that runs `code` in this interpreter, without a cache."""
    return Command([sys.executable, "-c", code, *arguments])


def stdtree(*arguments: str, folder: Path | None = None, cache: Path | None = None) -> Command:
    """The command line of stdtree."""
    return Command([sys.executable, "-m", "stdtree", *arguments], folder, cache)


def cpu(command: Command) -> tuple[float, int]:
    """User and system seconds of one run, children included, and its largest memory in MiB."""
    environ = {
        **os.environ,
        "LC_ALL": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "",
        "STDTREE_CACHE": str(command.cache or "off"),
    }
    process = subprocess.Popen(
        command.words,
        cwd=command.folder,
        env=environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def compare(ours: Command, theirs: Command, *, rounds: int = ROUNDS) -> Ratio:
    """The two in turn, after a warm-up: it fills our cache, if there is one."""
    cpu(ours)
    if rounds > 1:
        cpu(theirs)
    pairs = [(cpu(ours), cpu(theirs)) for _ in range(rounds)]
    return Ratio(
        ours=median(mine for (mine, _), _ in pairs),
        theirs=median(other for _, (other, _) in pairs),
        ratio=median(mine / other for (mine, _), (other, _) in pairs),
        peak=max(peak for (_, peak), _ in pairs),
    )
