"""Where what was searched for stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.search import sought
from stdtree.search.marks import spans


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("技术转移服务", "转移", ["转移"]),
        ("技术转移服务", "服务 技术", ["技术", "服务"]),
        ("技术转移服务", "szy", ["术转移"]),
        ("技术转移服务", "jishu", ["技术"]),
        ("技术转移服务", "zhuany", ["转移"]),
        ("行业标准", "hybz", ["行业标准"]),
        ("技术转移", "术转 技术", ["技术转"]),
        ("Technology Transfer", "TRANS", ["Trans"]),
        ("技术转移", "标准", []),
        ("技术转移", "status:draft", []),
        ("Straße", "strasse", []),
        ("", "a", []),
    ],
)
def test_marked(text: str, typed: str, marked: list[str]) -> None:
    """Words as they are typed, pinyin by its characters; what runs together is one mark."""
    assert [text[start:end] for start, end in spans(text, sought(typed))] == marked


@given(st.text(max_size=12), st.text(max_size=6))
def test_marks_are_apart_and_within(text: str, typed: str) -> None:
    """Whatever is written and typed, hostile or not."""
    places = [place for span in spans(text, sought(typed)) for place in span]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)
