"""The details of a category."""

from __future__ import annotations

from msgspec.structs import replace

from stdtree.label import Label
from stdtree.model.finding import Finding, Severity, Subject
from stdtree.tui.present.details import details
from tests.trees import SYSTEM, category, sample


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


def test_relations_are_shown_with_both() -> None:
    """Whichever file says so; Enter goes to the other."""
    taxonomy = sample().with_(category("brokers", "B11", "transfer", related=("methods",)))
    for one, other in (("brokers", "methods"), ("methods", "brokers")):
        lines = details(taxonomy, taxonomy.categories[one], language="zh", width=60)
        (found,) = (each for each in lines if each.left[0].text.startswith("相关类目"))
        assert found.target == Subject("category", other)


def test_a_stale_translation_is_marked_beside_its_text() -> None:
    """In whatever language the details are shown; other texts are not."""
    taxonomy = sample()
    message = Label("“名称”译文未改", "the title is not translated anew")
    finding = Finding(
        "stale-translation",
        Severity.NOTE,
        Subject("category", "terms"),
        message,
        message,
        field=("title", "en"),
    )
    terms = taxonomy.categories["terms"]
    lines = details(taxonomy, terms, language="zh", width=60, findings=(finding,))
    told = ["".join(piece.text for piece in each.left) for each in lines]
    assert [line for line in told if "⚠" in line] == ["          Category terms ⚠ 译文可能过时"]
