"""How texts were reworded."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdtree.model.wording import Piece, reworded

TEXTS = st.text(alphabet="技术转移服务 transfer,，.。的a\n", max_size=40)


def shown(before: str, after: str) -> str:
    """Pieces in one line: what went in [], what came in {}."""
    marks = {"same": "{}", "removed": "[{}]", "added": "{{{}}}"}
    return "".join(marks[piece.op].format(piece.text) for piece in reworded(before, after))


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("", "", ""),
        ("技术转移", "技术转移", "技术转移"),
        ("技术转移服务", "技术转移转化服务", "技术转移{转化}服务"),
        ("研究开发及其服务", "研究开发服务", "研究开发[及其]服务"),
        ("Technology transfer", "Knowledge transfer", "[Technology]{Knowledge} transfer"),
        (
            "按 GB/T 34670-2017 执行",
            "按 GB/T 34670-2027 执行",
            "按 GB/T [34670-2017]{34670-2027} 执行",
        ),
        ("", "新增", "{新增}"),
        ("删去", "", "[删去]"),
        ("a b, and c", "a b, d and c", "a b, {d }and c"),
        ("one and two", "one, more and four", "one{, more} and [two]{four}"),
    ],
)
def test_words_not_letters_change(before: str, after: str, wanted: str) -> None:
    """Western words as wholes, Chinese by characters."""
    assert shown(before, after) == wanted


def test_an_island_between_changes_counts_as_changed() -> None:
    """One character that happens to stay does not tear a new wording apart."""
    assert shown("甲乙的丙丁。", "子丑的寅卯。") == "[甲乙的丙丁]{子丑的寅卯}。"


@given(TEXTS, TEXTS)
def test_both_texts_come_back(before: str, after: str) -> None:
    """Nothing of either text is lost, and no two neighbours are of one kind."""
    pieces = reworded(before, after)
    assert "".join(piece.text for piece in pieces if piece.op != "added") == before
    assert "".join(piece.text for piece in pieces if piece.op != "removed") == after
    assert all(one.op != other.op for one, other in pairwise(pieces))
    assert all(piece.text for piece in pieces)


@given(TEXTS)
def test_an_equal_text_is_one_piece(text: str) -> None:
    """What is equal is not cut up."""
    assert reworded(text, text) == ((Piece("same", text),) if text else ())
