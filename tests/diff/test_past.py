"""Versions of one category → what each commit did, and since when each fact is so."""

from __future__ import annotations

from functools import partial
from typing import Any

from msgspec.structs import replace

from stdtree.diff import facts, past
from stdtree.model.category import Category
from stdtree.model.change import ChangedEntity
from stdtree.model.history import Commit, Version
from stdtree.model.taxonomy import Taxonomy
from tests.trees import category, standard, taxonomy

ABOUT: frozenset[ChangedEntity] = frozenset({"category", "standard"})
START = category("a", "A", includes=({"zh": "甲"}, {"zh": "乙"}))


def version(name: str, content: Category | None, *parents: Version, **more: Any) -> Version:
    """What the commit `name` left."""
    commit = Commit(id=name, short=name, date="", author="", subject=name, **more)
    return Version(commit, taxonomy(content) if content else taxonomy(), parents)


def names(*versions: Version) -> list[str]:
    """The commits that did something."""
    return [step.commit.id for step in past.steps(versions, ABOUT) if step.commit]


def origin(newest: Version, field: str, **rest: Any) -> list[str]:
    """The commits that facts of this field come from."""
    found = past.origins(newest, partial(facts.of_categories, **rest))
    return [v.commit.id for fact, _, v in found if fact.field == field and v.commit]


def test_each_commit_with_what_it_did() -> None:
    """Newest first, the first as an addition."""
    one = version("1", START)
    two = version("2", replace(START, code="B"), one)
    three = version("3", replace(START, code="B", parent="p"), two)

    told = {s.commit.id: [c.kind for c in s.difference.changes]
            for s in past.steps([three, two, one], ABOUT) if s.commit}  # fmt: skip

    assert told == {"3": ["moved"], "2": ["recoded"], "1": ["added"]}


def test_what_only_reformats_did_nothing() -> None:
    """Equal values are no change, nor are sets in another order."""
    rows = (standard("s1"), standard("s2"))
    one = version("1", replace(START, standards=rows, split_from=("x", "y")))
    two = version("2", replace(START, standards=rows[::-1], split_from=("y", "x")), one)

    assert names(two, one) == ["1"]
    assert origin(two, "split_from") == ["1"]
    assert origin(two, "") == ["1", "1"]


def test_a_merge_of_both_sides_did_nothing_itself() -> None:
    """Each side has its own changes; a fact comes from the side that has it."""
    one = version("1", START)
    left = version("left", replace(START, code="L"), one)
    right = version("right", replace(START, owner="lab"), one)
    merge = version("merge", replace(START, code="L", owner="lab"), left, right)

    assert names(merge, left, right, one) == ["left", "right", "1"]
    assert (origin(merge, "code"), origin(merge, "owner"), origin(merge, "title.zh")) == (
        ["left"],
        ["right"],
        ["1"],
    )


def test_what_a_merge_changed_by_itself() -> None:
    """What differs from both sides is the merge's own."""
    one = version("1", START)
    left = version("left", replace(START, code="L"), one)
    right = version("right", replace(START, code="R"), one)
    merge = version("merge", replace(START, code="X"), left, right)

    assert names(merge, left, right, one) == ["merge", "left", "right", "1"]
    assert origin(merge, "code") == ["merge"]


def test_a_merge_that_changes_what_one_side_brought() -> None:
    """The other side did not have it at all; the change is told, not an addition."""
    one = version("1", None)
    left = version("left", None, one)
    right = version("right", START, one)
    merge = version("merge", replace(START, code="X"), left, right)

    steps = {s.commit.id: s for s in past.steps([merge, left, right, one], ABOUT) if s.commit}

    assert list(steps) == ["merge", "right"]
    assert [change.kind for change in steps["merge"].difference.changes] == ["recoded"]


def test_the_side_that_a_merge_gave_up_is_not_told() -> None:
    """What has no part in what came of it."""
    one = version("1", START)
    left = version("left", replace(START, code="L"), one)
    right = version("right", replace(START, code="R"), one)
    merge = version("merge", replace(START, code="L"), left, right)

    assert names(merge, left, right, one) == ["left", "1"]


def test_entries_of_a_list_have_origins_of_their_own() -> None:
    """Wherever they stand in the list."""
    one = version("1", START)
    two = version("2", replace(START, includes=({"zh": "丙"}, *START.includes)), one)

    assert origin(two, "includes") == ["2", "1", "1"]


def test_rows_by_field() -> None:
    """A row as a whole comes from its last change, its fields from theirs."""
    row = standard("s", "GB/T 1-2020")
    one = version("1", replace(START, standards=(row,)))
    two = version("2", replace(START, standards=(replace(row, status="withdrawn"),)), one)

    assert origin(two, "") == ["2"]
    assert origin(two, "status") == ["1"]
    assert origin(two, "status", rows_by_field=True) == ["1", "2"]
    assert origin(two, "number", rows_by_field=True) == ["1"]


def test_unreadable_versions_are_told_and_passed_over() -> None:
    """What follows is compared with what was readable before."""
    one = version("1", START)
    assert one.commit is not None
    broken = Version(Commit(id="2", short="", date="", author="", subject=""), one.taxonomy, (one,),
                     is_readable=False)  # fmt: skip
    three = version("3", replace(START, code="B"), broken)

    steps = list(past.steps([three, broken, one], ABOUT))

    assert [(len(s.difference.changes), s.is_readable) for s in steps] == [
        (1, True), (0, False), (1, True),
    ]  # fmt: skip
    assert (origin(three, "code"), origin(three, "title.zh")) == (["3"], ["1"])


def test_where_a_shallow_clone_ends_nothing_is_claimed() -> None:
    """That it was added there is not known; something that came later was added."""
    border = version("1", START, is_oldest_known=True)
    absent = version("1", None, is_oldest_known=True)

    (known,) = past.steps([border], ABOUT)
    later = list(past.steps([version("2", START, absent), absent], ABOUT))

    assert known.difference.changes == ()
    assert [[c.kind for c in step.difference.changes] for step in later] == [["added"]]


def test_standards_with_their_home() -> None:
    """The home is a fact of a standard."""
    row = standard("s", "GB/T 1-2020")

    def at(home: str) -> Taxonomy:
        return taxonomy(category(home, standards=(row,)))

    one = Version(None, at("a"))
    found = {fact.field: v for fact, _, v in
             past.origins(Version(None, at("b"), (one,)), facts.of_standards)}  # fmt: skip

    assert found["number"] is one
    assert found["category"] is not one
    assert "id" not in found
