"""Correspondences joined over a release between, turned round, and corrected by hand."""

from __future__ import annotations

import pytest
from hypothesis import given

from stdtree.diff.compose import compose, misplaced, overridden, supplemented
from stdtree.diff.ties import inverted
from stdtree.model.category import Extent
from stdtree.model.correspondence import ManualAssociation
from tests.diff.tables import Rows, chains, ends, identity, shape, table, told
from tests.effort import one_in

some = one_in(1)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (["a>m"], ["m>t"], ["a>t 1:1 complete lineage"]),
        (["a"], ["a>t"], ["a>t 1:1 complete lineage"]),
        (["a>"], [], ["a> 1:0 complete identity"]),
        ([">m"], ["m>t"], [">t 0:1 complete lineage"]),
        ([">m"], ["m>"], []),
        (
            ["a>m", "a>n"],
            ["m", "n>"],
            ["a>m 1:1 partial lineage"],
        ),
        (
            ["a>m", "a>n"],
            ["m>t", "n>t"],
            ["a>t 1:1 complete lineage"],
        ),
        (
            ["a>m", "b>m"],
            ["m>t", "m>u"],
            [
                "a>t n:m partial lineage ?",
                "a>u n:m partial lineage ?",
                "b>t n:m partial lineage ?",
                "b>u n:m partial lineage ?",
            ],
        ),
        (
            ["a", ">m"],
            ["a>t", "m>t"],
            ["a>t 1:1 complete lineage", ">t 1:1 partial lineage"],
        ),
        (
            ["a", "b>a"],
            ["a", "a>u"],
            [
                "a>a n:m partial identity",
                "a>u n:m partial lineage ?",
                "b>a n:m partial lineage ?",
                "b>u n:m partial lineage ?",
            ],
        ),
    ],
)
def test_joined(first: list[str], second: list[str], expected: list[str]) -> None:
    """What became of the sources two releases later, and where that was never said."""
    assert told(compose(table(*first), table(*second))) == expected


@some
@given(chains(3))
def test_joining_is_associative(chain: tuple[Rows, ...]) -> None:
    """Which two are joined first matters to nothing but how much of it can be known for sure."""
    first, second, third = chain

    one = compose(compose(first, second), third)
    other = compose(first, compose(second, third))

    assert shape(one) == shape(other)


@some
@given(chains(1))
def test_the_identity_is_neutral(chain: tuple[Rows, ...]) -> None:
    """Nothing is joined to a table by a release in which nothing changed."""
    (rows,) = chain
    sources, targets = ends(rows)

    assert compose(identity(sources), rows) == rows
    assert compose(rows, identity(targets)) == rows


@some
@given(chains(2))
def test_every_id_of_both_ends_is_accounted_for(chain: tuple[Rows, ...]) -> None:
    """Nothing that was or is there is left out, and nothing else comes in."""
    first, second = chain

    assert ends(compose(first, second)) == (ends(first)[0], ends(second)[1])


@some
@given(chains(1))
def test_turned_round_twice_is_the_same(chain: tuple[Rows, ...]) -> None:
    """The way back says what the way there says."""
    (rows,) = chain
    there, back = rows, inverted(rows)

    assert shape(inverted(back)) == shape(there)
    assert ends(back) == ends(there)[::-1]


@some
@given(chains(2))
def test_the_way_back_leads_through_the_same_release(chain: tuple[Rows, ...]) -> None:
    """Joined and turned round, or turned round and joined: the same."""
    first, second = chain

    there, back = compose(first, second), compose(inverted(second), inverted(first))

    assert shape(inverted(there)) == shape(back)


def manual(*rows: str) -> list[ManualAssociation]:
    """Rows by hand from `a>b`, `a>` and `>b`; `~` before the target: in part."""
    made = []
    for row in rows:
        source, _, target = row.partition(">")
        extent: Extent = "partial" if target.startswith("~") else "complete"
        made.append(
            ManualAssociation(
                source or None, target.removeprefix("~") or None, extent, {"zh": f"见{row}"}
            )
        )
    return made


@pytest.mark.parametrize(
    ("rows", "by_hand", "expected"),
    [
        (["a>", ">t"], ["a>t"], ["a>t 1:1 complete manual"]),
        (["a>", ">t"], ["a>~t"], ["a>t 1:1 partial manual"]),
        (["a>t"], ["a>"], ["a> 1:0 complete manual", ">t 0:1 complete manual"]),
        (["a>t"], [">t"], ["a> 1:0 complete manual", ">t 0:1 complete manual"]),
        (
            ["a>t", "b>t"],
            ["b>", "b>t"],
            ["a>t n:1 complete lineage", "b>t n:1 partial manual"],
        ),
        (
            ["a", "b", ">u"],
            ["a>a", "a>u"],
            ["a>a 1:n partial manual", "a>u 1:n partial manual", "b>b 1:1 complete identity"],
        ),
        (["a>t"], ["x>t", "a>y"], ["a>t 1:1 complete lineage"]),
    ],
)
def test_rows_by_hand_stand_for_what_was_derived(
    rows: list[str], by_hand: list[str], expected: list[str]
) -> None:
    """Of their source, or of their target if they have none; the rest follows."""
    assert told(overridden(table(*rows), manual(*by_hand))) == expected


def test_ambiguity_ends_by_hand() -> None:
    """A person may know what the releases never said; the reason stays with the row."""
    rows = compose(table("a>m", "b>m"), table("m>t", "m>u"))

    settled = overridden(rows, manual("a>t", "b>u"))

    assert told(settled) == ["a>t 1:1 complete manual", "b>u 1:1 complete manual"]
    assert [row.reasons for row in settled] == [({"zh": "见a>t"},), ({"zh": "见b>u"},)]


def test_rows_of_what_is_not_there() -> None:
    """They are left out, and named."""
    assert misplaced(table("a>t"), manual("a>t", "x>t", "a>y")) == tuple(manual("x>t", "a>y"))


def test_lineage_declared_late() -> None:
    """A source that no step can follow goes where the ends say; what was said by hand stays."""
    joined = table("a>", "b>", "c>t", ">u")
    direct = table("a>u", "b>t", "c>u")

    assert told(supplemented(joined, direct)) == [
        "a>u 1:1 complete lineage",
        "b>t n:1 complete lineage",
        "c>t n:1 complete lineage",
    ]
    settled = overridden(joined, manual("a>"))
    assert told(supplemented(settled, direct))[0] == "a> 1:0 complete manual"
