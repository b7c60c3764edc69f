"""Saving changes only what changed."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.model.category import Category, ordered
from stdtree.store import yaml_text
from stdtree.store.decode import decode, encode
from stdtree.store.layout import KINDS
from stdtree.store.splice import splice
from stdtree.store.yaml_outline import line_end, outline
from tests.effort import one_in
from tests.store.styles import Style, categories, edited, styled, styles


def understood(text: str) -> Category:
    """The category in a text, with its rows in order."""
    value = decode(KINDS["category"], yaml_text.read(text.encode()).value).value
    assert isinstance(value, Category)
    return ordered(value)


def spliced(text: str, before: Category, after: Category) -> str:
    """The text after an edit."""
    value = yaml_text.read(text.encode()).value
    return splice(text, value, old=encode(before), new=encode(after))


def sections(text: str) -> dict[str, str]:
    """The whole lines of each field of a text."""
    root = outline(text)
    assert root is not None
    return {
        key: text[entry.start : line_end(text, entry.value.end)]
        for key, entry in (root.entries or {}).items()
    }


def comments(text: str) -> set[str]:
    """All the comments that `styled` has written."""
    return set(re.findall(r"# (?:about \w+|trailing \d+|the end)", text))


@given(st.data(), categories, styles)
def test_an_edit_changes_only_the_lines_of_its_field(
    data: st.DataObject, before: Category, style: Style
) -> None:
    """Read again it is what was meant; other fields and the comments outside keep their bytes."""
    text = styled(before, style)
    after = data.draw(edited(before))

    made = spliced(text, before, after)

    assert understood(made) == ordered(after), made
    changed = {
        key
        for key in (*encode(before), *encode(after))
        if encode(before).get(key) != encode(after).get(key)
    }
    old, new = sections(text), sections(made)
    for key in old.keys() - changed:
        assert new[key] == old[key]
    inside = "\n".join(old[key] for key in changed & old.keys())
    assert comments(text) - comments(inside) <= comments(made)
    assert {key for key in new if key not in old} <= changed
    if style.newline == "\r\n":
        assert "\n" not in made.replace("\r\n", "")


@one_in(2)
@given(st.data(), categories, styles)
def test_comments_inside_a_changed_field_stay_if_no_row_goes(
    data: st.DataObject, before: Category, style: Style
) -> None:
    """A changed field keeps its comments; only a row that is deleted takes its own with it."""
    text = styled(before, style)
    after = data.draw(edited(before))
    rows = {row.id for row in after.standards}
    if not all(row.id in rows for row in before.standards):
        return

    made = spliced(text, before, after)

    assert comments(text) <= comments(made)


@one_in(3)
@given(categories, styles)
def test_no_edit_changes_nothing(category: Category, style: Style) -> None:
    """The same value gives the same bytes."""
    text = styled(category, style)

    assert spliced(text, category, category) == text


HAND = """\
# 头
id: it
title: {zh: 甲, en: A}  # 名称
status: active
includes:
- zh: 一
- zh: 二  # 存疑
standards:
# 首行
- number: null
  id: s-a
  title: {zh: 旧}
  # 乙
- id: s-b
  title:
    zh: 新   # 新
x-note: 未知字段
"""
HAND_BEFORE = understood(HAND)
EDITS = [
    (
        {"title": {"zh": "甲", "en": "B"}},
        "title: {zh: 甲, en: A}  # 名称",
        "# 名称\ntitle:\n  zh: 甲\n  en: B",
    ),
    ({"status": "draft"}, "status: active", "status: draft"),
    ({"code": "B1"}, "id: it", "id: it\ncode: B1"),
    ({"owner": "lab", "split_from": ("b",)}, "存疑", "存疑\nowner: lab\nsplit_from: [b]"),
    ({"includes": ()}, "includes:\n- zh: 一\n- zh: 二  # 存疑", "# 存疑"),
    (
        {"standards": HAND_BEFORE.standards[1:]},
        "- number: null\n  id: s-a\n  title: {zh: 旧}\n",
        "",
    ),
    ({"standards": HAND_BEFORE.standards[:1]}, "- id: s-b\n  title:\n    zh: 新   # 新\n", ""),
]


@pytest.mark.parametrize(("change", "was", "becomes"), EDITS)
def test_by_hand(change: dict[str, object], was: str, becomes: str) -> None:
    """What exactly becomes of a file that a person wrote."""
    after = msgspec.structs.replace(HAND_BEFORE, **change)

    assert HAND.count(was) == 1
    assert spliced(HAND, HAND_BEFORE, after) == HAND.replace(was, becomes)


SYSTEM = """\
levels:
  # the first
  - id: part
    title: {zh: 部分}
    pattern: "[A-Z]"
  # the last
  - id: item
    title: {zh: 项目}
    pattern: "[A-Z]{3}"
"""


def level(name: str) -> dict[str, object]:
    """A level."""
    titles = {"part": "部分", "item": "项目"}
    patterns = {"part": "[A-Z]", "item": "[A-Z]{3}"}
    return {
        "id": name,
        "title": {"zh": titles.get(name, "新")},
        "pattern": patterns.get(name, "[A-Z]{2}"),
    }


@pytest.mark.parametrize(
    ("levels", "all_stay"),
    [
        (["part", "domain", "item"], True),
        (["part", "item", "domain"], True),
        (["domain", "part", "item"], False),
        (["domain", "item"], False),
        (["part", "domain"], False),
        (["item", "part"], False),
        (["item", "domain", "part"], False),
    ],
)
def test_rows_whose_order_means_something(levels: list[str], *, all_stay: bool) -> None:
    """A new row stands where it belongs; what stays keeps its bytes if it keeps its order."""
    old = {"levels": [level("part"), level("item")]}
    new = {"levels": [level(name) for name in levels]}

    made = splice(SYSTEM, yaml_text.read(SYSTEM.encode()).value, old=old, new=new)

    assert yaml_text.read(made.encode()).value == new
    assert made.count("# the") == 2
    if all_stay:
        assert set(SYSTEM.splitlines()) <= set(made.splitlines())
        row = made.splitlines().index("  - id: item")
        assert made.splitlines()[row - 1] == "  # the last"


def test_rows_without_ids_are_told_apart_as_the_model_says() -> None:
    """An accepted finding is known by its rule and subject: the others keep style and comments."""
    text = (
        "accepted:\n"
        "  - {rule: single-child, subject: a, reason: {zh: 甲}}  # flow\n"
        "  - rule: empty-category  # by rule\n"
        "    subject: a\n"
        "    reason: {zh: 乙}\n"
    )
    value = yaml_text.read(text.encode()).value
    one, other = value["accepted"]
    dated = {**other, "until": "2027"}
    fresh = {"rule": "single-child", "subject": "b", "reason": {"zh": "丙"}}

    made = splice(text, value, old=value, new={"accepted": [one, dated, fresh]})

    assert made == text + (
        '    until: "2027"\n  - rule: single-child\n    subject: b\n    reason:\n      zh: 丙\n'
    )
    left = splice(text, value, old=value, new={"accepted": [other]})
    assert left.splitlines() == [line for line in text.splitlines() if "flow" not in line]
