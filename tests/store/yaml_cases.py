"""Hypothesis: plain values, the text we write for them, and damage done to such a text."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from stdtree.store import yaml_write
from tests.trees import plain, taxonomies

_TRICKY = st.sampled_from([
    "no", "Yes", "null", "~", "", "010", "1.10", "12:30", "12:30:45", "2017-09-29", "1e3", "0x1F",
    "=", "<<", "+1", "-", "- a", "a: b", "a:", ":a", "#", "a #b", "a# b", "---", "--- x", "...",
    "? x", "?x", "&a", "*a", "!t", "|", ">", "@a", "`a", "%a", "{a}", "[a]", "a, b", "'a'", '"a"',
    "it's", "\\n", " a", "a ", "\ta", "a\tb", "a\n", "a\nb", "a\n\nb\n", "\n", "a\n ", "\u0085",
    "a\u2028b", "\ufeffa", "技术：转移", "GB/T 4754-2017", "http://example.org/#a", "1_000", "0o7",
    ".5", "-.inf", ".", "a:b", "y", "N", "off", "9007199254740993", "x" * 120, "\x7f", "a\r\nb",
])  # fmt: skip
_LETTERS = st.text(
    alphabet=st.characters(exclude_categories=["Cs"])
    | st.sampled_from(" :#-?,[]{}&*!|>'\"%@`\n\t"),
    max_size=12,
)
texts = _TRICKY | _LETTERS
keys = st.from_regex(r"[A-Za-z_][A-Za-z0-9_-]{0,8}", fullmatch=True) | texts.filter(bool)
scalars = texts | st.integers(-(10**15), 10**15) | st.booleans() | st.none()
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)
mappings = st.dictionaries(keys, values, max_size=6)
"""Nested plain data as it may stand in a file."""

category_texts = taxonomies.filter(lambda made: bool(made.categories)).map(
    lambda made: yaml_write.write(plain(next(iter(made.categories.values()))))
)
"""Canonical texts of random categories."""
canonical_texts = mappings.map(yaml_write.write) | category_texts

_BITS = st.sampled_from([
    ":", ": ", "#", " #", "'", '"', "\t", "\r", "\x85", "\u2028", "- ", "-", "? ", "?", "&a ", "*a",
    "!t ", "---", "---\n", "...\n", "|", ">", "|-\n", " ", "  ", "\n", "\n\n", ",", "[", "]", "{}",
    "[a, b]", "[a,b]", "no", "010", "~", "null", "%", "@", "`", "\\", "\ufeff", "\x00", "，", "1",
    ".", "=", "<<: ", "# c\n", "<<", "a: 1\n", "  a: 1\n", "- a\n", "  - a\n", "y: ", "\ud7ff",
    "\ufffe",
])  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn, of: st.SearchStrategy[str] = canonical_texts) -> str:
    """A canonical text after up to four mutations of its lines and characters."""
    text = draw(of)
    for _ in range(draw(st.integers(1, 4))):
        text = draw(_mutated(text))
    return text


@st.composite
def _mutated(draw: st.DrawFn, text: str) -> str:
    kind = draw(st.sampled_from(["bit", "bit", "cut", "delete", "double", "swap", "indent"]))
    if kind in ("bit", "cut"):
        at = draw(st.integers(0, len(text)))
        return text[:at] + (draw(_BITS) + text[at:] if kind == "bit" else text[at + 1 :])
    lines = text.split("\n")
    first = draw(st.integers(0, len(lines) - 1))
    second = draw(st.integers(0, len(lines) - 1))
    if kind == "delete":
        del lines[first]
    elif kind == "double":
        lines.insert(second, lines[first])
    elif kind == "swap":
        lines[first], lines[second] = lines[second], lines[first]
    else:
        spaces = draw(st.integers(0, 5))
        lines[first] = " " * spaces + lines[first].lstrip(" ")
    return "\n".join(lines)


def as_plain(value: Any) -> Any:
    """Tuples as the lists they are in a file."""
    if isinstance(value, dict):
        return {key: as_plain(item) for key, item in value.items()}
    return [as_plain(item) for item in value] if isinstance(value, list | tuple) else value
