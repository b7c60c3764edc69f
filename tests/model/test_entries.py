"""Lists told entry by entry."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from stdtree.model.canonical import canonical
from stdtree.model.entries import Entry, entries

FIELDS = ("excludes", "includes", "maps", "also_in", "levels", "facets.chain", "sign_offs")
words = st.sampled_from(["孵化", "孵化服务", "评价", "检测", ""])
rows = st.fixed_dictionaries(
    {"zh": words},
    optional={"see": st.sampled_from(["a", "b"]), "scheme": words, "code": words, "id": words},
)
lists = st.lists(rows | words, max_size=4)


def told(found: tuple[Entry, ...]) -> list[str]:
    """`- old`, `+ new`, `old → new`."""
    lines = []
    for one in found:
        old, new = (_text(side) for side in (one.from_, one.to))
        lines.append({"removed": f"- {old}", "added": f"+ {new}"}.get(one.op, f"{old} → {new}"))
    return lines


def _text(side: Any) -> str:
    return " ".join(map(str, side.values())) if isinstance(side, dict) else str(side)


@pytest.mark.parametrize(
    ("field", "before", "after", "expected"),
    [
        ("also_in", ["a", "b"], ["b", "c"], ["- a", "+ c"]),
        ("also_in", ["a", "b"], ["b", "a"], []),
        (
            "excludes",
            [{"zh": "企业孵化", "see": "x"}, {"zh": "检测"}],
            [{"zh": "检测"}, {"zh": "企业孵化", "see": "y"}],
            ["企业孵化 x → 企业孵化 y"],
        ),
        (
            "excludes",
            [{"zh": "在孵企业的培育", "see": "x"}],
            [{"zh": "为初创企业提供场地", "see": "x"}],
            ["在孵企业的培育 x → 为初创企业提供场地 x"],
        ),
        (
            "includes",
            [{"zh": "技术交易与经纪"}, {"zh": "检测"}],
            [{"zh": "技术交易、经纪"}, {"zh": "认证认可"}],
            ["技术交易与经纪 → 技术交易、经纪", "- 检测", "+ 认证认可"],
        ),
        (
            "maps",
            [{"scheme": "GB/T 4754", "code": "7530"}],
            [{"scheme": "GB/T 4754", "code": "7530", "extent": "partial"}],
            ["GB/T 4754 7530 → GB/T 4754 7530 partial"],
        ),
        ("levels", UNSET, [{"id": "part"}], ["+ part"]),
        ("levels", [{"id": "part"}], None, ["- part"]),
        ("title", "甲", "乙", []),
    ],
)
def test_what_came_went_and_changed(
    field: str, before: Any, after: Any, expected: list[str]
) -> None:
    """By identity, by what a note says, by where it leads, by likeness; a set by its members."""
    assert told(entries(field, before, after)) == expected


@given(st.sampled_from(FIELDS), lists, lists)
def test_entries_lose_nothing(field: str, before: list[Any], after: list[Any]) -> None:
    """Take away what went and put in what came: the newer list, but for its order."""
    count = Counter(map(canonical, before))
    for one in entries(field, before, after):
        if one.from_ is not UNSET:
            count[canonical(one.from_)] -= 1
        if one.to is not UNSET:
            count[canonical(one.to)] += 1

    assert +count == Counter(map(canonical, after))
    assert min(count.values(), default=0) >= 0


@given(st.sampled_from(FIELDS), lists, lists)
def test_the_way_back(field: str, before: list[Any], after: list[Any]) -> None:
    """As many entries come, go and change the other way round."""
    there, back = entries(field, before, after), entries(field, after, before)
    mirror = {"added": "removed", "removed": "added", "changed": "changed"}

    assert Counter(mirror[one.op] for one in there) == Counter(one.op for one in back)
