"""`check --baseline`: what was there before is left out and counted, and what is gone is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree.cli.options import option
from stdtree.label import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from stdtree.model.finding import Finding
    from stdtree.workspace import Workspace

BASELINE = option(
    "--baseline",
    metavar="FILE",
    said=Label(
        "不列出此基线已知的问题；见 stdtree baseline。",
        "Leave out the findings that this baseline knows; see stdtree baseline.",
    ),
)


def without_known(
    workspace: Workspace,
    file: str,
    findings: Iterable[Finding],
    *,
    everything: Iterable[Finding],
) -> tuple[tuple[Finding, ...], Label]:
    """Those that a baseline does not know, with what in it is stale; and how many it hides.

    Stale is what is not in `everything`. Raises StoreError if the file cannot be read.
    """
    from pathlib import Path

    from stdtree.model.finding import sort_key
    from stdtree.model.names import several
    from stdtree.store.baseline_file import read_baseline
    from stdtree.workspace import baseline

    path = Path(file)
    known = read_baseline(path)
    fresh, hidden, _ = known.compare(findings)
    if stale := known.compare(everything).stale:
        told = baseline.stale(workspace, path, stale)
        fresh = tuple(sorted([*fresh, *told], key=sort_key))
    count = len(hidden)
    return fresh, Label(
        f"基线 {file} 已知 {count} 个问题，未列出。",
        f"{several(count, 'finding')} known to the baseline {file} not shown.",
    )
