"""Before and after, side by side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from stdtree.diff import compare
from stdtree.edit import decode
from stdtree.label import same
from stdtree.model.difference import Difference, End
from stdtree.tui.present.line import Piece, plain
from stdtree.tui.present.sides import fields, side_lines
from stdtree.tui.present.strokes import beside, reworded, wrapped
from tests.trees import sample


def difference(*steps: tuple[str, dict[str, object]]) -> Difference:
    """The sample before and after some edits."""
    after = sample()
    for operation, given_ in steps:
        after = decode(operation, given_).apply(after)
    return compare(End("1.0", sample(), ""), End("WORK", after, ""))


@pytest.mark.parametrize(
    ("step", "shown"),
    [
        (("rename-category", {"id": "terms", "name": {"zh": "术语"}}), ("~", "名称", "术语")),
        (("recode-category", {"id": "methods", "code": "A9"}), ("→", "体系编号", "A2", "A9")),
        (("set-owner", {"id": "terms", "owner": "lab"}), ("+", "责任单位")),
        (("move-category", {"id": "incubation", "to": "basics", "code": "A3"}), ("→", "上级类目")),
        (
            ("retire-category", {"id": "promotion", "release": "1.1", "reason": {"zh": "不要了"}}),
            ("-", "状态", "有效", "废止", "不要了"),
        ),
        (("add-category", {"parent": "basics", "name": {"zh": "新增者"}}), ("+", "新增者")),
        (("edit-texts", {"id": "terms", "excludes": [{"zh": "另见"}]}), ("+", "不包括", "另见")),
    ],
    ids=lambda one: one[0] if isinstance(one[0], str) and len(one[0]) > 1 else "",
)
def test_every_kind_of_change_is_told(
    step: tuple[str, dict[str, object]], shown: tuple[str, ...]
) -> None:
    """Its mark, its field in words, both values."""
    found = difference(step)
    text = "\n".join(plain(one, 90) for one in side_lines(found.changes, found, "zh", 90))
    assert "1.0" in text.splitlines()[0]
    assert [word for word in shown if word not in text] == []


def test_what_was_reworded_stands_in_brackets() -> None:
    """What went in the left column, what came in the right one."""
    found = difference(("edit-texts", {"id": "terms", "definition": {"zh": "terms的新定义。"}}))
    one = next(fields(found.changes, found))
    assert one.is_worded
    assert one.before is not None
    assert one.after is not None
    before = "".join(p.text for p in reworded(one.before, one.after, "zh", "before"))
    after = "".join(p.text for p in reworded(one.before, one.after, "zh", "after"))
    assert (before, after) == ("terms的定义。", "terms的{+新+}定义。")


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")))


@given(TEXT, TEXT, st.integers(6, 40))
def test_no_line_is_wider_than_its_column_and_nothing_is_lost(
    before: str, after: str, width: int
) -> None:
    """However two texts differ; but for blanks at the ends of lines."""
    for column in ("before", "after"):
        pieces = reworded(same(before), same(after), "zh", column)
        lines = wrapped(pieces, width)
        told = ["".join(piece.text for piece in line) for line in lines]
        assert all(cell_len(one) <= width for one in told)
        wanted = "".join(piece.text for piece in pieces)
        assert "".join("".join(told).split()) == "".join(wanted.split())


def test_the_left_column_has_one_width() -> None:
    """So that what stands between the columns makes one line."""
    left, right = [(Piece("一二"),), (Piece("a"),)], [(Piece("x"),)]
    rows = beside(left, right, 6)
    texts = ["".join(piece.text for piece in row) for row in rows]
    assert [cell_len(text.split("│")[0]) for text in texts] == [7, 7]
