"""What holds for the report of every difference, in every format, on every machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.label import Label, Language
from stdtree.model.folding import TOLD_AS_REASONS
from stdtree.model.selection import Selection, selected
from stdtree.model.taxonomy import Taxonomy
from stdtree.report import Item, Listing, Look, Report, render
from stdtree.report.difference_categories import items, tree_of
from stdtree.report.of_difference import of_difference
from stdtree.wrapping import cells
from tests.diff.pairs import between, pairs
from tests.differences import small
from tests.golden import assert_golden
from tests.trees import category, taxonomy

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = [
    "<img src=x onerror=alert(1)>", "![x](http://e.example/x)", "@everyone closes #1", "=1+1",
    "\x1b[31mred\x9b2J", "\u202egnp.exe", "</details>", "a | b | c",
    "[-x-]{+y+}", "  ", "-", "\u200b",
]  # fmt: skip


def every_item(report: Report) -> Iterator[Item]:
    """All items of all lists, whatever hangs below what."""
    waiting = [one for b in report.blocks if isinstance(b, Listing) for one in b.items]
    while waiting:
        item = waiting.pop()
        yield item
        waiting.extend(item.below)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [80, 120])
def test_golden_on_a_screen(language: Language, width: int) -> None:
    """Folded to the width of the screen, consequences opened."""
    report = of_difference(small(), unfolding="--all")
    text = render(report, "text", Look(language, width, unfold=True, wrap=True))
    assert_golden(GOLDEN / f"difference.{language}.{width}.txt", text)


@given(pairs())
def test_every_change_of_a_category_is_told(sides: tuple[Taxonomy, Taxonomy]) -> None:
    """In the tree or folded below what is, none twice; notes are told as reasons of events."""
    difference = between(*sides)
    tree = tree_of(difference)
    told = [n for line in tree.lines for n in line.changes]
    told += [n for followers in tree.folded.values() for n in followers]
    told += [n for line in tree.lines for row in line.rows for n in row.changes]
    assert len(told) == len(set(told))
    assert {
        n
        for n, change in enumerate(difference.changes, 1)
        if change.entity == "category" and change.field != TOLD_AS_REASONS
    } <= set(told)
    counted = sum(item.counts for _, item in items(tree, difference))
    counted += sum(below.counts for _, item in items(tree, difference) for below in item.below)
    assert counted == len(told)


@given(pairs(), st.sampled_from(["text", "markdown"]), st.sampled_from(["zh", "en"]))
def test_any_difference_can_be_told(
    sides: tuple[Taxonomy, Taxonomy], fmt: str, language: Language
) -> None:
    """Broken trees, too; nothing on a screen is wider than the screen but a word that is."""
    report = of_difference(between(*sides))
    text = render(report, fmt, Look(language, 60, unfold=True, wrap=True))
    assert text.endswith("\n")


@given(pairs())
def test_the_figures_of_the_data_add_up(sides: tuple[Taxonomy, Taxonomy]) -> None:
    """By kind, by entity, by level, with the consequences among them."""
    difference = between(*sides)
    summary = msgspec.to_builtins(of_difference(difference).data)["summary"]
    assert sum(summary["changes"].values()) == len(difference.changes)
    for kind, count in summary["changes"].items():
        assert count == sum(found.get(kind, 0) for found in summary["entities"].values())
    assert sum(summary["events"].values()) == len(difference.events)
    assert summary["consequences"] == len(difference.causes)
    for level in summary["levels"]:
        steps = level.get("steps", {})
        came = sum(steps.get(s, 0) for s in ("added", "reinstated", "activated", "moved-in"))
        assert level["from"] + 2 * came - sum(steps.values()) == level["to"]


@given(pairs(), st.booleans())
def test_of_some_changes_only_these_are_told(
    sides: tuple[Taxonomy, Taxonomy],
    real: bool,  # noqa: FBT001  # drawn by Hypothesis
) -> None:
    """And how many there are of how many."""
    difference = between(*sides)
    only = selected(difference, Selection(real=real))
    if difference:
        text = render(of_difference(difference, only=only), "text", Look("zh", unfold=True))
        expected = (
            f"{len(only)} 项变更（共 {len(difference.changes)} 项）"
            if only
            else "没有符合条件的变更"
        )
        assert expected in text
        assert len({n for line in tree_of(difference, only).lines for n in line.changes}) <= len(
            only
        )


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_come_out_as_text(title: str) -> None:
    """Titles, definitions, notes and standards of anybody work as nothing but text."""
    text = {"zh": title, "en": title}
    before = taxonomy(category("a", "A", title=text), category("b", "B", definition=text))
    after = taxonomy(
        category("a", "A", title={"zh": f"{title}x", "en": title}, excludes=(text,)),
        category("b", "B", definition={"zh": f"新{title}", "en": "x"}),
        category("c", "C", title=text),
    )
    report = of_difference(between(before, after))
    for color in (False, True):
        told = render(report, "text", Look("zh", color=color))
        assert "\x1b[31mred" not in told
        assert color or "\x1b" not in told
        assert not any(char in told for char in "\x9b\u202e\u200b")
    document = render(report, "markdown", Look("zh"))
    for tag in ("<img", "![", "@everyone", "closes #1", "\x1b", "\u202e"):
        assert tag not in document
    assert document.count("<details>") == document.count("</details>")
    assert json.loads(render(report, "json", Look()))["format"] == "stdtree-difference/1"


def test_lines_fit_the_screen() -> None:
    """At every width, in both languages."""
    report = of_difference(small())
    for width in (60, 80, 120, 200):
        for language in ("zh", "en"):
            text = render(report, "text", Look(language, width, unfold=True, wrap=True))
            assert max(cells(line) for line in text.splitlines()) <= width


def test_the_same_bytes_everywhere() -> None:
    """Under any hash seed, locale and time zone."""
    code = (
        "import sys\nfrom tests.differences import small\nfrom stdtree.report import Look, render\n"
        "from stdtree.report.of_difference import of_difference\nreport = of_difference(small())\n"
        "for fmt in ('text', 'markdown', 'json'):\n"
        "    sys.stdout.buffer.write(render(report, fmt, Look('zh', unfold=True)).encode())\n"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone},
        ).stdout
        for seed, locale, zone in (
            ("0", "C", "UTC"),
            ("1", "zh_CN.UTF-8", "Asia/Shanghai"),
            ("4711", "de_DE.UTF-8", "America/New_York"),
        )
    }
    assert len(told) == 1


def test_warnings_beyond_number_are_counted() -> None:
    """A side of which hardly anything could be read does not bury what is known."""
    warnings = tuple(Label(f"警告{n}", f"warning {n}") for n in range(500))
    text = render(of_difference(replace(small(), warnings=warnings)), "markdown", Look("en"))
    assert ("warning 19" in text, "warning 20" in text, "480 more warnings" in text) == (
        True,
        False,
        True,
    )
