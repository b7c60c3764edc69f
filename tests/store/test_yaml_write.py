"""Canonical text: read back it is the value, for us and for every loader."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import example, given

from stdtree.store import yaml_text, yaml_write
from tests.store.yaml_cases import mappings


@given(value=mappings)
@example(value={"x" * 120: []})
@example(value={"a": [[], {}, [[1]]], "b": {"c": [{}]}})
@example(value={"a": "b\u2028\x85\ufeff\x7f\x00"})
def test_reads_back(value: dict[str, Any]) -> None:
    """read(write(v)) is v without a problem, PyYAML agrees, and writing again changes nothing."""
    text = yaml_write.write(value)

    parsed = yaml_text.read(text.encode())

    assert parsed.problems == ()
    assert parsed.value == value
    assert yaml.safe_load(text) == value
    assert yaml_write.write(parsed.value) == text


@pytest.mark.parametrize(
    "text",
    ["no", "Y", "010", "1.10", "12:30:45", "2017-09-29", "1e3", "null", "", " a", "# a", "a: b"],
)
def test_quotes_what_loaders_read_differently(text: str) -> None:
    """Such texts are written in double quotes."""
    assert yaml_write.scalar(text) == f'"{text}"'


@pytest.mark.parametrize(
    "text", ["GB/T 34670-2017", "技术：转移", "a:b", "it's", "a#b", "b-", "?a b"[1:]]
)
def test_leaves_plain_text_plain(text: str) -> None:
    """Nothing is quoted without need."""
    assert yaml_write.scalar(text) == text


def test_short_lists_stand_on_one_line() -> None:
    """Up to the width; a longer one has a line for each item."""
    fits = ["a" * 10] * 7 + ["b" * (yaml_write.WIDTH - len("key: []") - 7 * 12)]

    assert list(yaml_write.entry("key", fits, 0)) == [f"key: [{', '.join(fits)}]"]
    assert len(list(yaml_write.entry("key", [*fits, "c"], 0))) == len(fits) + 2


def test_lines_stay_lines() -> None:
    """A text of several lines is written as such."""
    lines = list(yaml_write.entry("zh", "第一行\n\n第三行\n", 2))

    assert lines == ["  zh: |", "    第一行", "", "    第三行"]


def test_nothing_is_written_as_nothing() -> None:
    """An empty mapping is a mapping, not an empty file."""
    assert yaml_write.write({}, head="# a") == "# a\n{}\n"
