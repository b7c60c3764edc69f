"""The statistics table adds up."""

from __future__ import annotations

import csv
from itertools import groupby

from hypothesis import given

from stdtree.export import Source
from stdtree.export.statistics_csv import EXPORTER
from stdtree.model.counts import standing
from stdtree.model.standard import Plan
from stdtree.model.taxonomy import Taxonomy
from tests.trees import category, standard, taxonomies, taxonomy


def rows(tree: Taxonomy) -> list[list[str]]:
    """The table without its header."""
    text = EXPORTER.render(Source("1.0", tree), "en").decode("utf-8-sig")
    return list(csv.reader(text.splitlines()))[1:]


@given(taxonomies)
def test_each_group_adds_up_to_the_same(tree: Taxonomy) -> None:
    """By level, by kind and by part: three ways to count the same standards."""
    live = [s for c in tree.categories.values() if c.status == "active" for s in c.standards]
    existing = sum(standing(row) == "existing" for row in live)
    planned = sum(standing(row) == "planned" for row in live)
    groups = [list(found) for _, found in groupby(rows(tree), key=lambda row: row[0])]
    assert len(groups) == 3
    for *items, total in groups:
        assert [int(total[2]), int(total[3])] == [existing + planned, existing]
        assert sum(int(row[2]) for row in items) == existing + planned
        assert sum(int(row[3]) for row in items) == existing


def test_planned_standards_are_needed_at_their_intended_level() -> None:
    """应有数 counts what is still to be drafted where it should stand; ended editions nowhere."""
    tree = taxonomy(
        category(
            "a", "A",
            standards=(
                standard("one", "GB/T 1-2020"),
                standard("two", None, plan=Plan(stage="to-draft", level="national")),
                standard("gone", "GB/T 1-2009", status="replaced"),
                standard("three", "T/TMAC 021-2020", kind="method"),
            ),
        )
    )  # fmt: skip
    by_item = {(row[0], row[1]): row[2:] for row in rows(tree)}
    assert by_item["Level", "national"] == ["2", "1", "50.0"]
    assert by_item["Level", "group"] == ["1", "1", "100.0"]
    assert by_item["Level", "local"] == ["0", "0", ""]
    assert by_item["Kind", "method"] == ["1", "1", "100.0"]
    assert by_item["Kind", "Not determined"] == ["2", "1", "50.0"]
    assert by_item["Part", "A Category a"] == ["3", "2", "66.7"]
