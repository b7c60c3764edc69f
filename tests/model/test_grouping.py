"""What differs between two tables, by comparing them entry by entry."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stdtree.model.grouping import differing

TABLES = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from([(1,), (2,), (3,)]))


@given(TABLES, TABLES)
def test_differing(before: dict[str, tuple[int]], after: dict[str, tuple[int]]) -> None:
    """In any order of keys."""
    expected = {
        key for key in before.keys() | after.keys() if before.get(key) is not after.get(key)
    }
    assert differing(before, after) == expected


@given(TABLES, TABLES, st.sets(st.sampled_from("abcdefgh")))
def test_of_tables_made_one_from_the_other(
    before: dict[str, tuple[int]], changed: dict[str, tuple[int]], gone: set[str]
) -> None:
    """Some keys gone, some put anew, the rest in their places."""
    after = {key: value for key, value in before.items() if key not in gone} | changed
    expected = {
        key for key in before.keys() | after.keys() if before.get(key) is not after.get(key)
    }
    assert differing(before, after) == expected
