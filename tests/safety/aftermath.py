"""What a folder is like after something went wrong in it, held against before and as meant."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from tests.repos import Repo
from tests.safety.scenarios import SCENARIOS, STAGED
from tests.workspace.systems import contents

ROOT = Path(__file__).parents[2]


def visible(root: Path) -> dict[str, str]:
    """Digest by path of what people see in a folder; unfinished files of ours left out."""
    return {path: data for path, data in contents(root).items() if not _is_unfinished(path)}


@dataclass(frozen=True)
class Recorded:
    """What git has of a folder."""

    head: str
    tree: str
    parent: str
    index: dict[str, str]
    """What is staged, by path."""
    refs: str

    @classmethod
    def of(cls, root: Path) -> Recorded:
        """How it is now."""
        repo = Repo(root)
        head, tree, *parent = repo.git("log", "-1", "--format=%H %T %P").split()
        listing = repo.git("ls-files", "--stage", "-z").split("\0")
        staged = (line.partition("\t") for line in listing if line)
        index = {path: entry for entry, _, path in staged}
        return cls(head, tree, " ".join(parent), index, repo.git("for-each-ref"))


@dataclass(frozen=True)
class Outcome:
    """One attempt: where, what went wrong at which call, and what came of it."""

    root: Path
    kind: str
    died: bool
    said: str = ""
    """What the user was told; empty if all went well."""
    bug: str = ""
    calls: list[str] = field(default_factory=list)

    @cached_property
    def where(self) -> str:
        """For the message of a failing test."""
        at = int(self.root.name)
        return f"{self.kind} at {at}: {self.calls[at : at + 1]} {self.said}"


@dataclass(frozen=True)
class Ordeal:
    """A scenario before, as meant, and what came of each attempt at which something went wrong."""

    before: Path
    meant: Path
    outcomes: list[Outcome]

    @cached_property
    def files(self) -> tuple[dict[str, str], dict[str, str]]:
        """What people see, before and as meant."""
        return visible(self.before), visible(self.meant)

    @cached_property
    def recorded(self) -> tuple[Recorded, Recorded]:
        """What git has, before and as meant."""
        return Recorded.of(self.before), Recorded.of(self.meant)

    def assert_whole(self, outcome: Outcome) -> None:
        """Each file is the old one or the new one."""
        (before, meant), now = self.files, visible(outcome.root)
        for path in before.keys() | meant.keys() | now.keys():
            assert now.get(path) in (before.get(path), meant.get(path)), (path, outcome.where)

    def assert_recorded(self, outcome: Outcome) -> Recorded:
        """The branch is old or new, what others staged is staged, git's objects are in order."""
        (before, meant), now = self.recorded, Recorded.of(outcome.root)
        moved = (now.parent, now.tree) == (before.head, meant.tree)
        assert now.head == before.head or moved, outcome.where
        for path in before.index.keys() | meant.index.keys() | now.index.keys():
            choice = (before.index.get(path), meant.index.get(path))
            assert now.index.get(path) in choice, (path, outcome.where)
        assert now.index[STAGED] == before.index[STAGED]
        fsck = Repo(outcome.root).git("fsck --strict --no-dangling --no-progress")
        assert fsck == "", outcome.where
        return now


def suffered(scenario: str, kind: str, folder: Path, *, most: int = 1000) -> Ordeal:
    """What came of a scenario when something of this kind went wrong, at each of its calls.

    With `most` at that many of them, evenly spread.
    """
    template = folder / "template"
    SCENARIOS[scenario].prepare(template)
    command = (sys.executable, "-m", "tests.safety.dying", scenario, kind, str(template))
    subprocess.run((*command, str(folder), str(most)), cwd=ROOT, check=True)
    fine, *rest = sorted(_outcomes(kind, folder), key=lambda outcome: int(outcome.root.name))
    assert not fine.bug + fine.said, fine
    assert rest
    return Ordeal(template, fine.root, rest)


def _outcomes(kind: str, folder: Path) -> Iterator[Outcome]:
    fine = json.loads((folder / "-1.json").read_text("utf-8"))
    for root in folder.iterdir():
        if not root.name.lstrip("-").isdigit():
            continue
        report = folder / f"{root.name}.json"
        if report.exists():
            yield Outcome(root, kind, died=False, **json.loads(report.read_text("utf-8")))
        else:
            yield Outcome(root, kind, died=True, calls=fine["calls"])


def leftovers(root: Path) -> list[str]:
    """What nobody should find after the next run: unfinished files, locks, notes."""
    shelf = root / ".git" / "stdtree"
    return [
        str(path.relative_to(root))
        for path in root.rglob("*")
        if _is_unfinished(path.name)
        or (path.suffix == ".lock" and path.parent != shelf)
        or (path.parent == shelf and path.suffix == ".json")
    ]


def _is_unfinished(path: str) -> bool:
    return path.endswith(".tmp")
