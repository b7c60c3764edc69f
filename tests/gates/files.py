"""The files of the repository, as the gates look at them."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "stdtree"


@cache
def tracked() -> tuple[Path, ...]:
    """All files that are in git or would come in, by path."""
    done = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    paths = {ROOT / name.decode() for name in done.stdout.split(b"\0") if name}
    return tuple(sorted(path for path in paths if path.is_file()))


def python_files(*folders: str) -> tuple[Path, ...]:
    """Python files below the folders; below all of them by default."""
    wanted = folders or ("src", "tests", "tools", "ci", "benchmarks")
    tops = tuple(ROOT / folder for folder in wanted)
    return tuple(
        path
        for path in tracked()
        if path.suffix == ".py" and any(path.is_relative_to(top) for top in tops)
    )


def plugin_files() -> tuple[Path, ...]:
    """One file = one rule, operation, product, report format, command, or topic of the editor."""
    groups = (
        *("rules/[!_]*", "edit/[!_]*", "export/[!_]*", "report/as_*", "cli/*commands/[!_]*"),
        "tui/commands/[!_]*",
    )
    return tuple(sorted(path for group in groups for path in SOURCE.glob(f"{group}.py")))


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """All functions and methods of a file."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def shown(path: Path) -> str:
    """A path as people write it."""
    return path.relative_to(ROOT).as_posix()
