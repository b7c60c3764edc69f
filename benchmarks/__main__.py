"""All the measurements: start-up, check against a bare YAML loop, growth with size."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.measure import compare, python, stdtree
from benchmarks.systems import write_system

ROOT = Path(__file__).parent.parent
SIZES = (1_000, 5_000, 20_000)
BARE = """
import sys, pathlib, yaml
for path in pathlib.Path(sys.argv[1]).rglob("*.yaml"):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


def lines() -> Iterator[str]:
    """The tables, line by line, as they are measured."""
    yield "| What | ours, CPU s | compared with | CPU s | ratio | goal |"
    yield "|---|--:|---|--:|--:|--:|"
    nothing = python("pass")
    found = compare(stdtree("--help"), nothing, rounds=15)
    yield _row("`stdtree --help`", found, "`python -c pass`", goal="≤ 5")
    found = compare(stdtree("check"), nothing, folder=ROOT, rounds=15)
    yield _row("`stdtree check`, the sample", found, "`python -c pass`", goal="≤ 15")
    with tempfile.TemporaryDirectory() as folder:
        big = write_system(Path(folder) / "big", SIZES[-1])
        found = compare(stdtree("-C", str(big), "check"), python(BARE, str(big)))
        yield _row(
            f"`stdtree check`, {SIZES[-1]:,} files", found, "bare `CSafeLoader` loop", goal="≤ 0.5"
        )
        yield ""
        yield f"Peak memory of any of these processes: {found.peak} MiB."
        yield ""
        yield from _growth(Path(folder))


def _growth(folder: Path) -> Iterator[str]:
    """µs of CPU per category at each size: linear means that they stay."""
    yield "| µs of CPU per category | " + " | ".join(f"{size:,}" for size in SIZES) + " |"
    yield "|---|" + "--:|" * len(SIZES)
    figures: dict[str, list[float]] = {}
    for size in SIZES:
        runs = [_steps(folder, size) for _ in range(3)]
        for step in runs[0]:
            figures.setdefault(step, []).append(median(run[step] for run in runs) / size * 1e6)
    for step, each in figures.items():
        yield f"| {step} | " + " | ".join(f"{figure:.0f}" for figure in each) + " |"


def _steps(folder: Path, size: int) -> dict[str, float]:
    place = write_system(folder / f"of-{size}", size)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.steps", str(place)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    shutil.rmtree(place)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _row(what: str, found: object, against: str, *, goal: str) -> str:
    ours, theirs, ratio = (getattr(found, name) for name in ("ours", "theirs", "ratio"))
    return f"| {what} | {ours:.3f} | {against} | {theirs:.3f} | {ratio:.2f} | {goal} |"


if __name__ == "__main__":
    for line in lines():
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
