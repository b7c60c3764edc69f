"""The details of a category."""

from __future__ import annotations

from msgspec.structs import replace

from stdtree.tui.present.details import details
from tests.trees import SYSTEM, sample


def test_the_notice_stands_with_the_topmost_categories() -> None:
    """What the system says of itself is in view, and not repeated on every page."""
    noticed = replace(SYSTEM, notice={"zh": "征求意见稿", "en": "Draft for comment"})
    taxonomy = sample().with_(system=noticed)

    told = {
        category_id: "\n".join(
            "".join(piece.text for piece in each.left)
            for each in details(taxonomy, taxonomy.categories[category_id], language="zh", width=60)
        )
        for category_id in ("basics", "terms")
    }

    assert "征求意见稿" in told["basics"]
    assert "征求意见稿" not in told["terms"]
