"""All the measurements: start-up, check against its peers, two revisions, growth with size."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.measure import Command, Ratio, compare, python, stdtree
from benchmarks.systems import rename_some, write_system

ROOT = Path(__file__).parent.parent
SIZES = (1_000, 5_000, 20_000)
LARGE = 100_000
RICH = 5_000
"""Categories with 20 standards each: as many nodes as `LARGE`."""
PEERED = ((200, 7, ("≤ 0.15", "")), (10_000, 1, ("≤ 0.05", "≤ 0.05")))
"""Sizes at which other checkers are compared: categories, rounds, a goal for each."""
BARE = """
import sys, pathlib, yaml
for path in pathlib.Path(sys.argv[1]).rglob("*.yaml"):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""
LOAD = """
import sys, pathlib
from stdtree.workspace import Workspace
Workspace.open(pathlib.Path(sys.argv[1])).edition("HEAD~1").taxonomy
"""


def lines() -> Iterator[str]:
    """The tables, line by line, as they are measured."""
    yield "| What | ours, CPU s | MiB | compared with | CPU s | ratio | goal |"
    yield "|---|--:|--:|---|--:|--:|--:|"
    nothing = python("pass")
    found = compare(stdtree("--help"), nothing, rounds=15)
    yield _row("`stdtree --help`", found, "`python -c pass`", goal="≤ 5")
    found = compare(stdtree("check", folder=ROOT), nothing, rounds=15)
    yield _row("`stdtree check`, the sample", found, "`python -c pass`", goal="≤ 15")
    with tempfile.TemporaryDirectory() as folder:
        yield from _against_a_loop(Path(folder))
        yield from _against_peers(Path(folder))
        yield from _two_revisions(Path(folder))
        yield ""
        yield from _growth(Path(folder))


def _against_a_loop(folder: Path) -> Iterator[str]:
    """Cold and warm, against a loop that does nothing but read the YAML."""
    loop = "bare `CSafeLoader` loop"
    rich = write_system(folder / "rich", RICH, standards=20)
    found = compare(stdtree("-C", str(rich), "check"), python(BARE, str(rich)), rounds=3)
    yield _row(f"cold `check`, {RICH:,} files of 20 standards", found, loop, goal="≤ 0.15")
    large, cache = write_system(folder / "large", LARGE), folder / "cache"
    found = compare(stdtree("-C", str(large), "check"), python(BARE, str(large)), rounds=3)
    yield _row(f"cold `check`, {LARGE:,} files", found, loop, goal="≤ 0.25")
    warm = stdtree("-C", str(large), "check", cache=cache)
    found = compare(warm, python(BARE, str(large)), rounds=3)
    yield _row(f"warm `check`, {LARGE:,} files", found, loop, goal="≤ 0.05")
    shutil.rmtree(large)


def _against_peers(folder: Path) -> Iterator[str]:
    """Other checkers of YAML files, as far as they are installed."""
    schema = ROOT / "schemas/category.schema.json"
    for size, rounds, goals in PEERED:
        place = write_system(folder / f"of-{size}", size)
        files = sorted(str(path) for path in (place / "taxonomy/categories").rglob("*.yaml"))
        peers = ("check-jsonschema", "--schemafile", str(schema)), ("yamllint", "-d", "relaxed")
        for (name, *options), goal in zip(peers, goals, strict=True):
            program = shutil.which(name)
            if program is None:
                yield f"| ({name} is not installed) | | | | | | |"
                continue
            theirs = Command([program, *options, *files])
            for state, cache in (("cold", None), ("warm", folder / "cache")):
                ours = stdtree("-C", str(place), "check", cache=cache)
                found = compare(ours, theirs, rounds=rounds)
                yield _row(f"{state} `check`, {size:,} files", found, name, goal=goal)


def _two_revisions(folder: Path) -> Iterator[str]:
    """One category in a hundred renamed between two commits."""
    place = write_system(folder / "revisions", SIZES[-1])
    _git(place, "init", "--quiet")
    for message in ("one", "two"):
        _git(place, "add", "--all")
        _git(place, "commit", "--quiet", "--message", message)
        rename_some(place, SIZES[-1])
    found = compare(
        stdtree("-C", str(place), "diff", "HEAD~1", "HEAD", cache=folder / "cache"),
        python(LOAD, str(place)),
        rounds=3,
    )
    what = f"`diff` of two revisions, {SIZES[-1]:,} files, 1 % changed"
    yield _row(what, found, "loading one of them", goal="≤ 0.05")


def _git(folder: Path, *words: str) -> None:
    name = ("-c", "user.name=benchmark", "-c", "user.email=benchmark@example.org")
    subprocess.run(["git", *name, *words], cwd=folder, check=True)


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
    place = write_system(folder / f"steps-{size}", size)
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


def _row(what: str, found: Ratio, against: str, *, goal: str) -> str:
    return (
        f"| {what} | {found.ours:.3f} | {found.peak} | {against} | {found.theirs:.3f}"
        f" | {found.ratio:.2f} | {goal} |"
    )


if __name__ == "__main__":
    for line in lines():
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
