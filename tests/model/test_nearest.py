"""What was probably meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.label import Label, same
from stdtree.model.nearest import Guesses, did_you_mean, nearest

KNOWN = [
    "incubation", "technology-transfer", "GB/T 34670-2017", "GB/T 1-2020", "lab", "B", "B11",
    "duplicate-code", "category", "category-view", "1.0", "WORK",
]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("incubatoin", "incubation"),
        ("Incubation", "incubation"),
        ("transfer", "technology-transfer"),
        ("gb/t 34670", "GB/T 34670-2017"),
        ("GBT34670-2017", "GB/T 34670-2017"),
        ("lap", "lab"),
        ("categry", "category"),
        ("duplicatecode", "duplicate-code"),
        ("work", "WORK"),
        ("dupl", "duplicate-code"),
        ("Tech", "technology-transfer"),
    ],
)
def test_the_likest(wrong: str, meant: str) -> None:
    """Typing errors, parts of a name, other ways to write it; what is much less alike stays out."""
    assert nearest(wrong, KNOWN) == (meant,)


@pytest.mark.parametrize("wrong", ["", "zzz", "brok", "检验", "---"])
def test_nothing_is_like_it(wrong: str) -> None:
    """No suggestion is better than a wrong one."""
    assert nearest(wrong, KNOWN) == ()
    assert did_you_mean(wrong, KNOWN) is None


@given(st.text(max_size=8), st.lists(st.text(max_size=8)))
def test_suggestions_are_known_and_few(wrong: str, known: list[str]) -> None:
    """Whatever is asked: no more than three, each of them there, the same every time."""
    found = nearest(wrong, known)
    assert len(found) <= 3
    assert set(found) <= set(known)
    assert found == nearest(wrong, known[::-1])


def test_the_question() -> None:
    """Each thing once, as it is to be shown; two names of one thing are one suggestion."""
    asked = did_you_mean("abc1", ["abc2", "abc3"], lambda name: same(f"<{name}>"))
    assert asked == Label("是不是：<abc2>、<abc3>？", "did you mean: <abc2>, <abc3>?")
    assert did_you_mean("abc1", ["abc2", "abc3"], lambda _: same("x")) == Label(
        "是不是：x？", "did you mean: x?"
    )


def test_guesses_come_to_an_end() -> None:
    """So many are made; then the hint is a general one, and a known one stays as it was."""
    guesses = Guesses(same("look it up"))
    assert guesses.hint("nothing like it", KNOWN) == same("look it up")
    made = [guesses.hint(f"incubation{number}", KNOWN) for number in range(Guesses.MOST)]
    assert [hint for hint in made if hint == same("look it up")] == [same("look it up")]
    assert guesses.hint("incubation0", KNOWN) == made[0] == did_you_mean("incubation", KNOWN)
    assert guesses.hint("incubation0", [], kind="standard") == same("look it up")
