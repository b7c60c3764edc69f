"""Reports that have to fit into a document of limited length."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdtree.label import Label, same
from stdtree.report import (
    Block,
    Cell,
    Heading,
    Item,
    Listing,
    Look,
    Paragraph,
    Report,
    Table,
    render,
)
from stdtree.report.of_difference import LIMIT, of_difference
from tests.diff.pairs import between, pairs
from tests.trees import category, taxonomy

words = st.sampled_from(["技术", "transfer", "转移*转化", "a|b", "x" * 40])
cells = words.map(lambda text: Cell(same(text)))
leaves = st.builds(Item, st.tuples(cells), counts=st.integers(0, 2))
items = st.recursive(
    leaves,
    lambda below: st.builds(
        Item,
        st.tuples(cells),
        st.lists(below, max_size=6).map(tuple),
        st.booleans(),
        st.integers(0, 2),
    ),
    max_leaves=30,
)
sections = st.tuples(
    words.map(lambda text: Heading(same(text))),
    st.lists(items, max_size=12).map(lambda found: Listing(tuple(found)))
    | st.lists(st.tuples(cells), max_size=30).map(lambda rows: Table((same("c"),), tuple(rows))),
)
MORE = re.compile(r"另有 ([0-9]+) 项未列出")


def told(*blocks: Block, limit: int | None) -> str:
    """The document."""
    return render(Report(same("title"), blocks, limit=limit), "markdown", Look("zh"))


@settings(max_examples=60)
@given(st.lists(sections, min_size=1, max_size=4), st.integers(1000, 4000))
def test_a_document_keeps_to_its_limit(found: list[tuple[Block, Block]], limit: int) -> None:
    """However much there is to tell; what fits as a whole is told as a whole."""
    blocks = [block for section in found for block in section]
    whole, short = told(*blocks, limit=None), told(*blocks, limit=limit)
    assert len(short) <= limit
    if len(whole) <= limit:
        assert short == whole
    for heading, _ in found:
        assert isinstance(heading, Heading)
    assert short.count("\n## ") == len(found)


def long(count: int, **extra: Any) -> Listing:
    """A list of so many lines."""
    return Listing(tuple(Item((Cell(same(f"line {n}")),), counts=1, **extra) for n in range(count)))


def test_what_is_left_out_is_counted() -> None:
    """Listed and not listed are all there are."""
    short = told(Heading(same("a")), long(1000), limit=2000)
    found = MORE.search(short)
    assert found
    assert short.count("- line") + int(found[1]) == 1000


def test_small_sections_stay_whole() -> None:
    """What one section does not need is for the others."""
    blocks = (
        Heading(same("a")),
        long(500),
        Heading(same("b")),
        long(5),
        Heading(same("c")),
        long(9),
    )
    short = told(*blocks, limit=4000)
    assert short.count("未列出") == 1
    assert len(short) > 3500


def test_details_go_before_lines() -> None:
    """Every line is kept as long as there is room for it without what hangs below it."""
    detail = Item((Cell(same("detail " * 20)),))
    short = told(Heading(same("a")), long(50, below=(detail,)), limit=2500)
    assert (short.count("- line"), "detail" in short, "细节从略" in short) == (50, False, True)


def test_each_branch_keeps_its_first_lines() -> None:
    """A large branch does not push out the others."""
    branches = tuple(
        Item((Cell(same(f"branch {n}")),), long(200).items, counts=1) for n in range(10)
    )
    short = told(Heading(same("a")), Listing(branches), limit=6000)
    assert short.count("- branch") == 10
    assert short.count("… 另有") == 10


def test_the_limit_holds_for_a_difference_of_thousands() -> None:
    """Counted by section, so that nothing goes unnoticed; the summary always stays."""
    before = taxonomy(*(category(f"c{n}", f"A{n}") for n in range(3000)))
    after = taxonomy(
        *(category(f"c{n}", f"B{n}", title={"zh": f"服务{n}", "en": "x"}) for n in range(3000))
    )
    difference = between(before, after)
    text = render(of_difference(difference), "markdown", Look("zh"))
    assert LIMIT * 0.8 < len(text) <= LIMIT
    assert "9000 项变更" in text
    assert text.count("未列出") == 2


@given(pairs())
def test_nothing_is_cut_without_need(sides: Any) -> None:
    """A small difference is told in full."""
    text = render(of_difference(between(*sides)), "markdown", Look("zh"))
    assert "为控制篇幅" not in text


@pytest.mark.parametrize("style", ["warn", "plain"])
def test_what_comes_first_is_kept(style: Any) -> None:
    """The summary stands before the first heading and is never shortened."""
    first = Paragraph(Label("摘要", "summary"), style)
    assert "摘要" in told(first, Heading(same("a")), long(500), limit=800)
