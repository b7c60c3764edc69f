"""Versions of one thing → what each commit did, and since when each fact of it is so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any

from stdtree.diff.changes import category_changes, standard_changes
from stdtree.diff.facts import Fact, Facts, holds
from stdtree.diff.order import in_order
from stdtree.diff.paired import paired
from stdtree.model.change import Change, ChangedEntity
from stdtree.model.difference import Difference, End
from stdtree.model.history import Step, Version
from stdtree.model.taxonomy import Taxonomy

_WHOLE = frozenset({"added", "removed"})


def steps(versions: Sequence[Version], about: frozenset[ChangedEntity]) -> Iterator[Step]:
    """What each commit did to the entities in `about`; commits that did nothing are left out.

    `versions` has the newest first, each before its parents. Of a merge that is equal to one side
    only that side is followed; else it did what differs from all of its sides.
    """
    wanted = set(versions[:1])
    for version in versions:
        if version not in wanted:
            continue
        alike = next((p for p in version.parents if p.taxonomy == version.taxonomy), None)
        wanted.update((alike,) if alike else version.parents)
        difference = _own(version, about)
        if difference.changes or not version.is_readable or _is_border(version):
            yield Step(version.commit, difference, version.is_readable)


def origins(
    newest: Version, facts_of: Callable[[Taxonomy], Facts]
) -> Iterator[tuple[Fact, Any, Version]]:
    """Each fact of the newest version, its value, and the version in which it became so.

    Of a merge, the first side that has the same fact is followed.
    """
    known: dict[Version, Facts] = {}

    def facts(version: Version) -> Facts:
        if version not in known:
            known[version] = facts_of(version.taxonomy)
        return known[version]

    for fact, value in facts(newest).items():
        version: Version | None = newest
        while version is not None:
            origin = version
            version = next((p for p in origin.parents if holds(facts(p), fact, value)), None)
        yield fact, value, origin


def _own(version: Version, about: frozenset[ChangedEntity]) -> Difference:
    """What the commit itself did: what differs from the nearest parent, and from all others too."""
    after = End("", version.taxonomy, "")
    if _is_border(version) or not version.is_readable:
        return Difference(after, after, (), (), (), "none")
    befores = [parent.taxonomy for parent in version.parents]
    befores = befores or [Taxonomy(version.taxonomy.system)]
    found = [(before, _between(before, version.taxonomy, about)) for before in befores]
    (nearest, changes), *others = sorted(found, key=lambda pair: _distance(pair[1]))
    own = tuple(c for c in changes if all(_is_among(c, other) for _, other in others))
    return Difference(End("", nearest, ""), after, own, (), (), "none")


def _between(
    before: Taxonomy, after: Taxonomy, about: frozenset[ChangedEntity]
) -> tuple[Change, ...]:
    pairs = paired(before, after)
    found = chain(category_changes(pairs), standard_changes(pairs))
    return in_order(change for change in found if change.entity in about)


def _distance(changes: tuple[Change, ...]) -> tuple[int, int]:
    """What came or went as a whole is farther than anything that changed."""
    return sum(change.kind in _WHOLE for change in changes), len(changes)


def _is_among(change: Change, others: tuple[Change, ...]) -> bool:
    """Whether the same of the same thing changed, too; all of it, if it came or went as a whole."""
    return any(
        (change.entity, change.id) == (other.entity, other.id)
        and (_place(change) == _place(other) or other.kind in _WHOLE)
        for other in others
    )


def _place(change: Change) -> tuple[str, str | None, str | None]:
    return change.kind, change.lang, change.field


def _is_border(version: Version) -> bool:
    """Whether nothing is known of what was before, and there was something."""
    known = version.commit is not None and version.commit.is_oldest_known
    return known and bool(version.taxonomy.categories)
