"""Starting where little has changed since the last time: `python -m benchmarks.warm [CATEGORIES]`.

Whole processes with what earlier runs kept, against the same without a cache, in turn; for two
revisions, against loading one of them without a cache.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.measure import Command, compare, cpu, python, stdtree
from benchmarks.systems import rename_some, write_system

SIZE = 100_000
ROUNDS = 5
_OPEN = """
import sys, pathlib
from stdtree.workspace import Workspace
workspace = Workspace.open(pathlib.Path(sys.argv[1]))
"""
TAXONOMY = f"{_OPEN}workspace.taxonomy"
TREE = f"{_OPEN}sum(1 for _ in workspace.taxonomy.walk())"
REVISION = f'{_OPEN}workspace.edition("HEAD~1").taxonomy'


def lines(size: int) -> Iterator[str]:
    """The table, line by line, as it is measured."""
    with tempfile.TemporaryDirectory() as folder:
        root, cache = write_system(Path(folder) / "big", size), Path(folder) / "cache"
        for message in ("one", "two"):
            _commit(root, message)
            rename_some(root, size)
        cpu(Command(python(TAXONOMY, str(root)).words, cache=cache))  # the last were just written
        yield f"| {size:,} categories | warm, CPU s | MiB | compared with | CPU s | ratio | goal |"
        yield "|---|--:|--:|---|--:|--:|--:|"
        for what, cold in (
            ("the files as a tree (`Workspace.taxonomy`)", python(TAXONOMY, str(root))),
            ("the same in the order of the screen", python(TREE, str(root))),
            ("`stdtree show`", stdtree("-C", str(root), "show", "c7")),
        ):
            yield _row(what, replace(cold, cache=cache), cold, against="cold")
        diff = stdtree("-C", str(root), "diff", "HEAD~1", "HEAD", cache=cache)
        cold = python(REVISION, str(root))
        what = "`diff` of two revisions, 1 % changed"
        yield _row(what, diff, cold, against="loading one of them cold", goal="≤ 0.05")


def _row(what: str, warm: Command, cold: Command, *, against: str, goal: str = "") -> str:
    cpu(warm)
    found = compare(warm, cold, rounds=ROUNDS)
    figures = f"{found.ours:.2f} | {found.peak} | {against} | {found.theirs:.2f}"
    return f"| {what} | {figures} | {found.ratio:.2f} | {goal} |"


def _commit(root: Path, message: str) -> None:
    name = ("-c", "user.name=benchmark", "-c", "user.email=benchmark@example.org")
    for words in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "-m", message)):
        subprocess.run(["git", *name, *words], cwd=root, check=True)


if __name__ == "__main__":
    for line in lines(int(sys.argv[1]) if sys.argv[1:] else SIZE):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
