"""All findings of a system: of reading it, and of the rules against its previous release."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from stdtree import rules
from stdtree.errors import StdtreeError, StoreError
from stdtree.model.canonical import digest
from stdtree.model.finding import Finding, Severity, sort_key
from stdtree.model.release import release_key
from stdtree.model.taxonomy import Taxonomy
from stdtree.rules import Context, Issued
from stdtree.store import layout
from stdtree.store.snapshot import decode_snapshot, taxonomy_of
from stdtree.workspace.editions import exported

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace


def check(workspace: Workspace, taxonomy: Taxonomy) -> tuple[Finding, ...]:
    """Findings with places, sorted. Raises nothing for what stands in a file."""
    loaded = workspace.loaded
    previous, issued = _snapshots(workspace, taxonomy)
    context = Context(
        taxonomy=taxonomy,
        previous=previous[1] if previous else None,
        previous_name=previous[0] if previous else "",
        issued=issued,
        unreadable=loaded.unreadable,
    )
    found = rules.run(context) if loaded.system_is_readable else ()
    severities = {rule.id: rules.severity_of(rule, taxonomy) for rule in rules.catalogue().values()}
    reading = [_with_severity(f, severities) for f in loaded.findings]
    return loaded.placed([f for f in (*reading, *found) if f.severity is not Severity.OFF])


def check_edition(workspace: Workspace, name: str) -> tuple[Taxonomy, tuple[Finding, ...]]:
    """A release or revision, and its findings, sorted; a release is held against the one before."""
    edition = workspace.edition(name)
    known = workspace.names()
    older = known[known.index(edition.name) - 1] if edition.name in known[1:] else ""
    context = Context(
        taxonomy=edition.taxonomy,
        previous=workspace.edition(older).taxonomy if older else None,
        previous_name=older,
    )
    found = (*edition.findings, *rules.run(context))
    return edition.taxonomy, tuple(sorted(found, key=sort_key))


def _snapshots(
    workspace: Workspace, taxonomy: Taxonomy
) -> tuple[tuple[str, Taxonomy] | None, tuple[Issued, ...]]:
    """The newest release that can be read, and the digests of all the snapshots there are.

    A snapshot whose record is gone counts, too: its release was issued.
    """
    previous: tuple[str, Taxonomy] | None = None
    issued = []
    for name in sorted({*taxonomy.releases, *exported(workspace)}, key=release_key):
        path = layout.snapshot_path(name)
        try:
            data = (workspace.root / path).read_bytes()
            content = taxonomy_of(decode_snapshot(data, path))
        except (FileNotFoundError, NotADirectoryError):
            continue
        except (OSError, StoreError):
            issued.append(Issued(name, path, "unreadable"))
            continue
        issued.append(Issued(name, path, digest(content)))
        previous = (name, content)
    newest = max(taxonomy.releases, key=release_key, default=None)
    if newest and newest not in {each.release for each in issued}:
        with suppress(StdtreeError):  # a shallow clone has neither: then nothing is compared
            previous = (newest, workspace.edition(newest).taxonomy)
    return previous, tuple(issued)


def _with_severity(finding: Finding, severities: Mapping[str, Severity]) -> Finding:
    wanted = severities.get(finding.rule, finding.severity)
    return msgspec.structs.replace(finding, severity=wanted)
