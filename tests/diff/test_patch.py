"""Applying changes: one transaction, nothing that does not fit."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from stdtree import diff
from stdtree.diff import PatchError
from stdtree.errors import UsageError
from stdtree.model.change import Change
from stdtree.model.taxonomy import Taxonomy
from tests.diff.pairs import between, values
from tests.trees import category, sample, standard, taxonomy

ONE = standard("one", "GB/T 1-2020")


def test_nothing_to_apply() -> None:
    """No changes leave everything as it was."""
    before = sample()

    assert diff.apply((), before) == before


def test_parent_and_child_change_places() -> None:
    """Moves that no order of single steps allows."""
    before = taxonomy(category("a", "A"), category("b", "B", "a"), category("c", "C", "b"))
    after = taxonomy(category("b", "B"), category("a", "A", "b"), category("c", "C", "a"))

    assert diff.apply(between(before, after).changes, before) == after


def test_codes_go_round() -> None:
    """Three categories that take each other's codes."""
    before = taxonomy(category("a", "A"), category("b", "B"), category("c", "C"))
    after = taxonomy(category("a", "B"), category("b", "C"), category("c", "A"))

    assert diff.apply(between(before, after).changes, before) == after


def test_a_standard_stays_in_its_place_in_the_table() -> None:
    """A changed row is not put last: order is presentation, and people look at it."""
    rows = (ONE, standard("two"))
    before = taxonomy(category("a", standards=rows))
    after = taxonomy(category("a", standards=(replace(ONE, status="withdrawn"), rows[1])))

    made = diff.apply(between(before, after).changes, before)

    assert [row.id for row in made.categories["a"].standards] == ["one", "two"]
    assert made == after


def test_a_row_that_stands_twice_is_changed_once() -> None:
    """Only the first is compared, so only the first is patched, and nothing is lost."""
    changed = replace(ONE, status="withdrawn")
    before = taxonomy(category("a", standards=(ONE, ONE)))
    after = taxonomy(category("a", standards=(changed, ONE)))

    made = diff.apply(between(before, after).changes, before)

    assert made.categories["a"].standards == (changed, ONE)


def test_what_a_difference_does_not_cover_stays() -> None:
    """Releases are carried over."""
    before = sample()
    changes = between(before, taxonomy()).changes

    made = diff.apply(changes, before)

    assert made.releases is before.releases
    assert values(made) == values(taxonomy())


SAMPLE = sample()
STALE = "what is there is not what the change starts from"
MISFITS: dict[str, tuple[Change, str]] = {
    "another code": (
        Change("recoded", "category", "transfer", from_="B7", to="B8"),
        f"category B1 Category transfer: cannot apply “recoded”, {STALE}",
    ),
    "no such category": (
        Change("moved", "category", "nowhere", from_="a", to="b"),
        "category nowhere: cannot apply “moved”, there is no such id",
    ),
    "there already": (
        Change("added", "category", "transfer", value={"id": "transfer", "title": {"zh": "新"}}),
        "category B1 Category transfer: cannot apply “added”, this id is there already",
    ),
    "another item removed": (
        Change("removed", "category", "incubation", value={"id": "incubation", "title": {}}),
        f"category B2 Category incubation: cannot apply “removed”, {STALE}",
    ),
    "standards left behind": (
        between(SAMPLE, SAMPLE.with_(without=["terms"])).changes[0],
        "category A1 Category terms: cannot apply “removed”, standards still stand in its table",
    ),
    "no home": (
        Change("moved", "standard", "planned-one", from_="transfer", to="nowhere"),
        "standard 标准planned-one: cannot apply “moved”, there is no category for it to stand in",
    ),
    "another home": (
        Change("moved", "standard", "planned-one", from_="terms", to="methods"),
        f"standard 标准planned-one: cannot apply “moved”, {STALE}",
    ),
    "no such standard": (
        Change("moved", "standard", "nowhere", from_="terms", to="methods"),
        "standard nowhere: cannot apply “moved”, there is no such id",
    ),
    "retired already": (
        Change("reinstated", "category", "transfer", from_=None, to=None),
        f"category B1 Category transfer: cannot apply “reinstated”, {STALE}",
    ),
    "another title": (
        Change("renamed", "category", "transfer", lang="zh", from_="甲", to="乙"),
        f"category B1 Category transfer: cannot apply “renamed: zh”, {STALE}",
    ),
    "an id that changes": (
        Change("field", "category", "transfer", field="id", op="change", from_="transfer", to="x"),
        f"category B1 Category transfer: cannot apply “field changed: id”, {STALE}",
    ),
    "another system": (
        Change("field", "system", "sts", field="id", op="change", from_="sts", to="x"),
        "system Demo standards system: cannot apply “field changed: id”, there is no such id",
    ),
}


@pytest.mark.parametrize("case", MISFITS)
def test_a_change_that_does_not_fit_is_refused(case: str) -> None:
    """The message says which change and why; the taxonomy is as it was."""
    change, message = MISFITS[case]
    before = sample()

    with pytest.raises(PatchError) as caught:
        diff.apply([change], before)

    assert caught.value.message.en == message
    assert isinstance(caught.value, UsageError)
    assert caught.value.hint
    assert before == sample()


@pytest.mark.parametrize(
    "change",
    [
        Change("field", "category", "transfer", field="owner", op="set", to=7),
        Change("field", "category", "transfer", field="colour", op="set", to="red"),
        Change("field", "category", "transfer", field="code.x", op="set", to="red"),
        Change("field", "category", "transfer"),
        Change("renamed", "category", "transfer", from_=None, to="x"),
        Change("renamed", "category", "transfer", lang="x y", from_=None, to="x"),
        Change("recoded", "organization", "lab", from_=None, to="x"),
        Change("moved", "organization", "lab", from_=None, to="x"),
        Change("added", "category", "new"),
        Change("added", "standard", "new", value={"id": "new", "title": {"zh": "新"}}),
        Change("added", "organization", "new", value={"id": "new"}),
        Change("added", "standard", "new", parent="terms", value="x"),
    ],
)
def test_a_change_of_the_wrong_shape_is_refused(change: Change) -> None:
    """A patch is a file that anybody may have written."""
    with pytest.raises(PatchError):
        diff.apply([change], sample())


def test_one_misfit_stops_all() -> None:
    """All changes or none."""
    before = sample()
    fits = between(before, Taxonomy(before.system)).changes

    with pytest.raises(PatchError):
        diff.apply([*fits, MISFITS["no such category"][0]], before)

    assert before == sample()
