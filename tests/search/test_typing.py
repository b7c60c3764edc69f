"""Help while a search is typed: what may follow, and what to try."""

from __future__ import annotations

import pytest

from stdtree.search.typing import hint, offers, to_try
from tests.trees import sample

TREE = sample()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("st", ["status:"]),
        ("技术 状", ["技术 状态:"]),
        ("-le", ["-level:"]),
        ("status:dr", ["status:draft", "status:withdrawn"]),
        ("状态：草", ["状态:draft"]),
        ("status:draft,act", ["status:draft,active"]),
        ("owner:l", ["owner:lab", "owner:board"]),
        ("facet:chain=re", ["facet:chain=research"]),
        ("level:", ["level:part", "level:domain", "level:group"]),
        ("status:draft", []),
        ("s", []),
        ("技术 ", []),
        ('"st', []),
        ("code:B", []),
        ("", []),
    ],
)
def test_offers(typed: str, offered: list[str]) -> None:
    """Conditions by the beginning of their names, values by id or by what they are called."""
    assert [one.text for one in offers(typed, TREE)] == offered


def test_hint() -> None:
    """What Tab would do, or what stands behind the colon; else nothing."""
    assert hint("st", TREE).en == "Tab: status: status of the category or standard"
    assert hint("level:d", TREE).zh == "Tab：domain（领域）"
    assert hint("code:", TREE).zh == "体系编号，BB* 为以 BB 开头"
    assert hint("技术", TREE).zh == ""


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("stat:draft", "did you mean: status:?"),
        ("技术 status:draft", "a condition less"),
        ("code:A* status:draft", "a condition less"),
        ('"技术 转移"', "without the quotation marks"),
        ("技术 转移", "a word less"),
        ("技术", "a shorter word"),
        ("status:draft", "a shorter word"),
    ],
)
def test_what_to_try(typed: str, words: str) -> None:
    """The most likely reason first."""
    assert words in to_try(typed).en
