"""A check as a build runs it, with three outputs, against the two programs that it replaces.

`yamllint` and `check-jsonschema` together look at the same files for much less: how the YAML is
written, and whether each file by itself has its shape.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Command, compare, stdtree
from benchmarks.systems import write_system

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "schemas/category.schema.json"
PEERS = ("yamllint", "check-jsonschema")
BOTH = 'yamllint -d relaxed "$@"; check-jsonschema --schemafile "$0" "$@"'
MANY = 10_000


def lines() -> Iterator[str]:
    """The table, line by line, as it is measured."""
    what = "`check --format github --output sarif=… --output junit=…`"
    yield f"| {what} | ours, CPU s | both of them, CPU s | ratio | goal |"
    yield "|---|--:|--:|--:|---|"
    if missing := [name for name in PEERS if shutil.which(name) is None]:
        yield f"| ({', '.join(missing)}: not installed) | | | | |"
        return
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        yield from _rows("the sample", ROOT, place, rounds=5, goal="≤ 0.25")
        large = write_system(place / "large", MANY)
        yield from _rows(f"{MANY:,} categories", large, place, rounds=1, goal="≤ 0.05")


def _rows(what: str, system: Path, place: Path, *, rounds: int, goal: str) -> Iterator[str]:
    """Without a cache, and with what the run before has left there."""
    files = sorted(map(str, (system / "taxonomy/categories").rglob("*.yaml")))
    theirs = Command(["sh", "-c", BOTH, str(SCHEMA), *files])
    outputs = [f"{name}={place / name}" for name in ("sarif", "junit")]
    options = ["--format", "github", *(part for one in outputs for part in ("--output", one))]
    for state, cache in (("cold", None), ("warm", place / f"cache of {system.name}")):
        ours = stdtree("-C", str(system), "check", *options, cache=cache)
        found = compare(ours, theirs, rounds=rounds)
        yield (
            f"| {what}, {state} | {found.ours:.3f} | {found.theirs:.3f}"
            f" | {found.ratio:.3f} | {goal} |"
        )


if __name__ == "__main__":
    for line in lines():
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
