"""The tree as an outline."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given

from stdtree.label import Language
from stdtree.model.output_views import TreeDocument
from stdtree.model.taxonomy import Taxonomy
from stdtree.report import Look, render
from stdtree.report.of_tree import of_tree
from tests.golden import assert_golden
from tests.trees import category, sample, standard, taxonomies, taxonomy

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_text(language: Language) -> None:
    """Code, title and the standards of each branch."""
    assert_golden(
        GOLDEN / f"tree.{language}.txt", render(of_tree(sample()), "text", Look(language))
    )


def test_json() -> None:
    """Rows for machines, parents first."""
    assert_golden(GOLDEN / "tree.json", render(of_tree(sample()), "json", Look()))


def test_one_branch() -> None:
    """A branch alone starts at its own root."""
    told = render(of_tree(sample(), "transfer"), "text", Look("en"))
    assert told.startswith("B1 Category transfer (2 + 1 planned)\n  B11 Category brokers (1)\n")


def test_retired_ones_appear_when_asked() -> None:
    """What ended is history, and marked as such."""
    tree = taxonomy(category("a", "A"), category("b", "B", status="retired"))
    assert "Category b" not in render(of_tree(tree), "text", Look("en"))
    assert "B Category b [retired]" in render(of_tree(tree, retired=True), "text", Look("en"))


def test_children_of_a_retired_category_stay_visible() -> None:
    """A broken tree hides nobody: what hangs below a retired category moves up."""
    rows = (standard("s", "GB/T 1-2020"),)
    tree = taxonomy(
        category("a", "A"),
        category("b", "B", "a", status="retired"),
        category("c", "C", "b", standards=rows),
    )
    assert render(of_tree(tree), "text", Look("en")).startswith(
        "A Category a (1)\n  C Category c (1)\n"
    )


@given(taxonomies)
def test_every_live_category_is_told_once(tree: Taxonomy) -> None:
    """As many lines and rows as there are live categories."""
    report = of_tree(tree)
    live = sorted(c.id for c in tree.categories.values() if c.is_live)
    document = msgspec.json.decode(render(report, "json", Look()), type=TreeDocument)
    assert sorted(row.id for row in document.rows) == live
    lines = render(report, "text", Look("zh")).splitlines()
    assert len(lines) == (len(live) + 2 if live else 1)
