"""Applying operations from the command line: show, write, and say what follows from it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from stdtree.label import Label, same
from stdtree.store import clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from stdtree.cli.session import Session
    from stdtree.edit import Operation
    from stdtree.model.finding import Finding
    from stdtree.model.taxonomy import Taxonomy
    from stdtree.workspace import Workspace


def edit(
    session: Session, workspace: Workspace, *, operations: Sequence[Operation], dry_run: bool
) -> None:
    """Apply and save; with `dry_run` only show the difference. Raises EditError.

    Says which errors and warnings follow from it; notes are for `check`: a new category has no
    standards yet.
    """
    if dry_run:
        _rehearse(session, workspace, operations)
        return
    take_steps(session, workspace, (partial(workspace.apply, one) for one in operations))


def take_steps(
    session: Session, workspace: Workspace, steps: Iterable[Callable[[], Label]]
) -> None:
    """Take the steps, each of which says what it did, and save; warn of what follows from them."""
    today = clock.today()
    known = {finding.fingerprint for finding in workspace.check(today=today)}
    for step in steps:
        session.answer(step())
    save(session, workspace)
    serious = (one for one in workspace.check(today=today) if one.severity != "note")
    _warn(session, workspace, [one for one in serious if one.fingerprint not in known])


def turn(session: Session, workspace: Workspace, *, word: Label, step: Label | None) -> None:
    """Save what undo or redo did, and say it; `step` is None if there was nothing to do."""
    if step is None:
        session.say(Label("没有可撤销或重做的操作", "there is nothing to undo or redo"))
        return
    session.answer(word + step)
    save(session, workspace)


def save(session: Session, workspace: Workspace) -> None:
    """Write the edits to their files and name them."""
    for path in workspace.save():
        session.answer(Label("  已写入 ", "  written: ") + same(path))


def _rehearse(session: Session, workspace: Workspace, operations: Sequence[Operation]) -> None:
    after = workspace.taxonomy
    for operation in operations:
        session.answer(operation.describe(after))
        after = operation.apply(after)
    rehearse(session, workspace.taxonomy, after)


def rehearse(session: Session, before: Taxonomy, after: Taxonomy) -> None:
    """Show what would become of the files, and that nothing did."""
    from stdtree.diff import compare
    from stdtree.model.canonical import digest
    from stdtree.model.difference import End
    from stdtree.report.of_difference import of_difference

    ends = [End(name, it, digest(it)) for name, it in (("WORK", before), ("WORK+1", after))]
    session.tell(of_difference(compare(*ends)))
    session.say(Label("以上为预演，未写任何文件", "nothing was written: this was a dry run"))


def _warn(session: Session, workspace: Workspace, caused: list[Finding]) -> None:
    if not caused:
        return
    from stdtree.cli.findings import checked_files, told

    session.say(Label("此操作带来的问题：", "findings that this operation caused:"))
    session.tell(told(workspace, checked_files(caused, workspace.taxonomy)))
