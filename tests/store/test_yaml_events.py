"""The correct way through YAML: every feature we do not use is a problem with a place."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from stdtree.store import yaml_text
from stdtree.store.file_tree import MAX_BYTES

PROBLEMS = [
    ("a: no\n", "ambiguous-value", 1, 4),
    ("a: b\nc: 010\n", "ambiguous-value", 2, 4),
    ("a:\n  - 2017-09-29\n", "ambiguous-value", 2, 5),
    ("1: a\n", "ambiguous-value", 1, 1),
    ("yes: a\n", "ambiguous-value", 1, 1),
    ("a: 1.10\n", "ambiguous-value", 1, 4),
    ("a: 12:30\n", "ambiguous-value", 1, 4),
    ("a: =\n", "ambiguous-value", 1, 4),
    ("<<: {a: b}\n", "ambiguous-value", 1, 1),
    ("a: b\na: c\n", "duplicate-key", 2, 1),
    ("t:\n  zh: a\n  zh: b\n", "duplicate-key", 3, 3),
    ("a: &x b\n", "unsupported-yaml", 1, 4),
    ("a: *x\n", "unsupported-yaml", 1, 4),
    ("a: !!python/object:os.system b\n", "unsupported-yaml", 1, 4),
    ("a: !t [b]\n", "unsupported-yaml", 1, 4),
    ("? [a, b]\n: c\n", "unsupported-yaml", 1, 3),
    ("a: b\n---\nc: d\n", "unsupported-yaml", 2, 1),
    ('a: "b\x85c"\n', "unsupported-yaml", 1, 6),
    ("a: 'b\u2028c'\n", "unsupported-yaml", 1, 6),
    ("a: b: c\n", "unreadable-file", 1, 5),
    ("a:\n\tb: c\n", "unreadable-file", 2, 1),
    ('a: "b\n', "unreadable-file", 1, 4),
    ("a: [b\n", "unreadable-file", 2, 1),
    ("a: b\n c: d\n", "unreadable-file", 2, 3),
    ("a: @b\n", "unreadable-file", 1, 4),
    ("a: %b\n", "unreadable-file", 1, 4),
    ("a: b\x07\n", "unreadable-file", 1, 5),
    ("a: 长\nb: 长\x07\n", "unreadable-file", 2, 5),
    ("a: " + "[" * 64 + "]" * 64 + "\n", "unreadable-file", 1, 67),
]


@pytest.mark.parametrize(
    ("text", "rule", "line", "column"), PROBLEMS, ids=lambda case: repr(case)[:24]
)
def test_problem_has_a_rule_and_a_place(text: str, rule: str, line: int, column: int) -> None:
    """One text, one problem, where it stands."""
    (problem,) = yaml_text.read(text.encode()).problems

    assert (problem.rule, problem.line, problem.column) == (rule, line, column)
    assert problem.message.zh
    assert problem.message.en
    assert problem.hint.zh
    assert problem.hint.en


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("a:\n\tb: c\n", "制表符"),
        ("a: b\n\tc: d\n", "制表符"),
        ("a: [\n", "括号"),
        ("%YAML 9.9\n---\na: b\n", "%YAML"),
        ('a: "\\ud800"\n', "转义"),
    ],
)
def test_common_mistakes_are_told_in_chinese(text: str, zh: str) -> None:
    """Not in the words of the parser."""
    (problem,) = yaml_text.read(text.encode()).problems
    assert zh in problem.message.zh


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("id: a\ncode B\nparent: c\n", 2, "a colon is missing", "mend this line"),
        ("id: a\ncode：B\nparent: c\n", 2, "full-width", "'key: value'"),
        ("id: a\ncode:B\nparent: c\n", 2, "no space follows", "'key: value'"),
        ("id: a\n<<<<<<< main\ncode: B\n=======\n>>>>>>> x\n", 2, "conflict", "delete the lines"),
        ("id: a\n\tcode: B\n", 2, "tabs cannot indent", "spaces"),
        ("id: a\ncode: 'B\nparent: c\n", 2, "a quote is not closed", "mend this line"),
    ],
)
def test_the_line_to_mend_is_told(text: str, line: int, message: str, hint: str) -> None:
    """Not the one at which the parser noticed."""
    (problem,) = yaml_text.read(text.encode()).problems
    assert problem.line == line
    assert message in problem.message.en
    assert hint in problem.hint.en


def test_a_message_quotes_little() -> None:
    """A value of any length is named by its beginning."""
    (problem,) = yaml_text.read(b"a: " + b"9" * 5000).problems
    assert problem.rule == "ambiguous-value"
    assert max(map(len, (problem.message.zh, problem.message.en, problem.hint.en))) < 120
    assert "999…" in problem.hint.zh


def test_a_key_that_is_no_text_is_left_out() -> None:
    """It has no name under which anything could be said of its value."""
    assert yaml_text.read(b"? [a, b]\n: {c: d}\ne: f\n").value == {"e": "f"}


def test_what_can_be_read_is_read() -> None:
    """Problems below the syntax leave the rest of the value."""
    parsed = yaml_text.read(b"a: no\nb: &x c\nd: *x\ne: f\ne: g\n")

    assert parsed.value == {"a": "no", "b": "c", "d": None, "e": "f"}
    assert [problem.line for problem in parsed.problems] == [1, 2, 3, 5]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("# 只有注释\n", None),
        ("---\n", None),
        ("a\n", "a"),
        (
            "{a: [1, -2, true, null, ~, x y], b: {}}\n",
            {"a": [1, -2, True, None, None, "x y"], "b": {}},
        ),
        (
            "a: 'no'\nb: \"010\"\nc: |\n  yes\nd: >-\n  e\n  f\n",
            {"a": "no", "b": "010", "c": "yes\n", "d": "e f"},
        ),
        ("%YAML 1.1\n---\na: b\n...\n", {"a": "b"}),
        ("? a\n: b\n", {"a": "b"}),
        ("a: " + "[" * 63 + "]" * 63 + "\n", {"a": yaml.safe_load("[" * 63 + "]" * 63)}),
    ],
)
def test_reads_all_other_yaml(text: str, value: Any) -> None:
    """Styles that we do not write are read as PyYAML reads them."""
    parsed = yaml_text.read(text.encode())

    assert parsed.value == value == yaml.safe_load(text)
    assert parsed.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "".join(
            f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n"
            for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        "a: " + "[" * 100_000 + "\n",
        "".join(" " * depth + "- \n" for depth in range(2000)),
        "a: " + "{b: " * 5000,
    ],
    ids=["aliases", "brackets", "dashes", "braces"],
)
def test_hostile_text_costs_nothing(text: str) -> None:
    """Bombs end early: no expansion, no recursion."""
    assert yaml_text.read(text.encode()).problems


def test_bytes() -> None:
    """BOM and CRLF are read and noted; other encodings and large files are not read."""
    tidy = yaml_text.read(b"\xef\xbb\xbfa: b\r\nc: d\r\n")
    assert tidy.value == {"a": "b", "c": "d"}
    assert [problem.rule for problem in tidy.problems] == ["untidy-file", "untidy-file"]

    (wrong,) = yaml_text.read("a: b\nc: 技术\n".encode("gb18030")).problems
    assert wrong.rule == "unreadable-file"
    assert "第 2 行" in wrong.message.zh

    (large,) = yaml_text.read(b" " * (MAX_BYTES + 1)).problems
    assert large.rule == "unreadable-file"
