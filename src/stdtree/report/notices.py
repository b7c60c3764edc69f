"""A difference, or what it does to the release number, as notices of GitHub Actions.

A step may have ten notices: the first adds everything up, the others are the events that matter
most, at the file of what changed, so that a reviewer reads in words what the lines mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

from stdtree.label import Label, same
from stdtree.model import names
from stdtree.model.bump import Bump
from stdtree.model.bump_told import bump_told, is_fitting
from stdtree.model.change import BASE_KINDS, EVENT_KINDS
from stdtree.model.output import (
    BumpSummary,
    ChangeEntry,
    DifferenceDocument,
    EventEntry,
    FilePlace,
)
from stdtree.model.output_bump import BumpDocument

SHOWN = 9
"""Events that are told beside the notice that adds up."""

_STEPS: tuple[Bump, ...] = get_args(Bump)


class Notice(NamedTuple):
    """One annotation."""

    kind: str
    title: Label
    message: Label
    place: FilePlace | None = None


def of_difference(document: DifferenceDocument) -> Iterator[Notice]:
    """What it adds up to, then events and changes that no event tells, as many as fit."""
    told = same(f"{document.from_.release} → {document.to.release}")
    changes, count = len(document.changes), len(document.events)
    said = Label(
        f"{changes} 项变更，{count} 个事件。",
        f"{names.several(changes, 'change')}, {names.several(count, 'event')}.",
    )
    bump = document.summary.bump
    said = names.titled(told, said) + same("\n") + bump_told(bump)
    happened = _happened(document)
    if (more := len(happened) - SHOWN) > 0:
        said += Label(
            f"\n另有 {more} 项没有标注：stdtree diff --format markdown",
            f"\n{more} more without an annotation: stdtree diff --format markdown",
        )
    for warning in document.warnings[:SHOWN]:
        yield Notice("warning", same("stdtree diff"), warning)
    yield Notice("notice" if is_fitting(bump) else "warning", same("stdtree diff"), said)
    yield from happened[:SHOWN]


def of_bump(document: BumpDocument) -> Iterator[Notice]:
    """The verdict: an error where the number does not suit."""
    bump = BumpSummary(document.required, document.declared, document.policy, document.verdict)
    ends = same(f"{document.from_} → {document.release or document.to}")
    said = names.titled(ends, bump_told(bump))
    if document.suggested and document.required != "none":
        number = Label("\n建议的版本号：", "\nA number that suits: ") + same(document.suggested)
        said += number
    yield Notice("notice" if is_fitting(bump) else "error", same("stdtree bump"), said)


def _happened(document: DifferenceDocument) -> list[Notice]:
    """Events, what calls for the largest step first; then changes that nothing else explains."""
    changes, known = document.changes, _names(document.changes)
    events = sorted(document.events, key=lambda one: (not one.real, -_STEPS.index(one.bump)))
    explained = {number for event in events for number in event.changes}
    others = [
        Notice("notice", BASE_KINDS[one.kind], known.get(one.id, same(one.id)), one.place)
        for one in changes
        if one.n not in explained and one.cause is None
    ]
    return [_placed(one) for one in (*(_event(one, changes, known) for one in events), *others)]


def _placed(notice: Notice) -> Notice:
    """The place in the message, too: the log of a step shows no properties."""
    place = notice.place
    if place is None:
        return notice
    where = same(f"{place.file}:{place.line}:{place.column} ")
    return notice._replace(message=where + notice.message)


def _names(changes: Sequence[ChangeEntry]) -> Mapping[str, Label]:
    """Code and title of what changed, by id."""
    found = {}
    for change in changes:
        if change.title is not None:
            code = (change.code.to or change.code.from_) if change.code else None
            found[change.id] = names.coded(code, change.title)
    return found


def _event(event: EventEntry, changes: Sequence[ChangeEntry], known: Mapping[str, Label]) -> Notice:
    """What became of what, at the first place of it in the newer files."""
    sides = [
        names.listed(known.get(one, same(one)) for one in ids) for ids in (event.from_, event.to)
    ]
    told = names.arrow(*sides)
    if event.from_ == event.to or not (event.from_ and event.to):
        told = sides[0] if event.from_ else sides[1]
    places = (changes[number - 1].place for number in event.changes)
    place = next((one for one in places if one is not None), None)
    return Notice("notice", EVENT_KINDS[event.kind], told, place)
