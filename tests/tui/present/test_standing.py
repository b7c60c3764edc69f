"""Where the work stands, in words that need no git."""

from __future__ import annotations

import pytest

from stdtree.label import Label
from stdtree.model.branch import Apart, Standing
from stdtree.tui.present.header import arrows
from stdtree.tui.present.line import plain
from stdtree.tui.present.standing import Situation, standing_lines


def told(situation: Situation) -> str:
    """All lines, in Chinese."""
    return "\n".join(plain(line, 100) for line in standing_lines(situation, "zh"))


def standing(ahead: int = 0, behind: int = 0, *, remote: str = "origin") -> Standing:
    """Of a branch that follows one of the shared repository."""
    followed = f"{remote}/main" if remote else ""
    return Standing("main", remote, followed, Apart(ahead, behind))


@pytest.mark.parametrize(
    ("situation", "said"),
    [
        (Situation(None, None, 0), ("不在任何分支上", "没有设置", "正在查看")),
        (Situation("main", standing(remote=""), 0, 0), ("✓ 全部已提交", "没有设置")),
        (Situation("main", standing(), 0, 0), ("✓ 与共享仓库一致",)),
        (Situation("main", standing(2), 0, 0), ("↑ 2 次提交待推送 P",)),
        (Situation("main", standing(0, 3), 0, 0), ("↓ 3 次提交待取回 p",)),
        (Situation("main", standing(1, 1), 0, 0), ("↑ 1", "↓ 1", "需要合并")),
        (Situation("草案", Standing("草案", "origin", "", Apart(0, 0)), 0, 0), ("还没有推送过",)),
        (Situation("main", standing(), 2, 5), ("● 5 处变更尚未提交 c，其中 2 个类目未保存",)),
        (
            Situation("main", standing(), 0, 0, under_way=Label("变基尚未完成", "a rebase")),
            ("✗ 变基尚未完成",),
        ),
    ],
)
def test_each_state_is_told(situation: Situation, said: tuple[str, ...]) -> None:
    """With the key that does something about it."""
    text = told(situation)
    assert [one for one in said if one not in text] == []


@pytest.mark.parametrize(
    ("apart", "shown"),
    [(None, ""), (Apart(0, 0), ""), (Apart(2, 0), " ↑2"), (Apart(1, 3), " ↑1 ↓3")],
)
def test_arrows(apart: Apart | None, shown: str) -> None:
    """In the first line of the screen; nothing where there is nothing to do."""
    assert arrows(apart) == shown
