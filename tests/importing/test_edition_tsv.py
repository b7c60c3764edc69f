"""Editions given as tables: what is read, and what is broken stays so."""

from __future__ import annotations

import pytest

from stdtree.errors import UsageError
from stdtree.importing.edition_tsv import decode

HEADER = "code\tparent_code\ttitle_en\ttitle_zh\tnotes\n"


def test_a_table_is_a_tree() -> None:
    """Codes, titles by language, notes as definition, parents by code."""
    found = decode(HEADER + "01\t\tFarming\t农业\t\n011\t01\tCrops\t\tGrows plants.\n", "rev1")

    (farming,) = found.children(None)
    (crops,) = found.children(farming.id)
    assert (farming.code, farming.title) == ("01", {"en": "Farming", "zh": "农业"})
    assert (crops.title, crops.definition) == ({"en": "Crops"}, {"en": "Grows plants."})
    assert found.system.languages == ("en", "zh")


def test_spreadsheets_leave_marks() -> None:
    """A byte order mark, CRLF and empty lines are no part of the table; quotes are."""
    found = decode('\ufeffcode\ttitle_zh\tnotes\r\nA\t"农业"\t种植\r\n\r\n', "a")

    (only,) = found.categories.values()
    assert (only.title, only.definition) == ({"zh": '"农业"'}, {"zh": "种植"})


def test_what_is_broken_stays_so() -> None:
    """A code that stands twice, a category above itself, a parent that is not there."""
    found = decode(HEADER + "A\t\tOne\t\t\nA\t\tTwo\t\t\nB\tB\tLoop\t\t\nC\tX\tOrphan\n", "a")

    assert [c.title["en"] for c in found.categories.values()] == ["One", "Two", "Loop", "Orphan"]
    assert len(found.by_code["A"]) == 2
    assert found.by_code["B"][0].parent == found.by_code["B"][0].id
    assert found.by_code["C"][0].parent not in found.categories


@pytest.mark.parametrize("text", ["", "code;title\n1;x\n", "code\tname\n1\tx\n", "title_en\nx\n"])
def test_another_shape_is_refused(text: str) -> None:
    """The message names the table, the hint the columns."""
    with pytest.raises(UsageError) as refused:
        decode(text, "list.tsv")

    assert "list.tsv" in refused.value.message.en
    assert refused.value.hint is not None
    assert "parent_code" in refused.value.hint.en
