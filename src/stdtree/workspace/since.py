"""Which findings concern what changed since a release or revision: that, and its neighbours.

Everything is loaded and checked, for ids and loops are of the whole tree; the rest is left out.
Where the changed files come from is one question (`since`), what is near them another (`near`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from stdtree.model.category import Category
from stdtree.model.finding import Finding
from stdtree.model.ids import is_release_name
from stdtree.model.release import release_key
from stdtree.model.stock import row_ids
from stdtree.model.taxonomy import Taxonomy
from stdtree.store import layout
from stdtree.store.file_tree import MemoryTree
from stdtree.store.load import load

if TYPE_CHECKING:
    from stdtree.store.git import Repository
    from stdtree.workspace.opened import Workspace


class Changed(NamedTuple):
    """What differs between then and now."""

    paths: frozenset[str]
    """Files; empty if only values could be compared."""
    before: Taxonomy
    """What they held then, as far as categories go; nothing of the files that stayed."""
    ids: frozenset[str]
    """Categories, consultations and releases."""
    shared: bool
    """Whether system.yaml or organizations.yaml changed: that may concern everything."""


def since(workspace: Workspace, name: str) -> Changed:
    """What changed since a release or revision. Raises UsageError if there is none of that name."""
    repository = workspace.repository
    revision = _revision(workspace, name) if repository else None
    if repository is None or revision is None:
        return _by_value(workspace.edition(name).taxonomy, workspace.taxonomy)
    paths = repository.changed_paths(f"{layout.TAXONOMY}/", since=revision)
    return changed_in(repository, revision, paths)


def changed_in(repository: Repository, revision: str, paths: Iterable[str]) -> Changed:
    """What changed, given the files that differ from those of a commit."""
    changed = frozenset(paths)
    return Changed(
        changed,
        _then(repository, revision, sorted(changed)),
        frozenset(layout.stem(path) for path in changed),
        not {layout.SYSTEM, layout.ORGANIZATIONS}.isdisjoint(changed),
    )


def near(findings: Iterable[Finding], taxonomy: Taxonomy, changed: Changed) -> tuple[Finding, ...]:
    """The findings of what changed, of its parents and children, and of what refers to it."""
    if changed.shared:
        return tuple(findings)
    states = [
        category
        for side in (changed.before, taxonomy)
        for key in changed.ids
        if (category := side.get(key)) is not None
    ]
    rows = {row for category in states for row in row_ids(category)}
    near_ids = changed.ids | set(_neighbours(states, taxonomy, changed.ids | rows))
    near_rows = rows | {
        row for key in near_ids if (found := taxonomy.get(key)) for row in row_ids(found)
    }
    named = changed.ids | rows
    return tuple(
        finding
        for finding in findings
        if finding.subject.id in (near_rows if finding.subject.entity == "standard" else near_ids)
        or not named.isdisjoint(finding.related)
        or (finding.place is not None and finding.place.path in changed.paths)
    )


def _neighbours(
    states: Sequence[Category], taxonomy: Taxonomy, ids: Iterable[str]
) -> Iterable[str]:
    yield from (category.parent for category in states if category.parent is not None)
    for key in ids:
        yield from (child.id for child in taxonomy.under(key))
        yield from (category.id for category in taxonomy.referrers.get(key, ()))


def _revision(workspace: Workspace, name: str) -> str | None:
    """The commit of a release or revision; None if only a snapshot tells of it."""
    repository = workspace.repository
    if repository is None:
        return None
    if is_release_name(name):
        tags = repository.release_tags()
        tag = next((tag for tag in tags if _is_same(tag, name)), None)
        if tag is not None:
            return repository.tag(f"taxonomy/{tag}")
        if any(_is_same(known, name) for known in workspace.names()[:-1]):
            return None
    return repository.resolve(name.removeprefix("rev:"))


def _is_same(one: str, other: str) -> bool:
    """Whether two names mean one release: 1.0 is 1.0.0."""
    return is_release_name(one) and release_key(one) == release_key(other)


def _then(repository: Repository, revision: str, paths: Iterable[str]) -> Taxonomy:
    """What a few files held in a commit."""
    with repository.tree(revision, prefix=f"{layout.TAXONOMY}/") as tree:
        there = [path for path in paths if path in tree.files()]
        return load(MemoryTree(dict(tree.read_many(there)))).taxonomy


def _by_value(then: Taxonomy, now: Taxonomy) -> Changed:
    """The same by comparing values: a snapshot has no files."""
    before, after = then.categories, now.categories
    ids = frozenset(
        key for key in before.keys() | after.keys() if before.get(key) != after.get(key)
    )
    shared = then.system != now.system or then.organizations != now.organizations
    gone = Taxonomy(then.system, [before[key] for key in ids if key in before])
    return Changed(frozenset(), gone, ids, shared)
