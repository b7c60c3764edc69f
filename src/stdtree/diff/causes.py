"""Which changes only follow from others: what a reader folds under what brought it about.

A branch that is recoded, added, removed or retired; what goes along where a category is combined,
split up or split off; codes that follow a move; references that follow those who ended.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from msgspec import UNSET

from stdtree.diff.lineage import Link
from stdtree.diff.sides import Sides
from stdtree.model.change import Change
from stdtree.model.code import extends
from stdtree.model.entries import NOTES
from stdtree.model.ids import CategoryId, see_of, texts_of

ENDED = frozenset({"retired", "removed"})
BEGAN = frozenset({"added", "reinstated"})
NAMING = frozenset({"related", "also_in", "split_from"})
"""Fields that are sets of ids of categories."""


def causes(sides: Sides, links: Collection[Link]) -> dict[int, int]:
    """Each consequence and what began it, by their numbers; what began it has no cause itself."""
    heirs: dict[CategoryId, set[CategoryId]] = {}
    for source, target in links:
        heirs.setdefault(source, set()).add(target)
    direct: dict[int, int] = {}
    for number, change in enumerate(sides.changes, 1):
        cause = _cause(change, sides, heirs)
        if cause is not None and cause != number:
            direct[number] = cause
    return dict(_resolved(direct))


def _cause(change: Change, sides: Sides, heirs: Mapping[CategoryId, set[CategoryId]]) -> int | None:
    """What brought a change about, which may be a consequence in its turn."""
    cause: int | None = None
    match change.entity, change.kind:
        case "category" | "standard", "added" | "removed" if change.cascade:
            cause = sides.number(change.parent, (change.kind,))
        case "category", "recoded":
            cause = _of_code(change, sides)
        case "category", "retired":
            cause = _of_branch(change, sides)
        case "category" | "standard", "moved":
            cause = _of_contents(change, sides, heirs)
        case "category" | "standard", "field":
            cause = _of_reference(change, sides, heirs)
    return cause


def _of_code(change: Change, sides: Sides) -> int | None:
    """The parent's new code, or the move to another parent whose code it begins with now."""
    if change.cascade:
        return sides.number(sides.after.categories[change.id].parent, ("recoded",))
    old, new = (side.categories[change.id] for side in (sides.before, sides.after))
    above, now_above = sides.before.get(old.parent), sides.after.get(new.parent)
    if above is None or now_above is None or old.parent == new.parent:
        return None
    follows = extends(old.code or "", above.code or "") and extends(
        new.code or "", now_above.code or ""
    )
    return sides.number(change.id, ("moved",)) if follows else None


def _of_branch(change: Change, sides: Sides) -> int | None:
    """The retirement of its parent, if it has no successors but those of its parent."""
    parent = sides.before.categories[change.id].parent
    above, own = (sides.after.get(one) for one in (parent, change.id))
    if above is None or above.retired is None or own is None or own.retired is None:
        return None
    if set(own.retired.succeeded_by) - set(above.retired.succeeded_by):
        return None
    return sides.number(parent, ("retired",))


def _of_contents(
    change: Change, sides: Sides, heirs: Mapping[CategoryId, set[CategoryId]]
) -> int | None:
    """What became of the place it left: it goes where the rest of the contents goes."""
    source, target = str(change.from_), str(change.to)  # None, above a root, is no id
    if target not in heirs.get(source, ()):
        return None
    return sides.number(source, ENDED) or sides.number(target, BEGAN)


def _of_reference(
    change: Change, sides: Sides, heirs: Mapping[CategoryId, set[CategoryId]]
) -> int | None:
    """The end of the category that was named, if nothing but its name has changed or gone."""
    named = list(_named(change))
    for before, after in named:
        ended = sides.lived(before) and not sides.lives(before)
        if not ended or after - heirs.get(before, set()):
            return None
    found = (sides.number(before, ENDED) for before, _ in named)
    return min((number for number in found if number is not None), default=None)


def _named(change: Change) -> Iterator[tuple[CategoryId, set[CategoryId]]]:
    """Each category that is not named any more, and what is named instead; nothing if more changed.

    What is named newly in a set may follow any of those that went.
    """
    field = change.field or ""
    old, new = ([] if one is UNSET else one for one in (change.from_, change.to))
    if field in NAMING:
        came = set(new) - set(old)
        return ((one, came) for one in sorted(set(old) - set(new)))
    if field not in NOTES or len(old) != len(new):
        return iter(())
    if any(texts_of(one) != texts_of(other) for one, other in zip(old, new, strict=True)):
        return iter(())
    pairs = ((see_of(one), see_of(other)) for one, other in zip(old, new, strict=True))
    return ((one or "", {other} if other else set()) for one, other in pairs if one != other)


def _resolved(direct: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Each number with the end of its line; of a ring, which only broken trees have, the least."""
    for number in direct:
        line = [number]
        while (at := direct.get(line[-1])) is not None and at not in line:
            line.append(at)
        end = line[-1] if at is None else min(line[line.index(at) :])
        if end != number:
            yield number, end
