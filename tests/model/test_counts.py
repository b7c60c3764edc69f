"""One way of counting for releases, reports and the statistics table."""

from __future__ import annotations

from stdtree.model.counts import counts
from tests.trees import category, sample, standard, taxonomy


def test_sample() -> None:
    """Categories by level, standards that exist, standards that are planned."""
    found = counts(sample())
    assert (found.categories, found.standards, found.planned) == (8, 3, 1)
    assert found.levels == {"part": 2, "domain": 5, "group": 1}


def test_ended_editions_drafts_and_retired_categories_do_not_count() -> None:
    """What is no more, or not yet, is in no figure."""
    row = standard("s", "GB/T 1-2020")
    gone = standard("old", "GB/T 1-2009", status="replaced")
    found = counts(
        taxonomy(
            category("a", "A", standards=(gone, standard("w", "GB 2-2000", status="withdrawn"))),
            category("d", None, "a", status="draft", standards=(row,)),
            category("r", "B", status="retired", standards=(standard("x", "GB 3-2000"),)),
        )
    )
    assert (found.categories, found.standards, found.planned) == (1, 0, 0)
