"""Applying operations from the command line: show, write, and say what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.label import Label, same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stdtree.cli.session import Session
    from stdtree.edit import Operation
    from stdtree.model.finding import Finding
    from stdtree.workspace import Workspace


def edit(
    session: Session, workspace: Workspace, *, operations: Sequence[Operation], dry_run: bool
) -> None:
    """Apply and save; with `dry_run` only show the difference. Raises EditError."""
    if dry_run:
        _rehearse(session, workspace, operations)
        return
    known = {finding.fingerprint for finding in workspace.check()}
    for operation in operations:
        session.answer(workspace.apply(operation))
    save(session, workspace)
    caused = [found for found in workspace.check() if found.fingerprint not in known]
    _warn(session, workspace, caused)


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
    from stdtree.diff import compare
    from stdtree.model.canonical import digest
    from stdtree.model.difference import End
    from stdtree.report.of_difference import of_difference

    before = after = workspace.taxonomy
    for operation in operations:
        session.answer(operation.describe(after))
        after = operation.apply(after)
    ends = [End(name, it, digest(it)) for name, it in (("WORK", before), ("WORK+1", after))]
    session.tell(of_difference(compare(*ends)))
    session.say(Label("以上为预演，未写任何文件", "nothing was written: this was a dry run"))


def _warn(session: Session, workspace: Workspace, caused: list[Finding]) -> None:
    if not caused:
        return
    from stdtree.cli.findings import told

    session.say(Label("此操作带来的问题：", "findings that this operation caused:"))
    session.tell(told(caused, workspace.taxonomy))
