"""What is followed through the past, and the versions that commits left of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stdtree.errors import StoreError, UsageError
from stdtree.label import Label
from stdtree.model.category import Category
from stdtree.model.history import Followed, Version
from stdtree.model.ids import Id, is_id, is_release_name
from stdtree.model.release import release_key
from stdtree.model.taxonomy import Placed, Taxonomy
from stdtree.store.history import Past
from stdtree.workspace.committing import needed_repository
from stdtree.workspace.naming import either, split_at

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace

NOW = (None, "WORK")
"""How the files now are asked for: not at all, or by name."""


@dataclass(frozen=True)
class Subject:
    """A category or standard, and the edition in which it is looked up."""

    entity: Followed
    id: Id
    taxonomy: Taxonomy

    def alone(self, categories: Iterable[Category]) -> Taxonomy:
        """A small taxonomy of it and nothing else; empty if it is in none of `categories`."""
        system = self.taxonomy.system
        if self.entity == "category":
            return Taxonomy(system, [one for one in categories if one.id == self.id][:1])
        for home in sorted(categories, key=lambda one: one.id):
            rows = tuple(row for row in home.standards if row.id == self.id)[:1]
            if rows:
                return Taxonomy(system, [Category(id=home.id, title={}, standards=rows)])
        return Taxonomy(system)

    def now(self) -> Taxonomy:
        """The same of the edition in which it is looked up."""
        if self.entity == "category":
            found = self.taxonomy.get(self.id)
        else:
            placed = self.taxonomy.standard(self.id)
            found = self.taxonomy.get(placed.home) if placed else None
        return self.alone([found] if found else [])


def subject_called(workspace: Workspace, name: str) -> Subject:
    """What `name` (`ID` or `ID@EDITION`) means. Raises UsageError with the nearest names."""
    what, taxonomy = _looked_up(workspace, name)
    found = either(taxonomy, what)
    if isinstance(found, Placed):
        return Subject("standard", found.standard.id, taxonomy)
    return Subject("category", found.id, taxonomy)


def former_subjects(workspace: Workspace, name: str) -> tuple[Subject, ...]:
    """What `name` may mean to the past only: it is an id that the edition does not know."""
    what, taxonomy = _looked_up(workspace, name)
    if not is_id(what):
        return ()
    return Subject("category", what, taxonomy), Subject("standard", what, taxonomy)


def _looked_up(workspace: Workspace, name: str) -> tuple[str, Taxonomy]:
    what, at = split_at(name)
    return what, workspace.taxonomy if at in NOW else workspace.edition(str(at)).taxonomy


def commit_called(workspace: Workspace, name: str | None) -> str:
    """The commit of an edition: of a release by its tag; the last one for the files now.

    Raises StoreError without a repository or any commit, UsageError for what is no commit.
    """
    repository = needed_repository(workspace)
    if name in NOW:
        return repository.head() or _nothing_committed()
    wanted = str(name)
    tags = {release_key(tag): tag for tag in repository.release_tags() if is_release_name(tag)}
    if is_release_name(wanted) and release_key(wanted) in tags:
        wanted = f"refs/tags/taxonomy/{tags[release_key(wanted)]}"
    found = repository.resolve(wanted.removeprefix("rev:"))
    if found is None:
        workspace.edition(str(name))  # raises for what is unknown altogether
        raise UsageError(
            Label(f"{name} 没有对应的提交", f"there is no commit of {name}"),
            Label("取回版本标签：git fetch --tags", "fetch the tags of releases: git fetch --tags"),
        )
    return found


def versions(past: Past, subject: Subject) -> tuple[Version, ...]:
    """The versions that commits left, newest first, each before those it came from."""
    recorded = past.recorded(_files(past, subject))
    blobs = dict.fromkeys(blob for one in recorded for blob in one.files.values())
    categories = past.categories(blobs)
    made: dict[str, Version] = {}
    for one in reversed(recorded):
        parents = tuple(made[parent] for parent in one.parents)
        found = [categories[blob] for blob in one.files.values()]
        alone = subject.alone([category for category in found if category])
        readable = bool(alone.categories) or None not in found
        if not readable and parents:
            alone = parents[0].taxonomy
        made[one.commit.id] = Version(one.commit, alone, parents, readable)
    return tuple(reversed(made.values()))


def _files(past: Past, subject: Subject) -> frozenset[str]:
    """Names of the files in which it stands or stood."""
    if subject.entity == "category":
        return frozenset({subject.id})
    placed = subject.taxonomy.standard(subject.id)
    here = {placed.home} if placed else set()
    return past.once_holding(subject.id) | here


def _nothing_committed() -> str:
    raise StoreError(
        Label(
            "还没有任何提交，因此没有历史", "nothing has been committed yet: there is no history"
        ),
        Label("先提交：stdtree commit", "commit first: stdtree commit"),
    )
