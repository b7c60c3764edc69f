"""Findings as the command line tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.model.finding import sort_key
from stdtree.report.of_findings import of_findings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stdtree.model.finding import Finding
    from stdtree.model.taxonomy import Taxonomy
    from stdtree.report import Report
    from stdtree.workspace import Workspace


def of_edition(workspace: Workspace, name: str) -> tuple[Taxonomy, tuple[Finding, ...]]:
    """A release or revision, and its findings; a release is held against the one before."""
    from stdtree import rules

    edition = workspace.edition(name)
    known = workspace.names()
    older = known[known.index(edition.name) - 1] if edition.name in known[1:] else ""
    context = rules.Context(
        taxonomy=edition.taxonomy,
        previous=workspace.edition(older).taxonomy if older else None,
        previous_name=older,
    )
    found = (*edition.findings, *rules.run(context))
    return edition.taxonomy, tuple(sorted(found, key=sort_key))


def told(findings: Iterable[Finding], taxonomy: Taxonomy) -> Report:
    """Findings of this taxonomy with its totals; each category, round and release is a file."""
    files = (
        1
        + bool(taxonomy.organizations)
        + len(taxonomy.categories)
        + len(taxonomy.consultations)
        + len(taxonomy.releases)
    )
    return of_findings(
        findings,
        files=files,
        categories=len(taxonomy.categories),
        standards=len(taxonomy.standards),
    )
