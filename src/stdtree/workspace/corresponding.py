"""The correspondence of two editions, over the releases between, with what people say about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING

from stdtree.label import Label, same
from stdtree.model import names as words
from stdtree.model.correspondence import Association, Correspondence, ManualAssociation
from stdtree.model.difference import Difference
from stdtree.model.ids import is_release_name
from stdtree.model.release import release_key
from stdtree.store import layout
from stdtree.workspace.editions import Edition, compare, names, skipped, surroundings

if TYPE_CHECKING:
    from stdtree.workspace.opened import Workspace

_WORK = "WORK"
_LAST = (float("inf"),)
"""The files now come after every release."""
Rows = tuple[Association, ...]


def settled(workspace: Workspace, difference: Difference, via: Sequence[str] = ()) -> Difference:
    """The difference with its correspondence as far as anybody knows.

    Lineage of what came and went in between leads over the releases in which it lived, and so do
    manual rows of the steps; `via` names the steps instead. Manual rows of both ends come last.
    Warns of what became ambiguous and of manual rows that speak of nothing.
    """
    older, newer = difference.before, difference.after
    if _leads_back(older.name, newer.name) and not via:
        return _turned(workspace, difference)
    from stdtree.diff.between import arranged
    from stdtree.diff.compose import supplemented

    steps = [workspace.edition(name) for name in via] or _between(workspace, difference)
    rows, warnings = difference.correspondence, list[Label]()
    if steps:
        ends = [Edition(end.name, end.taxonomy, end.digest) for end in (older, newer)]
        chain = [ends[0], *steps, ends[1]]
        rows = supplemented(_joined(workspace, chain, warnings=warnings), rows)
    rows = _by_hand(workspace, rows, (older.name, newer.name), warnings=warnings)
    if rows is difference.correspondence:
        return difference
    rows = arranged(rows, older.taxonomy, newer.taxonomy)
    warnings += _unclear(rows, difference, [one.name for one in steps])
    return replace(difference, correspondence=rows, warnings=(*difference.warnings, *warnings))


def _turned(workspace: Workspace, difference: Difference) -> Difference:
    """A difference that leads back: its correspondence is that of the way there, turned round."""
    from stdtree.diff.between import arranged
    from stdtree.diff.ties import inverted

    ends = [
        Edition(end.name, end.taxonomy, end.digest) for end in (difference.after, difference.before)
    ]
    there = settled(workspace, compare(*ends))
    rows = arranged(
        inverted(there.correspondence), difference.before.taxonomy, difference.after.taxonomy
    )
    return replace(difference, correspondence=rows)


def _between(workspace: Workspace, difference: Difference) -> tuple[Edition, ...]:
    """The releases over which the correspondence has to lead, oldest first."""
    from stdtree.diff.between import lives, unplaced

    older, newer = difference.before, difference.after
    inside = skipped(workspace, older.name, newer.name)
    if not inside:
        return ()
    spoken_of = {
        _key(name)
        for one in surroundings(workspace).correspondences.values()
        if _key(older.name) <= _key(one.from_) and _key(one.to) <= _key(newer.name)
        for name in (one.from_, one.to)
    }
    missing = unplaced(older.taxonomy, newer.taxonomy)
    return tuple(
        one
        for one in inside
        if _key(one.name) in spoken_of or any(lives(one.taxonomy, member) for member in missing)
    )


def _joined(workspace: Workspace, chain: Sequence[Edition], *, warnings: list[Label]) -> Rows:
    """The correspondence over all the steps of a chain, each with its manual rows."""
    from stdtree.diff.compose import compose

    steps = (
        _by_hand(
            workspace, compare(one, other).correspondence, (one.name, other.name), warnings=warnings
        )
        for one, other in pairwise(chain)
    )
    return reduce(compose, steps)


def _by_hand(
    workspace: Workspace, rows: Rows, ends: tuple[str, str], *, warnings: list[Label]
) -> Rows:
    """The rows with those instead that people put in for these ends."""
    from stdtree.diff.compose import misplaced, overridden

    said = [one for one in _files(workspace) if _is_of(workspace, one, ends)]
    manual = [row for one in said for row in one.associations]
    if not manual:
        return rows
    for one in said:
        path = f"{layout.CORRESPONDENCES}/{one.name}.yaml"
        warnings += (_left_out(row, path) for row in misplaced(rows, one.associations))
    return overridden(rows, manual)


def _files(workspace: Workspace) -> Iterable[Correspondence]:
    known = surroundings(workspace).correspondences
    return (known[name] for name in sorted(known))


def _is_of(workspace: Workspace, said: Correspondence, ends: tuple[str, str]) -> bool:
    """Whether it speaks of these ends; what leads to a release not issued yet leads to WORK."""
    older, newer = ends
    if _key(said.from_) != _key(older):
        return False
    if newer != _WORK:
        return _key(said.to) == _key(newer)
    return all(_key(name) < _key(said.to) for name in names(workspace)[:-1])


def _leads_back(older: str, newer: str) -> bool:
    """Whether the newer side is an earlier release."""
    known = is_release_name(older) or older == _WORK
    return known and is_release_name(newer) and _key(newer) < _key(older)


def _key(name: str) -> tuple[float, ...]:
    """Sorts releases by number; whatever else has a name comes after them."""
    return tuple(release_key(name)) if is_release_name(name) else _LAST


def _left_out(row: ManualAssociation, path: str) -> Label:
    told = f"{row.source or '–'} → {row.target or '–'}"
    return Label(
        f"{path} 中的对照项“{told}”未计入：所列类目在该端不是存续的类目",
        f"{path}: the row “{told}” is left out, its categories are not live at these ends",
    )


def _unclear(rows: Rows, difference: Difference, between: Sequence[str]) -> Iterator[Label]:
    """A warning for each source of which nobody has said which of several targets it went to."""
    older, newer = difference.before, difference.after
    path = f"{layout.CORRESPONDENCES}/{older.name}..{newer.name}.yaml"
    ways = words.listed(map(same, between))
    targets: dict[str, list[Label]] = {}
    for row in rows:
        if row.ambiguous and row.source is not None:
            targets.setdefault(row.source, []).append(words.category(newer.taxonomy, row.target))
    for source, found in targets.items():
        told = words.arrow(words.category(older.taxonomy, source), words.listed(found))
        yield Label(
            f"经由 {ways.zh} 无法确定的对应：{told.zh}；可在 {path} 中说明",
            f"ambiguous by way of {ways.en}: {told.en}; say which in {path}",
        )
