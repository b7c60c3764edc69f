"""One edit in a system of 100,000 categories: `python -m benchmarks.edits [SIZE]`.

Applied and checked, saved, and committed beside a bare `git commit` of one file in the same
repository. Processes are taken in turn; figures within one process are CPU milliseconds.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.measure import Command, cpu, stdtree
from benchmarks.systems import write_system
from stdtree import rules
from stdtree.edit import Operation
from stdtree.edit.add_category import AddCategory
from stdtree.edit.move_category import MoveCategory
from stdtree.edit.recode_category import RecodeCategory
from stdtree.edit.rename_category import RenameCategory
from stdtree.workspace import Workspace

SIZE = 100_000
ROUNDS = 7


def lines(size: int) -> Iterator[str]:
    """The table, line by line, as it is measured."""
    with tempfile.TemporaryDirectory() as folder:
        root = write_system(Path(folder) / "big", size)
        _git(root, "init", "--quiet")
        _git(root, "config", "user.name", "benchmark")
        _git(root, "config", "user.email", "benchmark@example.org")
        _git(root, "config", "gc.auto", "0")
        _git(root, "add", "--all")
        _git(root, "commit", "--quiet", "-m", "start")
        yield f"| One edit at {size:,} categories | CPU ms | goal |"
        yield "|---|--:|--:|"
        yield from _in_a_session(root)
        _git(root, "commit", "--quiet", "--all", "-m", "session")
        yield ""
        yield "| One file committed | ours | `git commit` | ratio | goal |"
        yield "|---|--:|--:|--:|--:|"
        yield from _committing(root)


def _in_a_session(root: Path) -> Iterator[str]:
    workspace = Workspace.open(root)
    workspace.check()
    rules.prepare(workspace.taxonomy)
    size = len(workspace.taxonomy.categories)
    for what, steps in (
        ("rename a leaf", [_rename(size - 1 - number) for number in range(ROUNDS)]),
        ("rename one of 20 children with children", [_rename(7 + n) for n in range(ROUNDS)]),
        ("recode", [RecodeCategory(id=f"c{n + 99}", code=f"X{n}9999999") for n in range(ROUNDS)]),
        ("move a leaf", [MoveCategory(id=f"c{size - 1 - n}", to="c7") for n in range(ROUNDS)]),
        ("add a category", [_addition(number) for number in range(ROUNDS)]),
    ):
        figures = [_timed(partial(_apply, workspace, step)) for step in steps]
        yield f"| {what}, all findings up to date | {median(figures):.0f} | ≤ 50 |"
    figures = [_timed(lambda: (workspace.undo(), workspace.check())) for _ in range(ROUNDS)]
    yield f"| undo, all findings up to date | {median(figures):.0f} | ≤ 50 |"
    figures = []
    for number in range(ROUNDS):
        workspace.save()
        _apply(workspace, _rename(size // 2 + number))
        figures.append(_timed(workspace.save))
    yield f"| save one file | {median(figures):.0f} | ≤ 50 |"


def _committing(root: Path) -> Iterator[str]:
    file = root / "taxonomy/categories/d0/c0.yaml"
    ours = stdtree("commit", "-m", "edited", folder=root)
    path = str(file.relative_to(root))
    theirs = Command(["git", "commit", "--quiet", "-m", "edited", "--", path], root)
    pairs: list[tuple[float, float, float, float]] = []
    for _ in range(ROUNDS):
        row: list[float] = []
        for command in (ours, theirs):
            file.write_bytes(file.read_bytes() + b"# edited\n")
            start = time.perf_counter()
            row += (cpu(command)[0], time.perf_counter() - start)
        pairs.append((row[0], row[2], row[1], row[3]))
    for what, mine, other in (("CPU s", 0, 1), ("wall s", 2, 3)):
        ratio = median(row[mine] / row[other] for row in pairs)
        one, two = (median(row[column] for row in pairs) for column in (mine, other))
        yield f"| {what} | {one:.2f} | {two:.2f} | {ratio:.2f} | ≤ 1.5 |"


def _rename(number: int) -> RenameCategory:
    return RenameCategory(id=f"c{number}", name={"zh": f"改名{number}"})


def _addition(number: int) -> AddCategory:
    return AddCategory(
        parent="c7", name={"zh": f"新增{number}"}, id=f"new-{number}", status="draft"
    )


def _apply(workspace: Workspace, step: Operation) -> None:
    workspace.apply(step)
    workspace.check()


def _timed(action: Callable[[], object]) -> float:
    """CPU milliseconds."""
    start = time.process_time()
    action()
    return (time.process_time() - start) * 1000


def _git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    for line in lines(int(sys.argv[1]) if sys.argv[1:] else SIZE):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
