"""CPU time of whole processes, taken in turn and compared pair by pair."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROUNDS = 7


@dataclass(frozen=True)
class Ratio:
    """Median CPU seconds of two commands, and the median of the ratios of their pairs."""

    ours: float
    theirs: float
    ratio: float
    peak: int
    """Largest resident memory of ours, MiB."""


def python(code: str, *arguments: str) -> list[str]:
    """A command that runs `code` in this interpreter."""
    return [sys.executable, "-c", code, *arguments]


def stdtree(*arguments: str) -> list[str]:
    """The command line of stdtree."""
    return [sys.executable, "-m", "stdtree", *arguments]


def cpu(command: Sequence[str], folder: Path | None = None) -> float:
    """User and system seconds of one run, children included."""
    environ = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": ""}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, env=environ, check=False, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(
    ours: Sequence[str], theirs: Sequence[str], *, folder: Path | None = None, rounds: int = ROUNDS
) -> Ratio:
    """The two in turn, after one warm-up of each."""
    cpu(ours, folder)
    cpu(theirs, folder)
    pairs = [(cpu(ours, folder), cpu(theirs, folder)) for _ in range(rounds)]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return Ratio(
        ours=median(mine for mine, _ in pairs),
        theirs=median(other for _, other in pairs),
        ratio=median(mine / other for mine, other in pairs),
        peak=peak,
    )
