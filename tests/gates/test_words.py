"""What stdtree says is said in both languages, beside the code that says it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.gates.files import parsed, python_files, shown

CHINESE = re.compile(r"[\u4e00-\u9fff]")
WORDS = re.compile(r"[A-Za-z]{3,}")
NAMES = re.compile(
    r"`[^`]*`|\{[^}]*\}|stdtree [a-z-]+.*|\b[A-Z][A-Za-z]*[A-Z+]\w*\b"
    r"|\b(?:git|Esc|Enter|Tab|Ctrl)\b|[\w./-]+\.\w+"
)
"""What reads alike in both languages: commands, files, keys, abbreviations, filled-in values."""

SAYERS = {"Label", "say"}
"""What makes a label: the class, and the operations' templates."""


class Said(NamedTuple):
    """A label in the code."""

    where: str
    zh: str
    en: str


def _labels(path: Path) -> Iterator[Said]:
    for node in ast.walk(parsed(path)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in SAYERS
        ):
            named = [keyword.value for keyword in node.keywords if keyword.arg in ("zh", "en")]
            zh, en, *_ = (*map(_text, [*node.args, *named]), None, None)
            if zh is not None and en is not None:
                yield Said(f"{shown(path)}:{node.lineno}", zh, en)


def _text(node: ast.expr) -> str | None:
    """The text of a literal, `{}` where something is filled in; None if it is not one."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
        )
    return None


LABELS = [said for path in python_files("src") for said in _labels(path)]


def test_no_language_is_left_out() -> None:
    """Where one language says something, so does the other."""
    assert len(LABELS) > 300
    assert [said for said in LABELS if bool(said.zh.strip()) != bool(said.en.strip())] == []


def test_chinese_is_chinese() -> None:
    """Where the English has words, the Chinese has characters."""
    plain = [said._replace(en=NAMES.sub("", said.en)) for said in LABELS]

    assert [s for s in plain if WORDS.search(s.en) and not CHINESE.search(s.zh)] == []


def test_english_is_english() -> None:
    """No Chinese character is left in the English, but in an example of what to type."""
    examples = re.compile(r"zh=\S+|[\"“].*[\"”]|、|（.*）")
    names_of_languages = {("English", "中文")}

    assert [
        said
        for said in LABELS
        if CHINESE.search(examples.sub("", said.en)) and said[1:] not in names_of_languages
    ] == []


def test_chinese_has_chinese_punctuation() -> None:
    """Commas, colons and brackets between Chinese characters are full-width."""
    half_width = re.compile(
        r"[\u4e00-\u9fff”》}][,;:!?][\u4e00-\u9fff“《{]|[\u4e00-\u9fff][()]|[()][\u4e00-\u9fff]"
    )

    assert [said for said in LABELS if half_width.search(said.zh)] == []


def test_words_that_are_never_shown() -> None:
    """Messages speak the words of docs/glossary.md."""
    banned = re.compile(r"\b(?:invalid|illegal|node|item type|mapping)\b|节点", re.IGNORECASE)

    assert [said for said in LABELS if banned.search(f"{said.zh} {said.en}")] == []
