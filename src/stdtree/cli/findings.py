"""Findings as the command line tells them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from stdtree.report.of_findings import MOST, Paths, of_findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from stdtree.model.finding import Finding
    from stdtree.model.taxonomy import Taxonomy
    from stdtree.report import Report
    from stdtree.rules import Rule
    from stdtree.workspace import Workspace
    from stdtree.workspace.remembered import Checked


def checked_edition(workspace: Workspace, name: str, *, today: str = "") -> Checked:
    """The findings of a release or revision, with its totals."""
    from stdtree.workspace.checking import check_edition

    taxonomy, findings = check_edition(workspace, name, today=today)
    return checked_files(findings, taxonomy)


def checked_files(findings: Iterable[Finding], taxonomy: Taxonomy) -> Checked:
    """Findings with the totals of what was checked; it has a file for each of its parts."""
    from stdtree.workspace.remembered import Checked

    parts = (
        taxonomy.categories,
        taxonomy.consultations,
        taxonomy.releases,
        taxonomy.correspondences,
    )
    return Checked(
        tuple(findings),
        files=1 + bool(taxonomy.organizations) + sum(map(len, parts)),
        categories=len(taxonomy.categories),
        standards=len(taxonomy.standards),
    )


def told(workspace: Workspace, checked: Checked, *, every: bool = False) -> Report:
    """Findings with their totals, their files as people and machines look for them."""
    report = of_findings(
        checked.findings,
        files=checked.files,
        categories=checked.categories,
        standards=checked.standards,
        most=None if every else MOST,
        paths=Paths(inside_repository(workspace), _here(workspace.root)),
    )
    return structs.replace(report, legend=_rules)


def inside_repository(workspace: Workspace) -> str:
    """From the root of the repository to that of the system, with `/`: code hosts want that."""
    return workspace.repository.prefix if workspace.repository else ""


def _here(root: Path) -> Callable[[str], str]:
    """From paths below the root of a system to paths from the current folder; outside: in full."""
    now, top = Path.cwd().resolve(), root.resolve()
    if now == top:
        return str
    if top.is_relative_to(now):
        inside = top.relative_to(now).as_posix()
        return lambda path: f"{inside}/{path}"
    if now.is_relative_to(top):
        return lambda path: os.path.relpath(top / path, now)
    return lambda path: (top / path).as_posix()


def _rules() -> Mapping[str, Rule]:
    """All rules, asked for only by the formats that explain them."""
    from stdtree.rules import catalogue

    return catalogue()


def fail(findings: Iterable[Finding], *, strict: bool) -> bool:
    """Whether one of them is an error, or with `strict` a warning."""
    fatal = {"error", "warning"} if strict else {"error"}
    return any(finding.severity in fatal for finding in findings)
