"""A difference in groups of rows."""

from __future__ import annotations

from stdtree.diff import compare
from stdtree.edit import decode
from stdtree.label import Language
from stdtree.model.difference import Difference, End
from stdtree.tui.present.change_rows import Group, Row
from stdtree.tui.present.difference import Told, change_lines, grouped
from stdtree.tui.present.line import plain
from tests.trees import sample

EDITS = (
    ("rename-category", {"id": "terms", "name": {"zh": "术语"}}),
    ("rename-category", {"id": "basics", "name": {"zh": "基础"}}),
    ("recode-category", {"id": "transfer", "code": "B9"}),
    ("retire-category", {"id": "promotion", "release": "1.1", "reason": {"zh": "不再需要"}}),
)


def edited() -> Difference:
    """The sample before and after some edits."""
    after = sample()
    for operation, fields in EDITS:
        after = decode(operation, fields).apply(after)
    return compare(End("1.0", sample(), ""), End("WORK", after, ""))


def told(rows: tuple[Row, ...]) -> list[str]:
    """Rows as plain text."""
    return [plain(row.line, 60) for row in rows]


def beside(row: Row, language: Language = "zh") -> str:
    """What stands beside a row, as plain text."""
    lines = Told(edited(), language).lines(row, 60, wide=False)
    return "\n".join(plain(one, 60) for one in lines)


def group(heading: str) -> Group:
    """The group with this heading."""
    found = grouped(edited(), "zh")
    return next(one for one in found if plain(one.head.line, 60).startswith(heading))


def test_the_overview_comes_first_and_counts() -> None:
    """How many events and changes of each kind."""
    overview = grouped(edited(), "zh")[0]
    assert overview.rows == ()
    shown = beside(overview.head)
    assert "名称变更 2" in shown
    assert "废止 1" in shown
    assert "变更要求提升" in shown


def test_every_event_stands_with_its_own_members() -> None:
    """In the order of the tree, and what is beside a row speaks of that row."""
    renamed = group("名称变更")
    assert [row.line.target.id for row in renamed.rows if row.line.target] == ["basics", "terms"]
    for row in renamed.rows:
        name = "基础" if "基础" in plain(row.line, 60) else "术语"
        assert beside(row).count(name) >= 2


def test_categories_hang_as_in_the_tree() -> None:
    """Moved in by depth; what only followed is told with what it followed."""
    rows = group("变更树").rows
    assert told(rows) == [
        "  ~ A 基础                                              更名",
        "    ~ A1 术语                                           更名",
        "  · B 类目fields",
        "    - B3 类目promotion                                  废止",
        "    ~ B1 → B9 类目transfer                              改码",
    ]
    assert "连带 1 项：1 个类目改码" in beside(rows[4])


def test_place_and_reason_stand_beside_a_category() -> None:
    """The path to it, and why it ended."""
    shown = beside(group("变更树").rows[3])
    assert "位置：B 类目fields" in shown
    assert "理由：不再需要" in shown


def test_a_commit_lists_changes_without_the_overview() -> None:
    """Flat, with their headings."""
    lines = [plain(one, 60) for one in change_lines(edited(), "en")]
    assert lines[0] == "changes: category (4)"
    assert lines[2].startswith("  ~ A1")
