"""What commits did to a category or standard, and since when each part of it is as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from stdtree.diff import facts, past
from stdtree.errors import UsageError
from stdtree.model import lineage
from stdtree.model.change import ChangedEntity
from stdtree.model.history import Blame, Followed, History, Origin, Version
from stdtree.model.ids import Id
from stdtree.model.lineage import Relative
from stdtree.model.taxonomy import Taxonomy
from stdtree.store import history as store
from stdtree.workspace.committing import needed_repository
from stdtree.workspace.following import (
    NOW,
    Subject,
    commit_called,
    former_subjects,
    subject_called,
    versions,
)
from stdtree.workspace.naming import split_at
from stdtree.workspace.surroundings import with_surroundings

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace

_ABOUT: Mapping[Followed, frozenset[ChangedEntity]] = {
    "category": frozenset({"category", "standard"}),
    "standard": frozenset({"standard"}),
}
_Relatives = Callable[[Taxonomy, Id], Iterator[Relative]]
_CAME_FROM: Mapping[Followed, _Relatives] = {
    "category": lineage.predecessors,
    "standard": lineage.earlier_editions,
}
_WENT_TO: Mapping[Followed, _Relatives] = {
    "category": lineage.successors,
    "standard": lineage.later_editions,
}


def log(
    workspace: Workspace,
    name: str,
    *,
    since: str | None = None,
    limit: int | None = None,
    with_lineage: bool = False,
) -> tuple[History, ...]:
    """The history of what is called so; with its lineage, those of all relatives follow.

    `name` may end in `@EDITION`, from which the history goes back; an id that is no longer there
    is looked for in the past. Raises UsageError and StoreError.
    """
    try:
        subject = subject_called(workspace, name)
    except UsageError:
        reading = _Reading(workspace, name, since)
        for former in former_subjects(workspace, name):
            if (found := reading.history(former, limit)).steps:
                return (found,)
        raise
    followed = [subject, *(_relatives(subject) if with_lineage else ())]
    reading = _Reading(workspace, name, since, of=followed)
    return tuple(reading.history(one, limit) for one in followed)


def blame(workspace: Workspace, name: str, *, rows_by_field: bool = False) -> Blame:
    """For each field the commit that last changed it. Raises UsageError and StoreError.

    With `rows_by_field`, the rows of the table of standards field by field, too.
    """
    subject = subject_called(workspace, name)
    newest = _Reading(workspace, name, of=[subject]).versions(subject)[0]
    facts_of = facts.of_standards
    if subject.entity == "category":
        facts_of = partial(facts.of_categories, rows_by_field=rows_by_field)
    found = tuple(
        Origin(field=fact.field, standard=fact.standard, value=value, commit=version.commit)
        for fact, value, version in past.origins(newest, facts_of)
    )
    return Blame(subject.entity, subject.id, subject.taxonomy, found)


class _Reading:
    """The past as it is asked about: from where it goes back, and how far."""

    def __init__(
        self,
        workspace: Workspace,
        name: str,
        since: str | None = None,
        *,
        of: Sequence[Subject] = (),
    ) -> None:
        """Files that only `of` needs are read, if that is known beforehand: of categories it is."""
        self._workspace = workspace
        repository = needed_repository(workspace)
        _, at = split_at(name)
        self._is_now = at in NOW
        start = commit_called(workspace, at)
        end = commit_called(workspace, since) if since else None
        files = {subject.id for subject in of if subject.entity == "category"}
        self._past = store.read(repository, start, also=[end] if end else (), names=files or None)
        self._left_out = self._past.up_to(end) if end else frozenset()

    def versions(self, subject: Subject) -> tuple[Version, ...]:
        """What commits left of it, newest first; before them what is there now."""
        committed = versions(self._past, subject)
        if not self._is_now:
            return committed
        readable = subject.id not in self._workspace.loaded.unreadable
        now = subject.now() if readable else committed[0].taxonomy
        return (Version(None, now, committed[:1], readable), *committed)

    def history(self, subject: Subject, limit: int | None) -> History:
        """What commits did to it, newest first, and its relatives."""
        entity, taxonomy = subject.entity, subject.taxonomy
        found = (
            step
            for step in past.steps(self.versions(subject), _ABOUT[entity])
            if step.commit is None or step.commit.id not in self._left_out
        )
        return History(
            entity,
            subject.id,
            taxonomy,
            tuple(with_surroundings(step, entity, taxonomy) for step in islice(found, limit)),
            came_from=tuple(_CAME_FROM[entity](taxonomy, subject.id)),
            went_to=tuple(_WENT_TO[entity](taxonomy, subject.id)),
        )


def _relatives(subject: Subject) -> Iterator[Subject]:
    """All that it came from, from near to far, then all that it went to."""
    seen = {subject.id}
    for relatives in (_CAME_FROM[subject.entity], _WENT_TO[subject.entity]):
        waiting = [subject.id]
        while waiting:
            for relative in relatives(subject.taxonomy, waiting.pop(0)):
                if relative.id not in seen:
                    seen.add(relative.id)
                    waiting.append(relative.id)
                    yield Subject(subject.entity, relative.id, subject.taxonomy)
