"""Ids and lineage first; what they leave open is suggested. Tables are read as editions."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from stdtree.errors import StoreError
from stdtree.model.canonical import digest
from stdtree.model.category import Category, Retired, Successor
from stdtree.model.taxonomy import Taxonomy
from stdtree.workspace.editions import Edition
from stdtree.workspace.matching import match_by_ids, match_unrelated, table_edition
from tests.trees import sample


def edition(name: str, taxonomy: Taxonomy) -> Edition:
    """An edition of this content."""
    return Edition(name, taxonomy, digest(taxonomy))


def renewed(old: str, new: str, *, declared: bool) -> tuple[Edition, Edition]:
    """The sample before and after one category was retired and another came in its place."""
    before = sample()
    category = before.categories[old]
    successors = (Successor(id=new),) if declared else ()
    retired = Retired(release="1.1", succeeded_by=successors)
    after = before.with_(
        replace(category, status="retired", retired=retired),
        replace(category, id=new, title={"zh": f"{category.title['zh']}服务"}),
    )
    return edition("1.0", before), edition("1.1", after)


def test_what_was_retired_without_successor_is_suggested() -> None:
    """Retired, and something much like it is new: one match, and everything else is known."""
    matching = match_by_ids(*renewed("methods", "techniques", declared=False))

    assert [(m.source, m.target) for m in matching.matches] == [("methods", "techniques")]
    assert {row.basis for row in matching.known} == {"identity"}
    assert list(matching.unmatched_sources()) == []
    assert list(matching.unmatched_targets()) == []


def test_declared_lineage_is_not_second_guessed() -> None:
    """Where a successor is declared, nothing is left to suggest."""
    matching = match_by_ids(*renewed("methods", "techniques", declared=True))

    assert matching.matches == ()
    assert ("methods", "techniques", "lineage") in {
        (row.source, row.target, row.basis) for row in matching.known
    }


def test_equal_ids_of_unrelated_editions_mean_nothing() -> None:
    """Only what the categories hold counts."""
    ids = {"terms": "methods", "methods": "terms"}
    tree = sample()
    swapped = tree.with_(*(replace(tree.categories[a], id=b) for a, b in ids.items()))

    matching = match_unrelated(edition("a", tree), edition("b", swapped))

    assert ids.items() <= {(m.source, m.target) for m in matching.matches}


def test_what_has_no_partner_is_left_over() -> None:
    """On both sides, by the tree's order."""
    before = edition("a", Taxonomy(sample().system, [Category(id="x", title={"en": "Bakeries"})]))
    after = edition("b", Taxonomy(sample().system, [Category(id="y", title={"en": "Dentists"})]))

    matching = match_unrelated(before, after)

    assert [c.id for c in matching.unmatched_sources()] == ["x"]
    assert [c.id for c in matching.unmatched_targets()] == ["y"]


def test_a_table_is_an_edition(tmp_path: Path) -> None:
    """It is called as its file is, and has a digest as every edition."""
    path = tmp_path / "2012.tsv"
    path.write_text("code\tparent_code\ttitle_zh\nA\t\t农业\n", encoding="utf-8")

    found = table_edition(path)

    assert (found.name, len(found.taxonomy.categories)) == ("2012.tsv", 1)
    assert found.digest == digest(found.taxonomy)


def test_a_table_that_cannot_be_read(tmp_path: Path) -> None:
    """Missing, or in another encoding: the path is named."""
    gbk = tmp_path / "gbk.tsv"
    gbk.write_bytes("code\ttitle_zh\nA\t服务\n".encode("gbk"))

    for path in (tmp_path / "missing.tsv", gbk):
        with pytest.raises(StoreError) as refused:
            table_edition(path)
        assert str(path) in refused.value.message.zh
