"""Events of existence, from declared lineage: GSIM's real changes (RC1 to RC4).

`from_ids` are the sources of what was declared and `to_ids` its targets; `survivors` says who lives
on: the target of a take-over, the source of a split-off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from stdtree.diff.lineage import Component
from stdtree.diff.sides import EXISTENCE, Sides
from stdtree.model.change import Event
from stdtree.model.event_kind import EventKind
from stdtree.model.ids import CategoryId

_SHAPES: Mapping[tuple[int, int, int], EventKind] = {
    (2, 0, 1): "merger",
    (1, 1, 0): "take-over",
    (2, 1, 0): "take-over",
    (1, 0, 2): "breakdown",
    (0, 1, 1): "split-off",
    (0, 1, 2): "split-off",
    (1, 0, 1): "replacement",
    (0, 2, 0): "transfer",
}
"""GSIM's types by how many members end, live on and emerge (2: two or more); others regroup."""


def existence_events(sides: Sides, found: Iterable[Component]) -> Iterator[Event]:
    """One event for each component of lineage, and one for each coming and going without."""
    explained: set[CategoryId] = set()
    for component in found:
        explained.update(component.older, component.newer)
        yield _of_component(component, sides)
    for category_id in sides.touched:
        lived, lives = sides.lived(category_id), sides.lives(category_id)
        if lived == lives or category_id in explained:
            continue
        yield Event(
            "deletion" if lived else "creation", "category",
            from_ids=(category_id,) if lived else (),
            to_ids=(category_id,) if lives else (),
            real=True,
            changes=sides.numbers([category_id], EXISTENCE),
        )  # fmt: skip


def _of_component(component: Component, sides: Sides) -> Event:
    survivors = component.survivors
    ended = [member for member in component.older if member not in survivors]
    emerged = [member for member in component.newer if member not in survivors]
    shape = min(len(ended), 2), min(len(survivors), 2), min(len(emerged), 2)
    return Event(
        _SHAPES.get(shape, "regrouping"),
        "category",
        from_ids=tuple(sorted({source for source, _ in component.links})),
        to_ids=tuple(sorted({target for _, target in component.links})),
        survivors=survivors,
        real=True,
        changes=sides.numbers([*component.older, *component.newer], EXISTENCE | {"split_from"}),
    )
