"""Baselines of the files as they are now: made, brought up to date, held against what is found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from stdtree.errors import UsageError
from stdtree.label import Label
from stdtree.model.baseline import Baseline, KnownFinding
from stdtree.model.finding import Finding, Place, Severity, Subject
from stdtree.store.baseline_file import NAME, read_baseline, write_baseline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stdtree.workspace.opened import Workspace

Action = Literal["create", "update", "prune"]
STALE = "stale-baseline"
_FIRST_LINE = 4
"""Where the findings begin in a baseline, one a line, as stdtree writes it."""


class Written(NamedTuple):
    """What became of a baseline."""

    path: Path
    known: int
    """How many findings it knows now."""
    added: int
    removed: int


def write(workspace: Workspace, action: Action, path: Path | None, *, today: str) -> Written:
    """Creates, updates (takes in all that is found) or prunes (only takes out) a baseline.

    Raises UsageError for creating one that is there, StoreError if it cannot be read or written.
    """
    from stdtree.workspace.remembered import check_files

    file = path or workspace.root / NAME
    if action == "create" and file.exists():
        raise UsageError(
            Label(f"已有基线 {file}", f"there is a baseline already: {file}"),
            Label("更新：stdtree baseline update", "bring it up to date: stdtree baseline update"),
        )
    old = Baseline.of(()) if action == "create" else read_baseline(file)
    compared = old.compare(check_files(workspace, today=today).findings)
    kept = compared.known if action == "prune" else (*compared.known, *compared.fresh)
    write_baseline(file, new := Baseline.of(kept))
    added = 0 if action == "prune" else len(compared.fresh)
    return Written(file, len(new), added, sum(row.count for row in compared.stale))


def stale(workspace: Workspace, path: Path, rows: Iterable[KnownFinding]) -> Iterator[Finding]:
    """A finding for each entry that is found no more, as severe as the system will have it."""
    from stdtree import rules

    severity = rules.severity_of(rules.catalogue()[STALE], workspace.taxonomy)
    if severity is Severity.OFF:
        return
    file, root = path.resolve(), workspace.root.resolve()
    name = (file.relative_to(root) if file.is_relative_to(root) else path).as_posix()
    lines = {row.fingerprint: number for number, row in enumerate(read_baseline(path).findings)}
    for row in rows:
        yield Finding(
            rule=STALE,
            severity=severity,
            subject=Subject("file", name),
            message=Label(
                f"基线中 {row.subject.id} 的 {row.rule} 已不存在",
                f"the baseline knows {row.rule} of {row.subject.id}, which is found no more",
            ),
            hint=Label("清理：stdtree baseline prune", "take it out: stdtree baseline prune"),
            related=(row.fingerprint,),
            place=Place(name, _FIRST_LINE + lines[row.fingerprint]),
        )
