"""What a check found, sorted and counted for the panes that show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from stdtree.model.finding import Finding, Severity
from stdtree.model.ids import CategoryId
from stdtree.model.taxonomy import Taxonomy
from stdtree.tui.present.findings import counts, home_of, worst_first
from stdtree.tui.present.sums import Marks, marks_of, of_branches

MARKED = (Severity.ERROR, Severity.WARNING)
"""What rows of the tree show; mere notes may be many."""


class Found(NamedTuple):
    """The findings of one check. Made in the thread that checks."""

    findings: tuple[Finding, ...]
    """Worst first."""
    counted: str
    """How many of each severity: "✗1 ⚠2"."""
    by_home: Mapping[CategoryId, Sequence[Finding]]
    """Those shown with a category."""
    own: Marks
    branches: Marks
    """Errors and warnings by category, and of all that is below it."""


def found(findings: Iterable[Finding], taxonomy: Taxonomy) -> Found:
    """The findings of a check of this taxonomy."""
    sorted_ = worst_first(findings)
    homes: dict[CategoryId, list[Finding]] = {}
    for finding in sorted_:
        home = home_of(finding, taxonomy)
        if home is not None:
            homes.setdefault(home, []).append(finding)
    seen = ((home, one.severity) for home, those in homes.items() for one in those)
    own = marks_of(one for one in seen if one[1] in MARKED)
    return Found(sorted_, counts(sorted_), homes, own, of_branches(taxonomy, own))
