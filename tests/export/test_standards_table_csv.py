"""The table of standards holds each standard once, in order."""

from __future__ import annotations

import csv

from hypothesis import given

from stdtree.export import Source
from stdtree.export.standards_table_csv import EXPORTER
from stdtree.model.standard import Adoption, Plan
from stdtree.model.taxonomy import Taxonomy
from tests.trees import category, standard, taxonomies, taxonomy


def rows(tree: Taxonomy) -> list[list[str]]:
    """The table without its header."""
    text = EXPORTER.render(Source("1.0", tree), "zh").decode("utf-8-sig")
    return list(csv.reader(text.splitlines()))[1:]


@given(taxonomies)
def test_each_standard_stands_once(tree: Taxonomy) -> None:
    """As many rows as active categories have, numbered from 1."""
    live = [row for c in tree.categories.values() if c.status == "active" for row in c.standards]
    assert [row[0] for row in rows(tree)] == [str(n) for n in range(1, len(live) + 1)]


def test_rows_are_in_the_order_of_numbers_planned_ones_last() -> None:
    """Numbers sort as numbers; what has none yet comes last."""
    tree = taxonomy(
        category(
            "a", "A",
            standards=(
                standard("p"), standard("s10", "GB/T 10-2020"), standard("s9", "GB/T 9-2020"),
            ),
        )
    )  # fmt: skip
    assert [row[3] for row in rows(tree)] == ["GB/T 9-2020", "GB/T 10-2020", ""]


def test_a_full_row() -> None:
    """Every column says what it is for."""
    earlier = standard("old", "GB/T 1-2009", status="replaced")
    row = standard(
        "new", "GB/T 1-2020", replaces=("old",), committee="SAC/TC 1", published="2020-03-31",
        in_force="2020-10-01", adopts=Adoption(number="ISO 1:2016", degree="MOD"),
        also_in=("b",), remark={"zh": "重点"}, plan=Plan(stage="to-revise"),
    )  # fmt: skip
    tree = taxonomy(category("a", "A", standards=(earlier, row)), category("b", "B"))
    assert rows(tree)[1] == [
        "2", "A", "类目a", "GB/T 1-2020", "标准new", "现行", "国家标准", "SAC/TC 1", "2020-03-31",
        "2020-10-01", "ISO 1:2016 MOD", "GB/T 1-2009", "重点；同时列入：B 类目b",
    ]  # fmt: skip
