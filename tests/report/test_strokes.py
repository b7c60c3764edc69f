"""Texts that were reworded, stroke by stroke, in every format."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from stdtree.label import Label, same
from stdtree.report import Cell, Item, Listing, Look, Report, render
from stdtree.report.strokes import joined, marked, strokes
from stdtree.safe import safe

texts = st.text("技术转移ab <>*~_`[]|@#-+{}\n\x1b\u202e", max_size=20)


def told(before: str, after: str, fmt: str, *, color: bool = False) -> str:
    """A report of one reworded text."""
    cell = Cell(same(after), was=same(before))
    report = Report(same("t"), (Listing((Item((Cell(same("·")), cell)),)),))
    return render(report, fmt, Look("zh", color=color))


@given(texts, texts)
def test_both_texts_come_back(before: str, after: str) -> None:
    """What stays and went is the old text, what stays and came the new one; all safe to show."""
    found = list(strokes(Cell(same(after), was=same(before)), "zh"))
    assert "".join(text for text, op in found if op != "added") == safe(before)
    assert "".join(text for text, op in found if op != "removed") == safe(after)


def test_word_by_word() -> None:
    """Marks without colour, colour without marks, tags in Markdown."""
    pair = "提供技术转移服务", "提供技术转移转化服务"
    assert told(*pair, "text") == "· 提供技术转移{+转化+}服务\n"
    assert "[-" not in told(*pair, "text", color=True)
    assert "\x1b[4;32m转化\x1b[0m" in told(*pair, "text", color=True)
    assert "- · 提供技术转移<ins>转化</ins>服务" in told(*pair, "markdown")


def test_another_text_is_told_whole() -> None:
    """Where next to nothing stays, the old text and the new one are easier to read."""
    cell = Cell(same("为科技成果提供的服务"), was=same("transfer 的定义"))
    assert marked(cell, "zh") == "[-transfer 的定义-]{+为科技成果提供的服务+}"


def test_each_language_by_itself() -> None:
    """What is the same in one language may differ in the other."""
    cell = Cell(Label("服务", "new services"), was=Label("服务", "services"))
    assert (marked(cell, "zh"), marked(cell, "en")) == ("服务", "{+new +}services")


def test_spaces_stand_between_words_only() -> None:
    """None behind a Chinese colon, none for what says nothing."""
    assert "".join(joined(["定义：", "甲", "", "乙"])) == "定义：甲 乙"


@given(texts, texts)
def test_no_text_is_markup(before: str, after: str) -> None:
    """In Markdown only our own tags work, whatever the texts hold."""
    reader = MarkdownIt("gfm-like")
    allowed = {"text", "html_inline", "softbreak"}
    for token in reader.parse(told(before, after, "markdown")):
        for part in token.children or []:
            assert part.type in allowed
            if part.type == "html_inline":
                assert part.content in {"<del>", "</del>", "<ins>", "</ins>"}


@given(texts, texts)
def test_nothing_steers_the_terminal(before: str, after: str) -> None:
    """Without colour not one escape is written."""
    assert not re.search("[\x1b\x9b\u202e]", told(before, after, "text"))
