"""Findings as the command line tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.report.of_findings import of_findings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stdtree.model.finding import Finding
    from stdtree.model.taxonomy import Taxonomy
    from stdtree.report import Report


def told(findings: Iterable[Finding], taxonomy: Taxonomy, *, files: int | None = None) -> Report:
    """Findings of this taxonomy with its totals; a release has a file for each of its parts."""
    parts = (taxonomy.categories, taxonomy.consultations, taxonomy.releases)
    return of_findings(
        findings,
        files=files or 1 + bool(taxonomy.organizations) + sum(map(len, parts)),
        categories=len(taxonomy.categories),
        standards=len(taxonomy.standards),
    )
