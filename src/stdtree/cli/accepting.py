"""`stdtree accept`: the finding that is meant, and the operation that accepts it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from stdtree.cli.editing import edit
from stdtree.cli.operation_command import made
from stdtree.errors import UsageError
from stdtree.label import Label, same
from stdtree.store import clock

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stdtree.cli.session import Session
    from stdtree.workspace import Workspace

Named = tuple[str, str | None]
"""A rule, and what its finding speaks of."""


def tell(session: Session, workspace: Workspace) -> None:
    """List what is accepted."""
    from stdtree.report.of_accepted import of_accepted

    taxonomy = workspace.taxonomy
    session.tell(of_accepted(taxonomy, workspace.check(taxonomy, today=clock.today())))


def accept(
    session: Session,
    workspace: Workspace,
    named: Named,
    *,
    given: Mapping[str, Any],
    dry_run: bool,
) -> None:
    """Accept a finding that there is, or say more of one that is accepted. Raises UsageError."""
    from stdtree.cli.answers import texts
    from stdtree.edit.accept_finding import AcceptFinding
    from stdtree.model.finding import OF_READING

    rule, about = _known(named)
    if rule not in OF_READING:  # which the operation refuses, and says why
        about = _found(workspace, rule, about)
    first = workspace.taxonomy.system.languages[0]
    values = {"id": about, "rule": rule, "reason": texts(given["reason"], first)}
    if given["until"] is not None:
        values["until"] = given["until"]
    edit(session, workspace, operations=[made(AcceptFinding, values)], dry_run=dry_run)


def withdraw(session: Session, workspace: Workspace, named: Named, *, dry_run: bool) -> None:
    """Accept a finding no longer, whatever its rule is called."""
    from stdtree.edit.withdraw_acceptance import WithdrawAcceptance

    rule, about = _both(named)
    step = made(WithdrawAcceptance, {"id": about, "rule": rule})
    edit(session, workspace, operations=[step], dry_run=dry_run)


def _both(named: Named) -> tuple[str, str]:
    rule, about = named
    if about is None:
        raise UsageError(
            Label(f"没有写明 {rule} 的问题对象", f"of what {rule} is accepted is missing"),
            Label(
                f"写作 stdtree accept {rule} 标识或编号", f"type stdtree accept {rule} ID-OR-CODE"
            ),
        )
    return rule, about


def _known(named: Named) -> tuple[str, str]:
    """The same, of a rule that there is."""
    from stdtree.rules import catalogue

    rule, about = _both(named)
    if rule not in catalogue():
        from stdtree.model.nearest import did_you_mean

        raise UsageError(
            Label(f"没有校验规则“{rule}”", f"there is no rule “{rule}”"),
            did_you_mean(rule, catalogue())
            or Label("输入 stdtree rules 列出全部规则", "type stdtree rules to list them all"),
        )
    return rule, about


def _found(workspace: Workspace, rule: str, about: str) -> str:
    """The id of what the rule has a finding of now, or has one accepted. Raises UsageError."""
    from stdtree.model.subjects import subject_id

    taxonomy = workspace.taxonomy
    subject = subject_id(taxonomy, about) or about
    if taxonomy.system.acceptance(rule, subject):
        return subject
    findings = workspace.check(taxonomy, today=clock.today())
    rules = sorted({one.rule for one in findings if one.subject.id == subject})
    if rule in rules:
        return subject
    others = Label("它的问题有：", "found in it: ") + same(", ".join(rules))
    raise UsageError(
        Label(f"{about} 没有 {rule} 的问题可接受", f"{rule} finds nothing in {about} to accept"),
        others if rules else Label("问题一览：stdtree check", "all findings: stdtree check"),
    )
