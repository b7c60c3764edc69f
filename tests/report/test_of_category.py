"""One category in full."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from stdtree.label import Language
from stdtree.model.category import Retired, Successor
from stdtree.model.output_views import CategoryDocument
from stdtree.report import Look, render
from stdtree.report.of_category import of_category, referred_by
from tests.golden import assert_golden
from tests.trees import category, sample

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("fmt", "ending"), [("text", "txt"), ("markdown", "md")])
def test_golden(language: Language, fmt: str, ending: str) -> None:
    """Fields, children and the table of standards."""
    tree = sample()
    text = render(of_category(tree, tree.categories["transfer"]), fmt, Look(language))
    assert_golden(GOLDEN / f"category.{language}.{ending}", text)


def test_json() -> None:
    """The category as in its file, and what surrounds it."""
    tree = sample()
    text = render(of_category(tree, tree.categories["terms"]), "json", Look())
    document = msgspec.json.decode(text, type=CategoryDocument)
    assert document.category == tree.categories["terms"]
    assert (document.path, document.listed) == (("basics",), ("gbt-34670-2017",))


def test_everything_that_refers_to_it_is_found() -> None:
    """Exclusions, lineage and rows listed from elsewhere."""
    tree = sample().with_(
        category("young", "B4", "fields", split_from=("terms",)),
        category(
            "old", None, status="retired",
            retired=Retired(release="1.1", succeeded_by=(Successor(id="terms"),)),
        ),
    )  # fmt: skip
    assert {(found.id, found.field) for found in referred_by(tree, "terms")} == {
        ("young", "split_from"),
        ("old", "retired.succeeded_by"),
        ("gbt-34670-2017", "also_in"),
    }
    assert [found.id for found in referred_by(tree, "incubation")] == ["transfer"]


def test_relations_are_told_of_both() -> None:
    """Whichever file says so; for machines with the file, for people once."""
    tree = sample().with_(category("brokers", "B11", "transfer", related=("methods",)))
    for one, other in (("brokers", "A2 Category methods"), ("methods", "B11 Category brokers")):
        told = render(of_category(tree, tree.categories[one]), "text", Look("en"))
        assert told.count(other) == 1
        assert f"related to: {other}" in told
    assert [(one.id, one.field) for one in referred_by(tree, "methods")] == [("brokers", "related")]


def test_inherited_owner_is_marked() -> None:
    """Who is responsible, and whether by inheritance."""
    tree = sample().with_(category("norms", "A21", "methods"))
    told = render(of_category(tree, tree.categories["norms"]), "text", Look("en"))
    assert "owner: Sample lab (inherited)" in told
