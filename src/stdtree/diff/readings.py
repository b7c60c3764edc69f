"""Events of living categories, read from their base changes.

Code and name changes are virtual (GSIM VC1, VC2), a transfer is real (RC5). Whether another wording
of a definition or a note changes the meaning is proposed (see `meaning`) until a person decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from stdtree.diff.meaning import proposal
from stdtree.diff.sides import EXISTENCE, Sides
from stdtree.model.change import Change, Event
from stdtree.model.event_kind import EventKind
from stdtree.model.ids import CategoryId

Numbered = list[tuple[int, Change]]
"""Base changes with their numbers."""
DEFINING = frozenset({"definition", "includes", "includes_also", "excludes"})
"""Fields that say what a category is."""


def category_events(sides: Sides) -> Iterator[Event]:
    """Transfers, code changes, name changes and redefinitions of categories that live on."""
    changes = [
        (number, change)
        for number, change in enumerate(sides.changes, 1)
        if change.entity == "category" and sides.lives_on(change.id)
    ]
    yield from _transfers(changes, sides)
    for category_id, numbers in _with_cascades(changes, sides).items():
        yield _of_one("code-change", category_id, numbers, real=False)
    names: dict[CategoryId, list[int]] = {}
    meanings: dict[CategoryId, list[int]] = {}
    for number, change in changes:
        if change.kind == "renamed" and change.from_ is not None and change.to is not None:
            names.setdefault(change.id, []).append(number)
        elif _redefines(change, sides):
            meanings.setdefault(change.id, []).append(number)
    for category_id, numbers in names.items():
        yield _of_one("name-change", category_id, numbers, real=False)
    for category_id, numbers in meanings.items():
        before, after = sides.before.categories, sides.after.categories
        real, evidence = proposal(before[category_id], after[category_id])
        event = _of_one("redefinition", category_id, numbers, real=real)
        yield replace(event, evidence=evidence)


def reused_codes(sides: Sides) -> Iterator[Event]:
    """Codes that meant one category and now mean another: joins by code go wrong there."""
    lost: dict[str, set[CategoryId]] = {}
    taken: dict[str, set[CategoryId]] = {}
    for category_id in sides.touched:
        was, now = sides.codes(category_id)
        if was != now and was is not None:
            lost.setdefault(was, set()).add(category_id)
        if was != now and now is not None:
            taken.setdefault(now, set()).add(category_id)
    for code in lost.keys() & taken.keys():
        members = lost[code] | taken[code]
        yield Event(
            "code-reused", "category", tuple(sorted(lost[code])), tuple(sorted(taken[code])),
            survivors=tuple(sorted(one for one in members if sides.lives_on(one))),
            real=False, code=code, changes=sides.numbers(members, EXISTENCE | {"recoded"}),
        )  # fmt: skip


def _of_one(kind: EventKind, category_id: CategoryId, numbers: list[int], *, real: bool) -> Event:
    one = (category_id,)
    return Event(kind, "category", one, one, one, real=real, changes=tuple(numbers))


def _transfers(changes: Numbered, sides: Sides) -> Iterator[Event]:
    """One event for all children that went from one living parent to another."""
    found: dict[tuple[CategoryId, CategoryId], list[int]] = {}
    for number, change in changes:
        source, target = str(change.from_), str(change.to)  # None, above a root, is no id
        if change.kind == "moved" and sides.lives_on(source) and sides.lives_on(target):
            found.setdefault((source, target), []).append(number)
    for (source, target), numbers in found.items():
        yield Event(
            "transfer", "category", (source,), (target,),
            survivors=tuple(sorted((source, target))), real=True, changes=tuple(numbers),
        )  # fmt: skip


def _with_cascades(changes: Numbered, sides: Sides) -> dict[CategoryId, list[int]]:
    """Changes of code by the category that began them; prefixes come before what follows them."""
    recoded = [(number, change) for number, change in changes if change.kind == "recoded"]
    began: dict[CategoryId, CategoryId] = {}
    found: dict[CategoryId, list[int]] = {}
    for number, change in sorted(recoded, key=lambda item: len(str(item[1].from_))):
        parent = sides.after.categories[change.id].parent
        first = began.get(parent, change.id) if change.cascade and parent else change.id
        began[change.id] = first
        found.setdefault(first, []).append(number)
    return {first: sorted(numbers) for first, numbers in found.items()}


def _redefines(change: Change, sides: Sides) -> bool:
    """Whether what a category is reads differently; the same in one more language does not."""
    field = (change.field or "").partition(".")[0]
    if field not in DEFINING:
        return False
    if field != "definition" or change.op == "change":
        return True
    old = sides.before.categories[change.id].definition or {}
    new = sides.after.categories[change.id].definition or {}
    return old.keys().isdisjoint(new)
