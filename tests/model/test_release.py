"""Numbers of releases: their order, and what grew between two of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.model.bump import Bump
from stdtree.model.release import (
    Verdict,
    bump_between,
    bump_verdict,
    next_release,
    release_key,
)

numbers = st.lists(st.integers(0, 12), min_size=2, max_size=3)
releases = numbers.map(lambda parts: ".".join(map(str, parts)))


def test_two_and_three_numbers() -> None:
    """1.0 is 1.0.0; 1.10 comes after 1.9."""
    assert release_key("1.0") == release_key("1.0.0")
    assert sorted(["1.10", "1.9", "1.9.1", "0.1"], key=release_key) == [
        "0.1",
        "1.9",
        "1.9.1",
        "1.10",
    ]


@given(releases, releases)
def test_what_grew(older: str, newer: str) -> None:
    """The first number that differs; none if it is the same release, None if it went down."""
    before, after = release_key(older), release_key(newer)
    grown = bump_between(older, newer)
    assert (grown is None) == (after < before)
    assert (grown == "none") == (after == before)
    if grown in ("major", "minor", "patch"):
        index = ("major", "minor", "patch").index(grown)
        assert before[:index] == after[:index]
        assert before[index] < after[index]


@pytest.mark.parametrize(
    ("required", "older", "newer", "said"),
    [
        ("minor", "1.0", "1.1", "kept"),
        ("minor", "1.0", "1.0.1", "too-small"),
        ("minor", "1.0", "1.0.0", "not-bumped"),
        ("minor", "1.1", "1.0", "decreased"),
        ("patch", "1.0", "2.0", "larger-than-needed"),
        ("none", "1.0", "1.0", "kept"),
    ],
)
def test_verdicts(required: Bump, older: str, newer: str, said: Verdict) -> None:
    """Whether the number grew as the changes call for."""
    assert bump_verdict(required, older, newer) == said


@pytest.mark.parametrize("name", ["1.0", "1.2.3", "0.9", "12.10"])
@pytest.mark.parametrize("bump", ["patch", "minor", "major"])
def test_the_next_number_is_what_was_called_for(name: str, bump: Bump) -> None:
    """It grows by that and nothing less or more; nothing called for leaves it."""
    assert bump_between(name, next_release(name, bump)) == bump
    assert next_release(name, "none") == name
