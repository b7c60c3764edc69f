"""Every product of a release and of a difference, as it is published."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from stdtree import export
from stdtree.errors import UsageError
from stdtree.export import Exporter, Source
from stdtree.label import Language
from stdtree.model.canonical import digest
from stdtree.report import Look, render
from stdtree.report.of_correspondence import of_correspondence
from stdtree.report.of_difference import of_difference
from tests.differences import small
from tests.export.office import document_text, workbook_text
from tests.golden import assert_golden
from tests.trees import sample

GOLDEN = Path(__file__).parent / "golden"
PRODUCTS = export.catalogue()
READ = {".xlsx": workbook_text, ".docx": document_text}
"""What people cannot read in a review is compared by what it says."""


def source(exporter: Exporter) -> Source:
    """What the exporter works from: the sample, or the small difference."""
    if exporter.of == "release":
        tree = sample()
        return Source("1.0", tree, date="2026-01-15", digest=digest(tree))
    difference = small()

    def document(fmt: str, language: Language) -> str:
        return render(of_difference(difference), fmt, Look(language))

    def correspondence(fmt: str, language: Language) -> str:
        return render(of_correspondence(difference), fmt, Look(language))

    return Source(
        "1.1",
        difference.after.taxonomy,
        difference=difference,
        document=document,
        correspondence=correspondence,
    )


@pytest.mark.parametrize("name", PRODUCTS)
def test_golden(name: str) -> None:
    """The files are those that people read and approved."""
    exporter = PRODUCTS[name]
    for file in export.render(exporter, source(exporter)):
        as_text = READ.get(Path(file.path).suffix)
        if as_text:
            assert_golden(GOLDEN / f"{file.path}.txt", as_text(file.data))
        else:
            assert_golden(GOLDEN / file.path, file.data)


@pytest.mark.parametrize("name", PRODUCTS)
def test_same_input_same_bytes(name: str) -> None:
    """No clock, no environment, no order of insertion."""
    exporter = PRODUCTS[name]
    given = source(exporter)
    tree = given.taxonomy
    turned = tree.with_(*reversed(tree.categories.values()), without=tree.categories)
    again = replace(given, taxonomy=turned)
    first, second = list(export.render(exporter, given)), list(export.render(exporter, again))
    assert first == second


@pytest.mark.parametrize("name", [n for n, made in PRODUCTS.items() if made.of == "difference"])
def test_difference_product_needs_two_releases(name: str) -> None:
    """Asked for with one release, it says what is missing."""
    with pytest.raises(UsageError, match=r"there is only 1\.0"):
        list(export.render(PRODUCTS[name], Source("1.0", sample())))
