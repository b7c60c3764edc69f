"""Mending what the rules know how to mend: their fixes as operations, one after the other."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from stdtree.edit import Operation, decode
from stdtree.errors import EditError
from stdtree.label import Label
from stdtree.model.finding import Finding, Fix

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace

_ROUNDS = 8
"""More offences than this hardly lie one upon the other in one field."""


@dataclass(frozen=True, slots=True)
class Mend:
    """One operation that mends a finding."""

    finding: Finding
    operation: Operation
    label: Label
    """What it does, in words."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What `fix` would do, in this order."""

    mends: list[Mend] = field(default_factory=list)
    refused: dict[str, tuple[Finding, EditError]] = field(default_factory=dict)
    """By fingerprint: fixes that operations refuse, and why."""


def planned(workspace: Workspace, *, rule: str | None = None) -> Plan:
    """All fixes, or those of one rule, tried on the tree as it is now; nothing changes.

    Two fixes of one field wait for each other: the second is made anew from what the first leaves.
    """
    plan, taxonomy = Plan(), workspace.taxonomy
    for _ in range(_ROUNDS):
        written: set[Hashable] = set()
        for finding in workspace.check(taxonomy):
            fix = finding.fix
            if rule is not None and finding.rule != rule:
                continue
            if fix is None or finding.fingerprint in plan.refused:
                continue
            fields = set(_fields(fix))
            if written & fields:
                continue
            try:
                operation = decode(fix.operation, fix.fields)
                label = operation.describe(taxonomy)
                taxonomy = operation.apply(taxonomy)
            except EditError as error:
                plan.refused[finding.fingerprint] = (finding, error)
                continue
            plan.mends.append(Mend(finding, operation, label))
            written |= fields
        if not written:
            break
    return plan


def apply(workspace: Workspace, plan: Plan) -> None:
    """Applies what was planned, each operation as a step of the journal. Raises EditError."""
    for mend in plan.mends:
        workspace.apply(mend.operation)


def _fields(fix: Fix) -> Iterator[Hashable]:
    """What a fix writes: a field of a subject, or one language of it."""
    subject = fix.fields.get("id")
    for name, value in fix.fields.items():
        if isinstance(value, Mapping):
            yield from ((fix.operation, subject, name, tag) for tag in value)
        elif name != "id":
            yield fix.operation, subject, name
