"""The findings of a release or revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdtree import rules
from stdtree.model.finding import Finding, sort_key
from stdtree.model.taxonomy import Taxonomy
from stdtree.rules import Context

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace


def check_edition(
    workspace: Workspace, name: str, *, today: str = ""
) -> tuple[Taxonomy, tuple[Finding, ...]]:
    """A release or revision, and its findings, sorted; a release is held against the one before."""
    edition = workspace.edition(name)
    known = workspace.names()
    older = known[known.index(edition.name) - 1] if edition.name in known[1:] else ""
    context = Context(
        taxonomy=edition.taxonomy,
        previous=workspace.edition(older).taxonomy if older else None,
        previous_name=older,
        today=today,
    )
    found = (*edition.findings, *rules.run(context))
    return edition.taxonomy, tuple(sorted(found, key=sort_key))
