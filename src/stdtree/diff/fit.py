"""Which changes of a patch still fit a system that moved on; all of the misfits, not the first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import UNSET, Struct

from stdtree.diff.entities import SYSTEM_APART, SYSTEM_ID, by_id
from stdtree.diff.item_patch import GONE, OTHER, edited, patched
from stdtree.diff.misfit import Misfit
from stdtree.diff.order import in_order
from stdtree.diff.rows import NO_HOME
from stdtree.label import Label
from stdtree.model.category import Category
from stdtree.model.change import Change, ChangedEntity
from stdtree.model.consultation import Consultation
from stdtree.model.fit import Fit, Misfitting
from stdtree.model.organization import Organization
from stdtree.model.standard import Standard
from stdtree.model.system import Facet, Target
from stdtree.model.taxonomy import Taxonomy

_Thing = tuple[ChangedEntity, str]
_NO_PARENT = Label("它的上级类目不在，或已废止", "its parent is not there, or retired")
_OCCUPIED = Label("它的标准明细表里还有标准", "standards still stand in its table")
_SHAPES: Mapping[ChangedEntity, type[Struct]] = {
    "category": Category,
    "standard": Standard,
    "organization": Organization,
    "consultation": Consultation,
    "facet": Facet,
    "target": Target,
}


def fit(changes: Iterable[Change], taxonomy: Taxonomy) -> Fit:
    """Which of the changes could be applied to this taxonomy, each held against what is there.

    Stricter than `apply`, which takes broken trees as they come: nothing may hang from a category
    that is not there or retired.
    """
    ordered = in_order(changes)
    things: dict[_Thing, list[Change]] = {}
    for change in ordered:
        things.setdefault((change.entity, change.id), []).append(change)
    items = _items(taxonomy)
    found = [
        one
        for thing, steps in things.items()
        for one in _misfits(thing, steps, items=items, taxonomy=taxonomy)
    ]
    bad = {id(one.change): one for one in found}
    while True:
        fitting = [change for change in ordered if id(change) not in bad]
        fresh = list(_unheld(fitting, taxonomy))
        if not fresh:
            break
        bad |= {id(one.change): one for one in fresh}
    return Fit(tuple(fitting), tuple(bad[id(one)] for one in ordered if id(one) in bad))


def _items(taxonomy: Taxonomy) -> Mapping[ChangedEntity, Mapping[str, Struct]]:
    """What can change, by kind and id."""
    return {
        "category": taxonomy.categories,
        "standard": {key: placed.standard for key, placed in taxonomy.standards.items()},
        "organization": taxonomy.organizations,
        "consultation": taxonomy.consultations,
        "facet": taxonomy.system.facets,
        "target": by_id(taxonomy.system.targets),
        "system": {SYSTEM_ID: taxonomy.system},
    }


def _misfits(
    thing: _Thing,
    steps: Sequence[Change],
    *,
    items: Mapping[ChangedEntity, Mapping[str, Struct]],
    taxonomy: Taxonomy,
) -> Iterator[Misfitting]:
    """What in the changes of one thing is not so here."""
    entity, name = thing
    here = items[entity]
    if name not in here and steps[0].kind != "added":
        yield from (Misfitting(step, GONE) for step in steps)
        return
    left = [step for step in steps if not (entity == "standard" and step.kind == "moved")]
    if entity == "standard":
        yield from _astray(steps, taxonomy)
    while left:
        try:
            if entity == "system":  # its own id may be what changed
                patched(here[name], left, without=SYSTEM_APART)
            else:
                apart = {"standards"} if entity == "category" else set[str]()
                edited(here, {name: left}, kind=_SHAPES[entity], without=apart)
        except Misfit as problem:
            yield Misfitting(problem.change, problem.why, tuple(problem.leaves))
            left = [step for step in left if step is not problem.change]
        else:
            return


def _astray(steps: Sequence[Change], taxonomy: Taxonomy) -> Iterator[Misfitting]:
    """Moves and removals of a standard that stands in another table now."""
    placed = taxonomy.standard(steps[0].id)
    if placed is None:
        return
    for step in steps:
        home = step.from_ if step.kind == "moved" else step.parent
        if step.kind in ("moved", "removed") and home != placed.home:
            yield Misfitting(step, OTHER, (("home", home, placed.home),))


def _unheld(fitting: Sequence[Change], taxonomy: Taxonomy) -> Iterator[Misfitting]:
    """Of the changes that seem to fit, those of what would hang from, or hold, what is not so."""
    live = {one.id for one in taxonomy.categories.values() if one.is_live}
    there = set(taxonomy.categories)
    leaving = {one.id for one in fitting if one.entity == "standard" and _leaves(one)}
    for change in fitting:
        if change.entity != "category":
            continue
        if change.kind in ("added", "reinstated"):
            there.add(change.id)
            live.add(change.id)
        elif change.kind in ("removed", "retired"):
            live.discard(change.id)
        if change.kind == "removed":
            there.discard(change.id)
    for change in fitting:
        why = _held(change, live=live, there=there)
        if why is None and change.kind == "removed" and change.entity == "category":
            rows = taxonomy.categories[change.id].standards
            why = _OCCUPIED if any(row.id not in leaving for row in rows) else None
        if why is not None:
            yield Misfitting(change, why)


def _leaves(change: Change) -> bool:
    return change.kind in ("removed", "moved")


def _held(step: Change, *, live: set[str], there: set[str]) -> Label | None:
    """Why what comes or moves cannot be where the change puts it."""
    if step.kind not in ("added", "moved"):
        return None
    goal = step.parent if step.kind == "added" else step.to
    if step.entity == "standard":
        return None if goal in there else NO_HOME
    if step.entity != "category" or goal in (None, UNSET) or goal in live:
        return None
    return None if goal in there and step.id not in live else _NO_PARENT
