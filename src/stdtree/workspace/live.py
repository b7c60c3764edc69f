"""What the last check found, kept so that the next one looks only at what was edited since."""

from __future__ import annotations

import os
from bisect import insort
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from stdtree import rules
from stdtree.model.finding import Finding, Severity, sort_key
from stdtree.model.grouping import differing
from stdtree.model.taxonomy import Taxonomy
from stdtree.rules import Context
from stdtree.store.load import Loaded
from stdtree.workspace.snapshots import Snapshots

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace

_FEW = 64
"""Up to how many new findings are put into their places one by one."""
_TRIED = 2_000
"""Up to how many categories an edit may touch for its findings to be told before it is done."""


def check(workspace: Workspace, taxonomy: Taxonomy, *, today: str = "") -> tuple[Finding, ...]:
    """All findings, of reading and of the rules, with places, sorted.

    Raises nothing for what stands in a file. `today` is the day of checking, YYYY-MM-DD; without it
    nothing is said about days.
    """
    if workspace.live is None:
        workspace.live = LiveFindings(workspace)
    return workspace.live.check(taxonomy, today=today)


class _Check(NamedTuple):
    """One check and its result."""

    loaded: Loaded
    context: Context
    found: tuple[Finding, ...]
    """What the rules found, without places."""
    placed: Mapping[int, Finding]
    """The same with places, by the identity of those in `found`."""
    shown: tuple[Finding, ...]
    """All findings with places, those of reading too, sorted."""


class LiveFindings:
    """The findings of a workspace, brought up to date edit by edit.

    STDTREE_PLAIN=1 switches that off: then every check is one of everything.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._snapshots = Snapshots(workspace)
        self._last: _Check | None = None
        """Replaced as a whole: a check may run in a thread."""

    def check(self, taxonomy: Taxonomy, *, today: str = "") -> tuple[Finding, ...]:
        """As `check` says."""
        loaded = self._workspace.loaded
        previous, issued = self._snapshots.read(taxonomy)
        context = Context(
            taxonomy=taxonomy,
            previous=previous[1] if previous else None,
            previous_name=previous[0] if previous else "",
            issued=issued,
            unreadable=loaded.unreadable,
            today=today,
        )
        last = None if os.environ.get("STDTREE_PLAIN") else self._last
        if not loaded.system_is_readable:
            made = _shown(loaded, context, ())
        elif last is None:
            made = _shown(loaded, context, rules.run(context))
        else:
            made = _after(last, loaded, context)
        self._last = made
        return made.shown

    def trial(
        self, before: Taxonomy, after: Taxonomy
    ) -> tuple[tuple[Finding, ...], tuple[Finding, ...]] | None:
        """What an edit would bring and mend, without places; nothing of it is kept.

        None where that is not known cheaply: the last check was of another tree, or the edit is
        large.
        """
        last = self._last
        if last is None or last.context.taxonomy is not before:
            return None
        if len(differing(before.categories, after.categories)) > _TRIED:
            return None
        found = rules.rerun(replace(last.context, taxonomy=after), last.context, last.found)
        staying = set(map(id, found)) & set(map(id, last.found))
        come = {one.fingerprint: one for one in found if id(one) not in staying}
        gone = {one.fingerprint: one for one in last.found if id(one) not in staying}
        return (
            tuple(one for key, one in come.items() if key not in gone),
            tuple(one for key, one in gone.items() if key not in come),
        )


def _after(last: _Check, loaded: Loaded, context: Context) -> _Check:
    """The check that follows upon `last`."""
    found = rules.rerun(context, last.context, last.found)
    if loaded is not last.loaded:
        return _shown(loaded, context, found)
    known = last.placed
    kept, fresh = dict[int, Finding](), list[Finding]()
    for finding in found:
        placed = known.get(id(finding))
        if placed is None:
            fresh.append(finding)
        else:
            kept[id(finding)] = placed
    if len(fresh) > _FEW:
        return _shown(loaded, context, found, kept)
    gone = {id(known[key]) for key in known.keys() - kept.keys()}
    shown = [finding for finding in last.shown if id(finding) not in gone]
    for finding in fresh:
        kept[id(finding)] = loaded.place(finding)
        insort(shown, kept[id(finding)], key=sort_key)
    return _Check(loaded, context, found, kept, tuple(shown))


def _shown(
    loaded: Loaded,
    context: Context,
    found: tuple[Finding, ...],
    known: Mapping[int, Finding] | None = None,
) -> _Check:
    """A check with places, as far as they are not `known`, and with what reading found."""
    by_file = sorted(found, key=lambda finding: loaded.path_of(finding.subject) or "")
    placed = {id(f): (known or {}).get(id(f)) or loaded.place(f) for f in by_file}
    read = map(loaded.place, _of_reading(loaded, context.taxonomy))
    shown = sorted([*read, *placed.values()], key=sort_key)
    return _Check(loaded, context, found, placed, tuple(shown))


def _of_reading(loaded: Loaded, taxonomy: Taxonomy) -> Iterable[Finding]:
    """What reading the files found, as severe as the system will have it."""
    severities = {rule.id: rules.severity_of(rule, taxonomy) for rule in rules.catalogue().values()}
    for finding in loaded.findings:
        severity = severities.get(finding.rule, finding.severity)
        if severity is not Severity.OFF:
            yield msgspec.structs.replace(finding, severity=severity)
