"""Patches held against systems that moved on: what fits, what does not, and why."""

from __future__ import annotations

from hypothesis import given
from msgspec.structs import replace

from stdtree import diff
from stdtree.diff.fit import fit
from stdtree.model.taxonomy import Taxonomy
from tests.diff.pairs import between, ended, pairs, values
from tests.effort import one_in
from tests.trees import category, sample, standard

some = one_in(2)


def told(before: Taxonomy, after: Taxonomy, here: Taxonomy) -> list[str]:
    """What does not fit `here` of what turned `before` into `after`."""
    return [
        f"{one.change.kind} {one.change.entity} {one.change.id}: {one.why.en}"
        + "".join(f" [{path}: {old} / {new}]" for path, old, new in one.leaves)
        for one in fit(between(before, after).changes, here).misfitting
    ]


@some
@given(pairs())
def test_all_or_those_that_hang_nowhere_fit_where_they_come_from(
    pair: tuple[Taxonomy, Taxonomy],
) -> None:
    """Only in broken trees something hangs from what is not there; the rest always fits."""
    before, after = pair
    changes = between(before, after).changes

    found = fit(changes, before)

    assert {one.why.en for one in found.misfitting} <= {
        "its parent is not there, or retired",
        "there is no category for it to stand in",
    }
    if not found.misfitting:
        assert found.fitting == changes
        assert values(diff.apply(found.fitting, before)) == values(after)


@some
@given(pairs(), pairs())
def test_what_fits_can_be_applied(
    pair: tuple[Taxonomy, Taxonomy], other: tuple[Taxonomy, Taxonomy]
) -> None:
    """Anywhere; and every change is said to fit or not to."""
    changes = between(*pair).changes

    found = fit(changes, other[0])

    diff.apply(found.fitting, other[0])
    assert sorted(map(repr, [*found.fitting, *(one.change for one in found.misfitting)])) == sorted(
        map(repr, changes)
    )


def test_what_was_edited_since_is_named_with_both_values() -> None:
    """Each field by itself: the title fits, the code does not."""
    before = sample()
    terms = before.categories["terms"]
    after = before.with_(replace(terms, code="A5", title={"zh": "词", "en": "Words"}))
    here = before.with_(replace(terms, code="A9"))

    assert told(before, after, here) == [
        "recoded category terms: what is there is not what the change starts from [code: A1 / A9]",
    ]


def test_what_is_gone_or_there_already() -> None:
    """Neither can be changed, added or removed any more."""
    before = sample()
    after = before.with_(category("advice", "B5", "fields"), without=["promotion"])
    here = before.with_(category("advice", "B6", "fields"), without=["promotion"])

    assert told(before, after, here) == [
        "added category advice: this id is there already",
        "removed category promotion: there is no such id",
    ]


def test_nothing_hangs_from_what_does_not_come() -> None:
    """A new branch falls with its root, and its standards with it."""
    before = sample()
    row = standard("gbt-9-2020", "GB/T 9-2020")
    after = before.with_(
        category("advice", "C"), category("help", "C1", "advice", standards=(row,))
    )
    here = before.with_(category("advice", "D", **ended()))

    assert told(before, after, here) == [
        "added category advice: this id is there already",
        "added category help: its parent is not there, or retired",
        "added standard gbt-9-2020: there is no category for it to stand in",
    ]


def test_a_retired_parent_takes_nothing() -> None:
    """Somebody retired the category into which the patch moves another."""
    before = sample()
    after = before.with_(replace(before.categories["terms"], parent="fields", code="B9"))
    here = before.with_(replace(before.categories["fields"], **ended()))

    assert told(before, after, here) == [
        "moved category terms: its parent is not there, or retired",
    ]


def test_a_category_that_holds_more_than_the_patch_knows_cannot_go() -> None:
    """A standard came into its table since: it would be lost."""
    before = sample()
    after = before.with_(without=["promotion"])
    more = standard("gbt-9-2020", "GB/T 9-2020")
    here = before.with_(replace(before.categories["promotion"], standards=(more,)))

    assert told(before, after, here) == [
        "removed category promotion: standards still stand in its table"
    ]


def test_a_standard_that_stands_elsewhere_by_now() -> None:
    """It was moved to another table since."""
    before = sample()
    terms, methods = before.categories["terms"], before.categories["methods"]
    after = before.with_(replace(terms, standards=()))
    here = before.with_(replace(terms, standards=()), replace(methods, standards=terms.standards))

    assert told(before, after, here) == [
        (
            "removed standard gbt-1-2020: what is there is not what the change starts from"
            " [home: terms / methods]"
        )
    ]
