"""Hints of findings in the words of the editor."""

from __future__ import annotations

import pytest

from stdtree.label import Label
from stdtree.tui.present.findings import shortened
from stdtree.tui.present.hint import hint_shown
from stdtree.tui.present.line import Piece, line


@pytest.mark.parametrize(
    ("hint", "shown"),
    [
        ("登记标准或拟制定的标准：stdtree edit add-standard x-1", "登记标准或拟制定的标准"),
        ("移到别处：stdtree edit move-category x，或一并废止", "移到别处，或一并废止"),
        ("改正错字（stdtree edit rename-category x），或将两者合并", "改正错字，或将两者合并"),
        ("写上 definition: {zh: …}，一两句即可", "写上 zh 定义，一两句即可"),
        ("并入上级：stdtree edit combine-categories x --into y-2", "并入上级"),
        ("补上 en: …", "补上 en"),
        ("请另选类目", "请另选类目"),
    ],
)
def test_no_command_to_type_and_no_file_to_write(hint: str, shown: str) -> None:
    """What is left is what to do."""
    assert hint_shown(Label(hint, hint), "zh") == shown


def test_a_subject_that_the_message_names_is_not_said_twice() -> None:
    """In a narrow list the message has the room; the rule is left out."""
    mark, hint, rule = Piece("· "), Piece("  → 登记标准"), Piece(" empty-category")
    named = line(mark, Piece("AC2 合同  "), Piece("类目 AC2 “合同” 没有标准"), hint, right=(rule,))
    other = line(mark, Piece("GB/T 1-2020  "), Piece("名称“导则”没有 en 译文"), hint, right=(rule,))
    assert [piece.text for piece in shortened(named).left] == [
        "· ",
        "类目 AC2 “合同” 没有标准",
        "  → 登记标准",
    ]
    assert shortened(other).left == other.left
    assert shortened(other).right == ()
