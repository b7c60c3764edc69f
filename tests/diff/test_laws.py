"""The laws of differences, over random pairs of taxonomies."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from stdtree import diff
from stdtree.model.canonical import canonical, digest
from stdtree.model.change import BASE_KINDS, EVENT_KINDS, Change
from stdtree.model.taxonomy import Taxonomy
from tests.diff.pairs import between, pairs, values
from tests.effort import one_in
from tests.trees import taxonomies

Pair = tuple[Taxonomy, Taxonomy]
any_pair = pairs() | st.tuples(taxonomies, taxonomies)
some = one_in(2)


@some
@given(taxonomies)
def test_nothing_differs_from_itself(taxonomy: Taxonomy) -> None:
    """compare(a, a) = ∅, for the same objects and for equal ones."""
    again = Taxonomy(taxonomy.system, taxonomy.categories.values())

    difference = between(taxonomy, again)

    assert (difference.changes, difference.events, difference.required) == ((), (), "none")
    assert {row.cardinality for row in difference.correspondence} <= {"1:1"}


@some
@given(any_pair)
def test_the_way_back_is_the_mirror(pair: Pair) -> None:
    """compare(b, a) is the mirror of compare(a, b), and mirroring twice changes nothing."""
    before, after = pair
    there, back = between(before, after).changes, between(after, before).changes

    assert back == diff.mirror(there)
    assert diff.mirror(back) == there


@some
@given(any_pair)
def test_the_changes_lead_there_and_back(pair: Pair) -> None:
    """apply(compare(a, b), a) = b, and its mirror leads back, whatever the order of the changes."""
    before, after = pair
    changes = between(before, after).changes

    there = diff.apply(reversed(changes), before)
    back = diff.apply(diff.mirror(changes), after)

    assert values(there) == values(after)
    assert values(back) == values(before)
    assert not between(there, after).changes


@some
@given(any_pair)
def test_changes_are_minimal(pair: Pair) -> None:
    """No two changes speak of the same thing, and none says that a thing became what it was."""
    changes = between(*pair).changes
    keys = [(c.kind, c.entity, c.id, c.lang, c.field) for c in changes]

    assert len(set(keys)) == len(keys)
    assert not [c for c in changes if c.kind not in {"added", "removed"} and c.from_ == c.to
                and c.kind not in {"retired", "reinstated"}]  # fmt: skip


@some
@given(any_pair)
def test_changes_are_in_order(pair: Pair) -> None:
    """By kind in table order, entity, id, language, field."""
    kinds = list(BASE_KINDS)
    changes = between(*pair).changes
    keys = [(kinds.index(c.kind), c.entity, c.id, c.lang or "", c.field or "") for c in changes]

    assert keys == sorted(keys)


@some
@given(any_pair)
def test_every_live_id_is_accounted_for(pair: Pair) -> None:
    """Each live id of either side stands in the correspondence, and no other id does."""
    before, after = pair
    rows = between(before, after).correspondence

    sources = {row.source for row in rows if row.source is not None}
    targets = {row.target for row in rows if row.target is not None}

    assert sources == {c.id for c in before.categories.values() if c.is_live}
    assert targets == {c.id for c in after.categories.values() if c.is_live}
    assert len({(row.source, row.target) for row in rows}) == len(rows)


@some
@given(any_pair)
def test_every_coming_and_going_has_one_event(pair: Pair) -> None:
    """A category that comes to live or ceases to is in exactly one event of existence."""
    before, after = pair
    kinds = list(EVENT_KINDS)[: list(EVENT_KINDS).index("transfer")]
    events = [e for e in between(before, after).events if e.kind in kinds]
    lived = {c.id for c in before.categories.values() if c.is_live}
    lives = {c.id for c in after.categories.values() if c.is_live}

    gone = sorted(one for e in events for one in {*e.from_ids, *e.to_ids} if one in lived - lives)
    come = sorted(one for e in events for one in {*e.from_ids, *e.to_ids} if one in lives - lived)

    assert gone == sorted(lived - lives)
    assert come == sorted(lives - lived)


@some
@given(any_pair)
def test_events_rest_on_changes_that_are_there(pair: Pair) -> None:
    """Every event names its base changes by number, in order, and lives where it says it does."""
    before, after = pair
    difference = between(before, after)

    for event in difference.events:
        assert event.changes, event
        assert list(event.changes) == sorted(set(event.changes))
        assert 1 <= event.changes[0] <= event.changes[-1] <= len(difference.changes)
        if event.entity == "category":
            assert all(before.categories[one].is_live for one in event.from_ids)
            assert all(after.categories[one].is_live for one in event.to_ids)


@some
@given(any_pair)
def test_two_runs_are_equal(pair: Pair) -> None:
    """The same input gives the same bytes, and neither side is touched by being compared."""
    digests = [digest(side) for side in pair]
    first, second = between(*pair), between(*pair)

    assert canonical(first.changes) == canonical(second.changes)
    assert canonical(first.events) == canonical(second.events)
    assert canonical(first.correspondence) == canonical(second.correspondence)
    assert [digest(side) for side in pair] == digests


@some
@given(any_pair)
def test_the_required_bump_is_the_highest(pair: Pair) -> None:
    """Every change has its bump, and nothing calls for more than what is required."""
    difference = between(*pair)
    order = ["none", "patch", "minor", "major"]
    found = [*difference.bumps.values(), *(event.bump for event in difference.events)]

    assert sorted(difference.bumps) == list(range(1, len(difference.changes) + 1))
    assert difference.required == max(found, key=order.index, default="none")


@some
@given(any_pair)
def test_a_patch_survives_its_file(pair: Pair) -> None:
    """Changes written as JSON and read again are the same changes, and apply alike."""
    before, after = pair
    changes = between(before, after).changes

    read = msgspec.json.decode(canonical(changes), type=tuple[Change, ...])

    assert read == changes
    assert diff.apply(read, before) == diff.apply(changes, before)
