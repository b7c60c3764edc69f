"""Where everything stands in a text, and its comments."""

from __future__ import annotations

import pytest

from stdtree.store.yaml_comments import comments
from stdtree.store.yaml_outline import find, line_end, outline


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有注释\n"])
def test_nothing_has_no_outline(text: str) -> None:
    """A text without a document."""
    assert outline(text) is None
    assert find(None, ["a"]) is None


SPANS = [
    ("甲: 乙 # c\n", "甲: 乙"),
    ("甲: '乙\n  丙' # c\n", "甲: '乙\n  丙'"),
    ("甲: |\n  a\n\n  b\n\n# c\n", "甲: |\n  a\n\n  b"),
    ("甲: |+\n  a\n\nb: c\n", "甲: |+\n  a\n"),
    ("甲: >- # c\n  a\n  b", "甲: >- # c\n  a\n  b"),
    ("甲:\n  - a\n  - b # c\n# d\ne: f\n", "甲:\n  - a\n  - b"),
    ("甲:\n- {a: b,\n   c: d} # e\n", "甲:\n- {a: b,\n   c: d}"),
    ("甲: [a, # b\n  c] # d\n", "甲: [a, # b\n  c]"),
    ("甲: {}\n", "甲: {}"),
    ("甲:\n\nb: c\n", "甲:"),
    ("甲: # c\nb: c\n", "甲:"),
    ("甲:\r\n  - a\r\n  - b\r\nc: d\r\n", "甲:\r\n  - a\r\n  - b"),
    ("{甲: [a], b: c}\n", "甲: [a]"),
]


@pytest.mark.parametrize(("text", "span"), SPANS)
def test_a_field_ends_with_its_content(text: str, span: str) -> None:
    """From its key to the last character of its value; no comment behind it, no blank line."""
    root = outline(text)

    assert root is not None
    assert root.entries is not None
    entry = root.entries["甲"]
    assert text[entry.start : entry.value.end] == span
    assert text[entry.start : entry.end] == "甲"


@pytest.mark.parametrize("text", ["[a, b]\n", "- a\n- b\n", "a b\n"])
def test_a_root_of_any_shape(text: str) -> None:
    """A file may hold a list or a text; its outline says so."""
    root = outline(text)

    assert root is not None
    assert root.entries is None
    assert text[root.start : root.end] == text.rstrip("\n")
    found = find(root, ["a", 0])
    assert found is root


def test_of_two_equal_keys_the_first_counts() -> None:
    """As for the value."""
    found = find(outline("a: b\na:\n  c: d\n"), ["a", "c"])

    assert found is not None
    assert (found.line, found.column) == (1, 4)


def test_comments() -> None:
    """Every `#` that starts a comment, and no other."""
    text = (
        "# 1\n'a # x': b # 2\nc: 'd # y' # 3\ne: f#g\nh: | # 4\n  # z\n  i # z\n\n  # z\n# 5\n"
        'j: [k, # 6\n    # 7\n  l]\t# 8\nm: "n\n  # o\n  " # 9 # 9\np: q:# r # 10\n'
    )

    found = list(comments(text, outline(text)))

    assert [comment.text for comment in found] == [
        "# 1", "# 2", "# 3", "# 4", "# 5", "# 6", "# 7", "# 8", "# 9 # 9", "# 10",
    ]  # fmt: skip
    assert all(text[c.start : c.end] == c.text for c in found)
    assert [c.line for c in found] == [1, 2, 3, 5, 10, 11, 12, 13, 16, 17]
    assert [c.text for c in found if not c.trailing] == ["# 1", "# 5", "# 7"]


def test_line_ends() -> None:
    """Before LF, before CRLF, and at the end of the text."""
    assert [line_end("ab\r\ncd\nef", at) for at in (0, 4, 8)] == [2, 6, 9]
