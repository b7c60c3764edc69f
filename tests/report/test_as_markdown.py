"""Markdown in which data stays text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from stdtree.label import same
from stdtree.report import Cell, Heading, Item, Listing, Look, Paragraph, Report, Table, render
from stdtree.safe import safe

READER = MarkdownIt("gfm-like")
OURS = {"text", "strong_open", "strong_close", "hardbreak", "softbreak"}
HOSTILE = [
    "a | b", "`code`", "```", "<b>x</b>", "<!-- x", "&lt;", "@octocat hello", "closes #123",
    "GH-12", "![x](http://e.example/x.png)", "[x](javascript:alert(1))", "http://e.example/",
    "www.e.example", "me@e.example", "# heading", "- item", "1. one", "1) one", "+ x", "> quote",
    "---", "===", "***", "~~gone~~", "*a* _b_ __c__", "[x]: http://e.example", "[^1]", "    code",
    "\\", "a\nb", "\n\n# x", "$x$", "</details>", "<details>", ":::", "a\\|b", "- [ ] todo", "C#",
    "x #", "\u202eabc",
]  # fmt: skip
special = st.text("ab1 |`*_~#@<>&!()[]\\/:.-+=\"'\n\t$", min_size=1, max_size=20)


def everywhere(title: str) -> str:
    """A document with the title wherever a title can stand."""
    item = Item((Cell(same(title)), Cell(same(title), "strong")), (Item((Cell(same(title)),)),))
    report = Report(
        same(title),
        (
            Heading(same(title)),
            Paragraph(same(title)),
            Listing((item, Item((Cell(same(title)),), (item,), folded=True))),
            Table((same(title),), ((Cell(same(title)),), (Cell(same(title), "strong"),))),
        ),
    )
    return render(report, "markdown", Look("en"))


def inline(document: str) -> list[list[Token]]:
    """The inline tokens of every block."""
    return [token.children or [] for token in READER.parse(document) if token.type == "inline"]


def shown(tokens: list[Token]) -> str:
    """What a reader sees of a block."""
    return "".join(token.content for token in tokens).replace("\u200b", "")


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_come_out_as_text(title: str) -> None:
    """Each place shows the title itself, and no markup of the title's own works."""
    blocks = inline(everywhere(title))
    assert all({token.type for token in block} <= OURS for block in blocks)
    expected = safe(title).strip()
    assert len(blocks) == 10
    assert all(expected in shown(block) for block in blocks if block is not blocks[2])
    assert re.sub(r"\s", "", shown(blocks[2])) == re.sub(r"\s", "", safe(title, newlines=True))


@given(special)
def test_no_text_is_markup(title: str) -> None:
    """Whatever the title, readers see only text, in as many blocks as there are."""
    document = everywhere(title)
    assert all({token.type for token in block} <= OURS for block in inline(document))
    html = [token.content for token in READER.parse(document) if token.type == "html_block"]
    assert [tag for part in html for tag in re.findall(r"</?\w+", part)] == [
        "<details", "<summary", "</summary", "</details",
    ]  # fmt: skip


@given(special)
def test_nobody_is_mentioned(title: str) -> None:
    """No mention and no issue reference is left for a forge to act on."""
    assert not re.search(r"@\w|#[0-9a-z]|GH-[0-9]|://|www\.", everywhere(title).replace("\\#", "#"))
