"""The grammar of queries: words, quotations, conditions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.model.query import KEYS, parse, terms


@pytest.mark.parametrize(
    ("text", "words", "conditions"),
    [
        ("技术 转移", ["技术", "转移"], []),
        ("技术　转移", ["技术", "转移"], []),
        ('"技术 转移" x', ["技术 转移", "x"], []),
        ("“技术 转移", ["技术 转移"], []),
        ("status:draft", [], [("status", ("draft",))]),
        ("状态：草案，有效", [], [("status", ("草案", "有效"))]),
        ('owner:"Sample lab"', [], [("owner", ("Sample lab",))]),
        ("owner:", [], [("owner", ("",))]),
        ("STATUS:draft", [], [("status", ("draft",))]),
        ("ISO 9001:2015", ["ISO", "9001:2015"], []),
        ("stat:draft", ["stat:draft"], []),
        ("driver's", ["driver's"], []),
        ('""', [], []),
        ("-2020", ["-2020"], []),
        ("", [], []),
    ],
)
def test_taken_apart(text: str, words: list[str], conditions: list[tuple[str, object]]) -> None:
    """What has no known name before its colon is a word."""
    query = parse(text)
    assert [word.value for word in query.words] == words
    assert [(one.key.id, one.values) for one in query.conditions if one.key] == conditions
    assert bool(query) is bool(words or conditions)


def test_negated_and_open() -> None:
    """A minus before a condition; a quotation that has no end."""
    [one] = parse("-status:draft").conditions
    assert one.negated
    assert [term.is_closed for term in terms('text:"a b" "c" text:"d e')] == [True, True, False]


def test_names_in_both_languages_differ() -> None:
    """No name stands for two conditions."""
    assert len({name for key in KEYS.values() for name in (key.id, key.zh)}) == 2 * len(KEYS)


@given(st.text(alphabet='ab状态:：,，"“”-* \u3000', max_size=20))
def test_nothing_is_lost(text: str) -> None:
    """Whatever is typed can be read, and all of it but the spaces is in some term."""
    assert "".join("".join(term.text for term in terms(text)).split()) == "".join(text.split())
