"""Events by kind, in the order of the tree."""

from __future__ import annotations

from hypothesis import given

from stdtree.model.change import EVENT_KINDS
from stdtree.model.grouped_events import grouped, members
from stdtree.model.taxonomy import Taxonomy
from tests.diff.pairs import between, pairs
from tests.trees import category, taxonomy


@given(pairs())
def test_no_event_is_lost(sides: tuple[Taxonomy, Taxonomy]) -> None:
    """Every event once, the kinds in table order."""
    difference = between(*sides)
    groups = grouped(difference.events, difference)
    kinds = [kind for kind, _ in groups]
    assert kinds == [kind for kind in EVENT_KINDS if kind in kinds]
    told = [event for _, events in groups for event in events]
    assert len(told) == len(difference.events)
    assert all(event in difference.events for event in told)


@given(pairs())
def test_the_order_does_not_depend_on_where_it_began(sides: tuple[Taxonomy, Taxonomy]) -> None:
    """Two orders of the same events make one."""
    difference = between(*sides)
    turned = grouped(tuple(reversed(difference.events)), difference)
    assert turned == grouped(difference.events, difference)


def test_as_people_sort_codes() -> None:
    """A2 before A10, and members of an event likewise."""
    before = taxonomy(category("p", "A"))
    after = before.with_(*(category(f"c{n}", f"A{n}", "p") for n in (10, 2, 1)))
    difference = between(before, after)
    ((_, events),) = grouped(difference.events, difference)
    assert [event.to_ids for event in events] == [("c1",), ("c2",), ("c10",)]
    assert members(["c10", "c2", "nobody"], after) == ["c2", "c10", "nobody"]
